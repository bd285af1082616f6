//! What is deprecated works as ever.

#[allow(deprecated)]
mod works {
    use deprecated_case::generated::models::{Old, OldKind, OldLevel, OldUnion, Thing};
    use deprecated_case::generated::operations::old::OldError;
    use deprecated_case::probe::*;

    #[test]
    fn a_call_and_its_parameters() {
        assert_eq!(target(|client| client.old().old().legacy("a").kind(OldKind::B)), "/old?legacy=a&kind=b");
        let old = answered(reply(200, "application/json", r#"{"name":"a"}"#), |client| client.old().old());
        assert_eq!(old.expect("it is a success"), Old::new("a"));
        let wrong = error(reply(400, "application/json", r#""why""#), |client| client.old().old());
        assert_eq!(wrong, Some(OldError::BadRequest(OldUnion::String("why".to_owned()))));
    }

    #[test]
    fn models() {
        let thing: Thing = round_trip(json!({"first": "a", "second": null, "old": {"name": "b", "inner": {"name": "c"}}}));
        assert_eq!((thing.first.as_str(), thing.second), ("a", Some(None)));
        assert_eq!(round_trip::<OldLevel>(json!(2)), OldLevel::N2);
        assert_eq!(round_trip::<OldUnion>(json!({"name": "x"})), OldUnion::Old(Box::new(Old::new("x"))));
    }
}
