//! Names that differ in signs only.

use signs_case::generated::models::{
    ListSort, Reading, ReadingBound, ReadingTurn, ReadingTurn1, ReadingTurnMinus1, ReadingVotes,
};
use signs_case::probe::*;

#[test]
fn each_sign_is_a_word() {
    assert_eq!(query(|client| client.list().sort(ListSort::MinusAt)).as_deref(), Some("sort=-at"));
    assert_eq!(query(|client| client.list().sort(ListSort::PlusAt)).as_deref(), Some("sort=%2Bat"));
    assert_eq!(query(|client| client.list().sort(ListSort::MinusMinusAt)).as_deref(), Some("sort=--at"));
    let bounded = query(|client| client.list().at_greater_equal(1).at_less_equal(2));
    assert_eq!(bounded.as_deref(), Some("at%3C%3D=2&at%3E%3D=1"));
    let reading = Reading::new()
        .bound(ReadingBound::MinusInfinity)
        .votes(ReadingVotes::new().plus_1(2).minus_1(3).n1(4))
        .turn(ReadingTurnMinus1::new().left("a"));
    let written = json!({"bound": "-Infinity", "votes": {"+1": 2, "-1": 3, "1": 4}, "turn": {"by": -1, "left": "a"}});
    assert_eq!(encoded(&reading), written);
    assert_eq!(round_trip::<Reading>(written), reading);
    let right = ReadingTurn::from(ReadingTurn1::new().right("b"));
    assert_eq!(round_trip::<ReadingTurn>(json!({"by": 1, "right": "b"})), right);
}
