//! Properties that only one side sets.

use read_only_case::generated::models::{Account, Device, Key, Login};
use read_only_case::probe::*;

#[test]
fn what_the_server_sets_need_not_be_sent() {
    assert_eq!(encoded(&Account::new("a", "secret")), json!({"name": "a", "password": "secret"}));
}

#[test]
fn what_the_caller_sets_need_not_come_back() {
    let account = decoded::<Account>(r#"{"id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6","name":"a","note":"n"}"#);
    assert_eq!((account.password, account.note.as_deref()), (None, Some("n")));
    assert_eq!(decoded::<Key>(r#"{"a":"1","b":"2","c":"3","d":"4"}"#).secret, None);
}

#[test]
fn what_the_server_keeps_to_itself_is_not_printed() {
    let account = Account::new("a", "hunter2");
    assert_eq!(format!("{account:?}"), r#"Account { name: "a", password: "***" }"#);
    let login: Login = decoded(r#"{"user":"u","pin":"hunter2","codes":["hunter2"],"account":{"name":"a","password":"hunter2"}}"#);
    let printed = format!("{login:?} {login:#?}");
    assert!(!printed.contains("hunter2") && printed.contains(r#"pin: "***""#), "{printed}");
    assert_eq!(encoded(&login)["pin"], "hunter2");
    assert_eq!(encoded(&login)["codes"], json!(["hunter2"]));
}

#[test]
fn what_one_part_of_all_of_says_of_a_property_holds() {
    let device: Device = decoded(r#"{"token":"hunter2","serial":"s","key":"hunter2","pin":"hunter2","spare":"hunter2"}"#);
    let printed = format!("{device:?}");
    assert!(!printed.contains("hunter2") && printed.contains(r#"serial: "s""#), "{printed}");
    assert_eq!(encoded(&Device::new("hunter2")), json!({"token": "hunter2"}));
    assert_eq!(decoded::<Device>("{}").token, None);
}
