//! What overlays change in the other files of a description.

use overlay_files_case::generated::models::Author;
use overlay_files_case::probe::*;

#[test]
fn schemas_and_path_items_of_other_files_are_changed() {
    let articles = r#"[{"title":null,"author":{"name":"Ann"}}]"#;
    let read =
        answered(reply(200, "application/json", articles), |client| client.list_articles().page(2)).expect("it is amended");
    assert_eq!((read[0].title.as_deref(), read[0].author.email.as_deref()), (None, None));
    assert_eq!(target(|client| client.list_articles().page(2)), "/articles?page=2");
    round_trip::<Author>(json!({"name": "Ann"}));
}
