//! The record: the order in which arguments were once taken, which new ones do not change.

use std::collections::BTreeMap;

/// The arguments of each call, in their order.
pub(crate) struct Record<'r>(BTreeMap<String, Vec<&'r str>>);

impl<'r> Record<'r> {
    /// Reads the lines of calls: `GET /things/{id} = fn operations::things::Things::get(path:id): (i64) -> GetRequest`.
    pub(crate) fn read(text: &'r str) -> Self {
        let call = |line: &'r str| {
            let (path, rest) = line.split_once(" = fn ")?.1.split_once('(')?;
            let (owner, method) = path.rsplit_once("::")?;
            let group = match owner.strip_prefix("operations::") {
                Some(owner) => owner.split_once("::")?.0,
                None => "untagged",
            };
            let (arguments, _) = rest.split_once("): ")?;
            Some((format!("{group}.{method}"), arguments.split(", ").collect()))
        };
        Self(text.lines().filter_map(call).collect())
    }

    /// Sorts the arguments of a call as the record has them; those that it does not have go last.
    pub(crate) fn sort(&self, call: &str, arguments: &mut [String]) {
        let Some(recorded) = self.0.get(call) else { return };
        arguments.sort_by_key(|argument| recorded.iter().position(|earlier| earlier == argument).unwrap_or(usize::MAX));
    }
}

#[test]
fn new_arguments_go_last() {
    let record = Record::read(
        "format 1\n\
         PUT /a = fn operations::things::Things::put(query:b, path:a): (i64, impl Into<String>) -> PutRequest\n\
         PUT /b = fn Client::put(query:b, path:a): (i64, i64) -> PutRequest\n",
    );
    for call in ["things.put", "untagged.put"] {
        let mut arguments = ["path:new", "path:a", "query:b"].map(str::to_owned);
        record.sort(call, &mut arguments);
        assert_eq!(arguments, ["query:b", "path:a", "path:new"]);
    }
}
