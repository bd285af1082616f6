//! JSON Pointers into a description that is changed.

use serde_yaml::Value;

/// The value that a pointer leads to.
pub(crate) fn at<'v>(root: &'v mut Value, pointer: &str) -> &'v mut Value {
    let mut value = root;
    for token in pointer.split('/').skip(1) {
        let key = unescaped(token);
        let next = match value {
            Value::Sequence(items) => key.parse::<usize>().ok().and_then(|index| items.get_mut(index)),
            value => value.get_mut(key.as_str()),
        };
        value = next.unwrap_or_else(|| panic!("{pointer} does not exist"));
    }
    value
}

/// The value that holds what a pointer leads to, and its key there.
pub(crate) fn parent<'v>(root: &'v mut Value, pointer: &str) -> (&'v mut Value, String) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    (at(root, parent), unescaped(key))
}

fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}
