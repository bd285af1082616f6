//! `ServerUrl`: the address of a server, of which parts can be the caller's.

use std::borrow::Cow;

use super::request::BaseUrl;

/// The address of a server. The first mistake in it is kept, and the client's builder reports it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerUrl {
    url: String,
    problem: Option<String>,
}

impl ServerUrl {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The host of an address, to which a path follows.
    pub fn at(address: &str) -> Self {
        BaseUrl::origin_of(address).into()
    }

    /// Appends text of the description.
    pub fn text(mut self, text: &str) -> Self {
        self.url.push_str(text);
        self
    }

    /// Appends the value of a variable, or its default, which is the description's. A value stays in its place: none can lead
    /// to another host or path.
    pub fn variable(mut self, name: &str, value: Option<&str>, default: &str) -> Self {
        let problem = value.and_then(problem);
        if let Some(problem) = problem {
            self.problem.get_or_insert_with(|| format!("the server variable `{name}` {problem}"));
        }
        self.url.push_str(value.unwrap_or(default));
        self
    }

    pub(super) fn finish(self) -> Result<String, String> {
        self.problem.map_or(Ok(self.url), Err)
    }
}

/// What keeps a value from a place in an address.
fn problem(value: &str) -> Option<&'static str> {
    let is_unfit = |character: char| !character.is_ascii_graphic() || "/\\@#?:%[]".contains(character);
    if value.is_empty() {
        Some("is empty")
    } else if value.chars().all(|character| character == '.') {
        Some("consists of dots")
    } else {
        value.contains(is_unfit).then_some("holds a character that would change more than its place in the address")
    }
}

impl From<&str> for ServerUrl {
    fn from(url: &str) -> Self {
        url.to_owned().into()
    }
}

impl From<String> for ServerUrl {
    fn from(url: String) -> Self {
        Self { url, problem: None }
    }
}

impl From<&String> for ServerUrl {
    fn from(url: &String) -> Self {
        url.clone().into()
    }
}

impl From<Cow<'_, str>> for ServerUrl {
    fn from(url: Cow<'_, str>) -> Self {
        url.into_owned().into()
    }
}
