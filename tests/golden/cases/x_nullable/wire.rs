//! `x-nullable` in OpenAPI 3.

use x_nullable_case::generated::models::*;
use x_nullable_case::probe::*;

#[test]
fn what_the_extension_says_may_be_null() {
    let lamp = round_trip::<Lamp>(json!({"name": null, "place": null, "plain": "a"}));
    assert_eq!((lamp.name, lamp.place), (None, None));
    mistake::<Lamp>(r#"{"name":"a","place":null,"plain":null}"#);
}
