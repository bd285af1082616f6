//! `Subject`: what an amendment is about, from arguments or the text of an error.

use regex_lite::Regex;

use super::place::Place;

/// An operation and a place in one of its bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// `GET /images/json`, or an operationId.
    pub operation: String,
    /// `[0].RepoDigests`
    pub place: String,
    /// The status that an error names.
    pub status: Option<String>,
}

/// `GET /images/json: 200 OK, but [0].RepoDigests: expected an array, found null`, with anything around it.
const ERROR: &str = r"\b([A-Z]+) (\S+?)(?: [^\n]*?)?: ([1-5][0-9]{2})\b[^\n]*?, but ([^\n]*)";

/// The beginning of an error about a body that a type of the caller's cannot read.
const OF_OWN_TYPE: &str = "not a value of `";

impl Subject {
    /// Reads an operation or the text of an error, and a place, which goes before the one that the error names.
    ///
    /// # Errors
    ///
    /// Says what is missing from an error.
    pub fn read(text: &str, place: Option<&str>) -> Result<Self, String> {
        let text = text.trim();
        if !text.contains(": ") && !text.contains('\n') {
            return Ok(Self { operation: text.to_owned(), place: place.unwrap_or_default().to_owned(), status: None });
        }
        let error = Regex::new(ERROR).expect("it is a sound expression");
        let Some(found) = error.captures(text) else {
            let example = "`GET /pets: 200 OK, but [0].name: expected a string, found null`";
            return Err(format!("this is neither an operation nor the text of a decode error, such as {example}"));
        };
        let said = &found[4];
        if said.starts_with(OF_OWN_TYPE) && place.is_none() {
            return Err(
                "this error is about a type of the caller's, and not about the description; name the operation and the place"
                    .to_owned(),
            );
        }
        // What comes before the first colon is a place, unless the whole body is not what it should be.
        let named = said.match_indices(": ").map(|(index, _)| &said[..index]).find(|text| Place::parse(text).is_some());
        Ok(Self {
            operation: format!("{} {}", &found[1], &found[2]),
            place: place.or(named).unwrap_or_default().to_owned(),
            status: Some(found[3].to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_operations_and_errors() {
        let read = |text, place| Subject::read(text, place).map(|subject| (subject.operation, subject.place, subject.status));
        let subject = |operation: &str, place: &str, status: Option<&str>| {
            Ok((operation.to_owned(), place.to_owned(), status.map(str::to_owned)))
        };
        assert_eq!(read("listPets", Some("[0]")), subject("listPets", "[0]", None));
        assert_eq!(read("GET /pets/{id}", None), subject("GET /pets/{id}", "", None));
        for (text, place) in [
            ("GET /a: 200 OK, but [0].b: expected an array, found null", "[0].b"),
            ("Error: GET https://x.example:80/a: 200 OK, but b[\"c: d\"].e: the property is missing\n  at main", "b[\"c: d\"].e"),
            ("GET /a at https://x.example: 200 OK, but expected an object, found \"x: y\"", ""),
            ("GET /a: 200 OK, but not JSON: unexpected end at line 1, column 1 (byte 0)", ""),
        ] {
            let found = read(text, None);
            assert!(
                found.as_ref().is_ok_and(|(operation, ..)| operation.starts_with("GET ") && operation.ends_with("/a")),
                "{found:?}"
            );
            assert_eq!(found.map(|(_, place, status)| (place, status)), Ok((place.to_owned(), Some("200".to_owned()))));
        }
        assert!(Subject::read("connection refused: x", None).is_err());
        let own = "GET /a: 200 OK, but not a value of `app::Pet`: missing field `id` at line 1 column 2";
        assert!(Subject::read(own, None).is_err_and(|error| error.contains("a type of the caller's")));
        assert_eq!(read(own, Some("[0]")), subject("GET /a", "[0]", Some("200")));
    }
}
