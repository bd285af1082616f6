//! Alternatives are named after components, titles, constants and keys, in this order.

use alternative_names_case::generated::models::{
    ByChimney, ByDoorFront, ByWindow, Gift, Soot, VisitAnimal, VisitContact, VisitGift, VisitGiftFlowers, VisitGiftThing,
    VisitLength, VisitWay,
};
use alternative_names_case::probe::*;

#[test]
fn titles_name_alternatives_and_what_is_inside() {
    let way = VisitWay::from(ByDoorFront::new("a"));
    assert_eq!(encoded(&way), json!({"at": "a"}));
    assert_eq!(round_trip::<VisitWay>(json!({"at": "a", "floor": 1})), ByWindow::new("a").floor(1).into());
    let chimney = ByChimney::new("a").soot(Soot::new().grams(2));
    assert_eq!(round_trip::<VisitWay>(json!({"at": "a", "soot": {"grams": 2}})), chimney.into());
}

#[test]
fn keys_name_what_has_no_title_to_itself() {
    assert_eq!(round_trip::<VisitGift>(json!({"book": "a"})), VisitGift::Gift(Gift::new("a").into()));
    assert_eq!(round_trip::<VisitGift>(json!({"flowers": 3})), VisitGift::Flowers(VisitGiftFlowers::new(3).into()));
    assert_eq!(round_trip::<VisitGift>(json!({"thing": "b"})), VisitGift::Thing(VisitGiftThing::new("b").into()));
}

#[test]
fn components_and_titles_name_texts_numbers_and_lists() {
    assert_eq!(round_trip::<VisitContact>(json!("a@b.example")), VisitContact::Email("a@b.example".to_owned()));
    assert_eq!(round_trip::<VisitContact>(json!(7)), VisitContact::RoomNumber(7));
    assert_eq!(round_trip::<VisitContact>(json!(["Ada"])), VisitContact::Helpers(vec!["Ada".to_owned()]));
    assert_eq!(round_trip::<VisitContact>(json!(true)), VisitContact::Boolean(true));
    assert_eq!(round_trip::<VisitLength>(json!(1.5)), VisitLength::Number(1.5));
}

#[test]
fn constants_further_inside_name_alternatives() {
    let cat = round_trip::<VisitAnimal>(json!({"meta": {"kind": "cat"}, "name": "a"}));
    let dog = round_trip::<VisitAnimal>(json!({"meta": {"kind": "dog"}, "name": "b"}));
    assert!(matches!((cat, dog), (VisitAnimal::Cat(_), VisitAnimal::Dog(_))));
}
