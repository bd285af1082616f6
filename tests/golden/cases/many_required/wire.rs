//! A model with more required properties than arguments should be.

use many_required_case::generated::models::{Address, AddressRequired};
use many_required_case::probe::*;

#[test]
fn it_is_read_and_written_like_any_other() {
    let value = json!({"name": "a", "street": "b", "number": 1, "city": "c", "country": null, "remark": "d"});
    let (name, street, city) = ("a".to_owned(), "b".to_owned(), "c".to_owned());
    let required = AddressRequired { name, street, number: 1, city, country: None };
    assert_eq!(round_trip::<Address>(value), Address::new(required).remark("d"));
    assert_eq!(mistake::<Address>(r#"{"name":"a","street":"b","number":1,"city":"c"}"#), "country: the property is missing");
}
