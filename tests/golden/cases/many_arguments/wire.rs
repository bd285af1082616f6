//! More arguments than one reads easily, by name.

use many_arguments_case::generated::operations::untagged::GetRequired;
use many_arguments_case::probe::*;

#[test]
fn each_argument_stands_in_its_place() {
    let text = |letter: &str| letter.to_owned();
    let required = GetRequired { g: 7, f: text("f"), e: text("e"), d: text("d"), c: text("c"), b: text("b"), a: text("a") };
    assert_eq!(target(|client| client.get(required)), "/a/b/c/d/e/f/7");
}
