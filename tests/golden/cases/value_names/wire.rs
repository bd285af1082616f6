//! Values go by the names that the description gives them, and are sent as they are.

use value_names_case::generated::models::*;
use value_names_case::probe::*;

#[test]
fn each_key_names_values() {
    let modes = [(0, Mode::ModeOff), (1, Mode::ModeOn), (2, Mode::AutoMode), (-1, Mode::Minus)];
    for (value, mode) in modes {
        assert_eq!(round_trip::<Mode>(json!(value)), mode);
    }
    assert_eq!([Grade::Best.as_str(), Grade::Good.as_str(), FanWorst::Z9.as_str()], ["a1", "b2", "z9"]);
    assert_eq!([Side::SideLeft.to_string(), Side::SideRight.to_string()], ["1", "2"]);
    let fan = json!({"mode": 2, "grade": "a1", "worst": "z9", "level": 2, "state": "r"});
    let expected = Fan::new().mode(Mode::AutoMode).grade(Grade::Best).worst(FanWorst::Z9).level(FanLevel::High);
    assert_eq!(round_trip::<Fan>(fan), expected.state(FanState::Running));
}

#[test]
fn parameters_go_by_names_too() {
    let call = |client: &Client| client.fans().list_fans().mode(ListFansMode::Auto).colors(vec![ListFansColorsItem::Green]);
    assert_eq!(target(call), "/fans?mode=2&colors=g");
}

#[test]
fn null_among_the_values_may_have_a_name() {
    let fan = json!({"next": "r", "last": "s", "both": "x", "tuned": 1});
    let expected = Fan::new().next(FanNext::Running).last(FanLast::Stopped).tuned(FanTuned::ModeOn);
    assert_eq!(round_trip::<Fan>(fan), expected.both(FanBoth::X(FanBothX::Ex)));
    round_trip::<Fan>(json!({"next": null, "last": null}));
}

#[test]
fn titles_name_constants() {
    assert_eq!([Access::Reader, Access::Write, Access::X].map(|access| access.to_string()), ["r", "w", "x"]);
    assert_eq!(round_trip::<Fan>(json!({"sole": 7})), Fan::new().sole(Sole::Seven));
    round_trip::<Fan>(json!({"sole": null}));
}

#[test]
fn what_is_no_name_leaves_the_value_its_own() {
    let blinks = [Blink::A, Blink::B, Blink::C, Blink::D, Blink::SchnellÜ, Blink::Self_, Blink::Unknown_, Blink::N2nd, Blink::I];
    assert_eq!(blinks.map(|blink| blink.to_string()).concat(), "abcdefghi");
    assert_eq!([Short::A.as_str(), Odd::B.as_str()], ["a", "b"]);
}
