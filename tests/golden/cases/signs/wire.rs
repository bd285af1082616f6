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
    let votes = with(ReadingVotes::new(), |votes| (votes.plus_1, votes.minus_1, votes.n1) = (Some(2), Some(3), Some(4)));
    let turn = with(ReadingTurnMinus1::new(), |turn| turn.left = Some("a".to_owned()));
    let reading = with(Reading::new(), |reading| {
        reading.bound = Some(ReadingBound::MinusInfinity);
        reading.votes = Some(votes);
        reading.turn = Some(turn.into());
    });
    let written = json!({"bound": "-Infinity", "votes": {"+1": 2, "-1": 3, "1": 4}, "turn": {"by": -1, "left": "a"}});
    assert_eq!(encoded(&reading), written);
    assert_eq!(round_trip::<Reading>(written), reading);
    let right = ReadingTurn::from(with(ReadingTurn1::new(), |turn| turn.right = Some("b".to_owned())));
    assert_eq!(round_trip::<ReadingTurn>(json!({"by": 1, "right": "b"})), right);
}
