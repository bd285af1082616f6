//! What is read of values whose schemas say more than types can.

use keywords_case::generated::models::{Account, AccountSeats, Animal, Cat, Counts, LevelsItem, Row, Tree};
use keywords_case::runtime::{Decode, from_json, to_json};

fn read<T: Decode>(json: &str) -> T {
    from_json(json.as_bytes()).expect("it is what the description says")
}

#[test]
fn properties_under_a_condition_may_be_there_or_not() {
    let company: Account = read(r#"{"kind":"company","taxNumber":"7","seats":3,"keyName":"k"}"#);
    assert_eq!((company.tax_number.as_deref(), company.birthday), (Some("7"), None));
    assert_eq!((company.seats, company.key_name.as_deref()), (Some(AccountSeats::Integer(3)), Some("k")));
    let person: Account = read(r#"{"kind":"person","birthday":"1. 2.","seats":"one"}"#);
    assert_eq!(person.seats, Some(AccountSeats::String("one".to_owned())));
}

#[test]
fn what_no_keyword_evaluates_has_a_type() {
    let counts: Counts = read(r#"{"all":3,"red":1,"blue":2}"#);
    assert_eq!((counts.all, counts.additional["red"], counts.additional["blue"]), (Some(3), 1, 2));
    let row: Row = read(r#"["a",true]"#);
    assert_eq!((row.items(), row.rest()), (Some(&("a".to_owned(),)), &[true][..]));
}

#[test]
fn values_of_a_list_are_those_of_its_items() {
    assert_eq!(read::<Vec<LevelsItem>>(r#"["low","high"]"#), [LevelsItem::Low, LevelsItem::High]);
}

#[test]
fn a_dynamic_reference_leads_to_its_anchor() {
    let tree: Tree = read(r#"{"children":[{"children":[]}]}"#);
    assert_eq!(to_json(&tree).as_ref().map(|bytes| &bytes[..]).ok(), Some(&br#"{"children":[{"children":[]}]}"#[..]));
}

#[test]
fn any_other_value_of_a_discriminator_means_the_default() {
    assert_eq!(read::<Animal>(r#"{"kind":"cat"}"#), Cat::new().into());
    for json in [r#"{"kind":"dog"}"#, "{}", r#"{"kind":"Other"}"#] {
        assert!(matches!(read(json), Animal::Other(_)), "{json}");
    }
}
