//! Operations with one id.

use operation_ids_case::generated::models::PostDogsBody;
use operation_ids_case::probe::*;

#[test]
fn each_operation_with_the_id_is_called() {
    assert_eq!(target(|client| client.dogs().list()), "/dogs");
    assert_eq!(target(|client| client.cats().get()), "/cats");
    let added = sent(|client| client.dogs().post(PostDogsBody::new("Rex")));
    assert_eq!((added.method, added.uri.path()), (Method::POST, "/dogs"));
}
