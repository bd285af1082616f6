//! `Site`: a place that refers to models, in the words that a record and a description have in common.

use crate::record::Key;

/// A place that refers to models.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Site(String);

impl Site {
    /// The site of a key. It is the same for a value and for a list of it, for all alternatives of a union, for all that a call
    /// takes, and for all its successes.
    pub(super) fn of(key: &Key) -> Self {
        let mut text = key.as_str();
        while let Some(outer) = [" []", " {}", " null"].iter().find_map(|wrapper| text.strip_suffix(wrapper)) {
            text = outer;
        }
        if let Some((owner, _)) = text.rsplit_once(' ').filter(|(_, step)| step.starts_with('|')) {
            return Self(format!("{owner} |"));
        }
        let root = key.root();
        let steps: Vec<&str> = text[root.as_str().len().min(text.len())..].split(' ').skip(1).collect();
        let of_call = |part: String| Self(format!("{root} {part}"));
        if root.as_str().starts_with(['#', '/']) {
            return Self(text.to_owned());
        }
        match steps.as_slice() {
            ["own", "output" | "Output", ..] => of_call("success".to_owned()),
            ["own", "error", status, ..] => of_call(format!("error {status}")),
            [status, "as", _] if status.starts_with('2') => of_call("success".to_owned()),
            [status, "as", _] if status.starts_with(|first: char| first.is_ascii_digit()) || *status == "default" => {
                of_call(format!("error {status}"))
            }
            [] | ["as", _] | ["path" | "query" | "header" | "cookie" | "input" | "part", _] => of_call("takes".to_owned()),
            _ => Self(text.to_owned()),
        }
    }

    /// Whether a model that is there may also be at another one of the places that this is for.
    pub(super) fn is_vague(&self) -> bool {
        self.0.ends_with([' ', '|']) || self.is_taken()
    }

    /// Whether it is what a call takes.
    pub(super) fn is_taken(&self) -> bool {
        self.0.ends_with(" takes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_and_a_description_have_the_same_sites() {
        let site = |text| Site::of(&Key::parse(text).expect("it is a key"));
        for (recorded, described) in [
            ("#/components/schemas/A .b", "#/components/schemas/A .b [] {}"),
            ("GET /a own output", "GET /a 200 as application/json"),
            ("GET /a own output 201", "GET /a 201 as application/json []"),
            ("GET /a own error 404", "GET /a 404 as application/json"),
            ("POST /a", "POST /a as application/json"),
            ("POST /a query kind", "POST /a query kind []"),
            ("#/components/schemas/A |b", "#/components/schemas/A |c"),
        ] {
            assert_eq!(site(recorded), site(described));
        }
        assert_ne!(site("POST /a as application/json .b"), site("POST /a as application/json .c"));
    }
}
