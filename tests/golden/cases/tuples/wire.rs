//! Lists whose items have places: tuples of Rust where their length is fixed, and `Tuple` where it is not.

use tuples_case::generated::models::{
    Closed, Endless, Fixed, FormBody, Further, Parts, Point, Rule, Track, TrackBranchItem1, TrackBranchItem2, Value as Choice,
};
use tuples_case::probe::*;

fn track() -> Track {
    Track::new((13.5, 52.25), ("a".to_owned(), 1))
}

fn read(text: &str) -> Result<(Track, Vec<String>), String> {
    let received = Received::new(StatusCode::OK, HeaderMap::new(), text.to_owned());
    match received.json::<Track, ()>() {
        Ok(track) => Ok((track, received.deviations().iter().map(ToString::to_string).collect())),
        Err(Failure::Decode(error)) => Err(error.to_string()),
        Err(_) => Err("another failure".to_owned()),
    }
}

#[test]
fn a_list_of_fixed_length_is_a_tuple() {
    let (media_type, sent) =
        body(|client| client.store("a", track().entries(vec![("b".to_owned(), 2)]).old(("c".to_owned(), true))));
    assert_eq!(media_type.as_deref(), Some("application/json"));
    assert_eq!(sent, r#"{"start":[13.5,52.25],"open":["a",1],"entries":[["b",2]],"old":["c",true]}"#);
    let text = r#"{"start":[1,2.5],"open":["x",3],"one":[null],"nullable":null,"byName":{"k":["v",7]}}"#;
    let answer = answered(reply(200, "application/json", text), |client| client.tracks((1.0, 2.0), (3.0, 4.0))).expect("a track");
    assert_eq!((answer.start, answer.one, answer.nullable), ((1.0, 2.5), Some((None,)), Some(None)));
    assert_eq!(answer.by_name.expect("it is there")["k"], ("v".to_owned(), 7));
    round_trip::<Track>(
        json!({"start": [1.5, 2.0], "open": ["a", 1], "numbers": [1.0, 2.5], "nullable": ["a", "b"], "parts": ["ab", 1]}),
    );
    round_trip::<Track>(
        json!({"start": [1.5, 2.5], "open": ["a", 1], "wide": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", 13]}),
    );
}

#[test]
fn a_list_of_another_length_than_its_tuple_is_noted_or_refused() {
    let (track, deviations) = read(r#"{"start":[1,2,3],"open":[]}"#).expect("it is read");
    assert_eq!(track.start, (1.0, 2.0));
    assert_eq!(deviations, ["start: expected an array of 2 items, found an array of 3"]);
    let short = read(r#"{"start":[1],"open":[]}"#).expect_err("an item is missing");
    assert_eq!(short, "start: expected an array of 2 items, found an array of 1");
    assert_eq!(read(r#"{"start":[1,"2"],"open":[]}"#).expect_err("it is a text"), r#"start[1]: expected a number, found "2""#);
    assert_eq!(read(r#"{"start":{},"open":[]}"#).expect_err("it is an object"), "start: expected an array, found an object");
}

#[test]
fn a_list_that_may_end_early_or_go_on_loses_nothing() {
    for open in [json!([]), json!(["a"]), json!(["a", 1]), json!(["a", 1, {"b": null}, 2])] {
        let track: Track = round_trip(json!({"start": [1.5, 2.5], "open": open, "closed": open}));
        assert_eq!(track.open.items().is_some(), open.as_array().is_some_and(|items| items.len() > 1));
    }
    let further: Further = round_trip(json!(["a", 1, true, false]));
    assert_eq!((further.items(), further.rest()), (Some(&("a".to_owned(), 1)), &[true, false][..]));
    assert_eq!(mistake::<Further>(r#"["a",1,true,"b"]"#), r#"[3]: expected true or false, found "b""#);
    assert_eq!(encoded(&Further::Whole(("a".to_owned(), 1), vec![true])), json!(["a", 1, true]));
    assert_eq!(encoded(&Closed::from(("a".to_owned(), 1))), json!(["a", 1]));
    assert!(matches!(decoded::<Closed>(r#"["a"]"#), Tuple::Short(items) if items == ["a"]));
}

#[test]
fn items_may_be_models_and_lead_back() {
    let inner = track();
    let outer = track().branch((TrackBranchItem1::new(3), TrackBranchItem2::Left, inner));
    let expected = json!([{"id": 3}, "left", {"start": [13.5, 52.25], "open": ["a", 1]}]);
    assert_eq!(encoded(&outer)["branch"], expected);
    assert_eq!(decoded::<Track>(&encoded(&outer).to_string()), outer);
    let endless: Endless = round_trip(json!(["a", ["b", ["c", null]]]));
    assert_eq!(endless.1, json!(["b", ["c", null]]));
}

#[test]
fn alternatives_that_are_lists_are_told_apart_by_places() {
    assert!(matches!(round_trip(json!([1.5, 2.5])), Choice::Point((1.5, 2.5))));
    assert!(matches!(round_trip(json!(["a", 2])), Choice::Entry(_)));
    assert!(matches!(round_trip(json!(["a", 2, true])), Choice::StringIntegerBooleanTuple(_)));
    assert!(matches!(round_trip(json!(["a", "b"])), Choice::StringList(_)));
    assert!(matches!(round_trip(json!([])), Choice::StringList(_)));
    assert!(matches!(round_trip(json!("a")), Choice::String(_)));
    assert!(matches!(unrecognized(json!([true])), Choice::Unknown(_)));
}

#[test]
fn bounds_alone_may_fix_the_length() {
    let fixed = round_trip::<Fixed>(json!({"filled": ["a", 1, 2], "free": ["b", {"c": null}], "cut": ["d", 3], "either": []}));
    assert_eq!(fixed.filled, Some(("a".to_owned(), 1, 2)));
    assert_eq!(fixed.free, Some(("b".to_owned(), json!({"c": null}))));
    assert_eq!(fixed.cut, Some(("d".to_owned(), 3)));
    assert!(fixed.either.is_some_and(|either| either.items().is_none()));
    assert_eq!(mistake::<Fixed>(r#"{"filled":["a",1]}"#), "filled: expected an array of 3 items, found an array of 2");
}

#[test]
fn what_is_at_a_place_tells_alternatives_apart() {
    assert!(matches!(round_trip(json!(["move", 1])), Rule::Move(_)));
    assert!(matches!(round_trip(json!(["halt", 1])), Rule::Halt((_, 1))));
    let all = round_trip::<Rule>(json!(["all", ["==", "a", 2], ["not", ["!=", "b", "c"]], ["all"]]));
    assert!(matches!(&all, Rule::All(all) if matches!(all.rest(), [_, Rule::Not(_), Rule::All(_)])), "{all:?}");
    assert!(matches!(round_trip(json!(["in", "a"])), Rule::In(_)));
    assert!(matches!(round_trip(json!(["in", "a", "b", "c"])), Rule::In(_)));
    assert!(matches!(round_trip(json!([{"left": 1}, "a"])), Rule::Tuple2Item1StringTuple(_)));
    assert!(matches!(round_trip(json!([{"right": 1}, "a"])), Rule::Tuple3Item1StringTuple(_)));
    assert!(matches!(unrecognized(json!([["move"], 1])), Rule::Unknown(_)));
}

#[test]
fn parameters_and_forms_write_each_item() {
    let call = |client: &Client| client.tracks((1.5, -2.5), (3.25, 4.5)).each(("a b".to_owned(), 5)).x_range(("x".to_owned(), 1));
    assert_eq!(target(call), "/tracks/1.5,-2.5?near=3.25,4.5&each=a%20b&each=5");
    assert_eq!(header("x-range", call).as_deref(), Some("x,1"));
    let (_, form) = body(|client| client.form("a", FormBody::new(("b".to_owned(), 6))));
    assert_eq!(form, "at=b&at=6");
}

#[test]
fn constraints_of_items_are_checked_where_they_are() {
    let west = refusal(|client| client.store("a", Track::new((-181.0, 0.0), ("a".to_owned(), 1))));
    assert_eq!(west, "PUT https://api.example.com/tracks/{area}: body: start[0]: expected a number not less than -180");
    let parts: Parts = ("a".to_owned(), 1);
    let short = refusal(|client| client.store("a", track().parts(parts)));
    assert_eq!(short, "PUT https://api.example.com/tracks/{area}: body: parts[0]: expected at least 2 characters, found 1");
    let point: Point = (-180.0, 0.0);
    assert_eq!(encoded(&point), json!([-180.0, 0.0]));
}
