//! The lock: the order that arguments were once given, which new ones do not change.

use std::collections::BTreeMap;

/// The arguments of each call, in their order.
pub(crate) struct Lock<'l>(BTreeMap<&'l str, Vec<&'l str>>);

impl<'l> Lock<'l> {
    /// Reads the lines of operations: `operation GET /things/{id} = things.get(path:id)`.
    pub(crate) fn read(text: &'l str) -> Self {
        let operation = |line: &'l str| {
            let (call, arguments) = line.strip_prefix("operation ")?.rsplit_once(" = ")?.1.strip_suffix(')')?.split_once('(')?;
            Some((call, arguments.split(", ").collect()))
        };
        Self(text.lines().filter_map(operation).collect())
    }

    /// Sorts the arguments of a call as the lock has them; those that it does not know go last.
    pub(crate) fn sort(&self, call: &str, arguments: &mut [String]) {
        let Some(recorded) = self.0.get(call) else { return };
        arguments.sort_by_key(|argument| recorded.iter().position(|earlier| earlier == argument).unwrap_or(usize::MAX));
    }
}

#[test]
fn new_arguments_go_last() {
    let lock = Lock::read("state complete\noperation PUT /a = things.put(query:b, path:a)\n");
    let mut arguments = ["path:new", "path:a", "query:b"].map(str::to_owned);
    lock.sort("things.put", &mut arguments);
    assert_eq!(arguments, ["query:b", "path:a", "path:new"]);
}
