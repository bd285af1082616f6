//! What to do about problems, or what has been done.

use super::Problem;
use crate::diagnostic::suggest;
use crate::limits::Limit;

impl Problem {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::NotUtf8 => Some("save the file as UTF-8".to_owned()),
            Self::Syntax { tab: true, .. } => Some("indent with spaces; YAML does not allow tabs".to_owned()),
            Self::SeveralDocuments => Some("put each document into a file of its own".to_owned()),
            Self::UnsupportedKey { found: "null" } => Some("if the text is meant, put it in quotes".to_owned()),
            Self::MergedValue { .. } => Some("write the alias of a mapping, such as `<<: *base`".to_owned()),
            Self::TooMuch { limit, bound } => Some(higher(*limit, *bound)),
            Self::LongAllOf { .. } => Some("extend what stands at its end".to_owned()),
            Self::GeneratorFault { .. } => {
                Some("this is a mistake of clientsmith: please report it with the description".to_owned())
            }
            Self::CustomTag { .. } => Some("remove the tag: OpenAPI knows only what JSON can say".to_owned()),
            Self::EmptyValue { .. } => Some("it is taken as empty".to_owned()),
            Self::LooseType { expected, .. } => Some(format!("it is taken as {expected}")),
            Self::UnreadableWords { .. } => Some("they are left out".to_owned()),
            Self::MisplacedRequired => Some("it is read as if the name stood in that list".to_owned()),
            Self::MissingKey { key: "info" | "title" | "version" | "paths" } => Some("it is taken as empty".to_owned()),
            Self::LaterVersion { .. } => Some("say that version in `openapi`".to_owned()),
            Self::IrregularPath { mark: '?', .. } => Some("it is sent as a query with each request".to_owned()),
            Self::IrregularPath { mark: '#', .. } => Some("it is never sent; it only tells the operations apart".to_owned()),
            Self::IrregularPath { .. } => Some("it is sent percent-encoded".to_owned()),
            Self::UnknownKey { suggestion, .. } => Some(match suggestion {
                Some(key) => format!("did you mean `{key}`?"),
                None => "it is not read; a key of your own begins with `x-`".to_owned(),
            }),
            Self::NotOpenApi => Some("begin the description with `openapi: 3.1.0`".to_owned()),
            Self::UnsupportedVersion { .. } => {
                Some("versions 3.0, 3.1 and 3.2 are read, such as `openapi: 3.1.0`, and `swagger: \"2.0\"`".to_owned())
            }
            Self::UnknownValue { value, expected } => Some(match suggest(value, expected.iter().copied()) {
                Some(word) => format!("did you mean `{word}`?"),
                None => format!("expected {}", one_of(expected)),
            }),
            Self::MisspeltExtension { suggestion, .. } => {
                Some(format!("did you mean `{suggestion}`? If not, a name that is less like it will be left alone"))
            }
            Self::MisplacedExtension { key } => Some(match key.as_str() {
                "x-rust-name" => {
                    "it can stand in a tag, an operation, a parameter, a property, or a schema that becomes a type".to_owned()
                }
                _ => "it can stand in an operation".to_owned(),
            }),
            Self::InvalidTimeout { .. } => Some("write a whole number and a unit: `500ms`, `10s` or `5m`".to_owned()),
            Self::DanglingReference { suggestion, .. } => suggestion.as_ref().map(|meant| format!("did you mean `{meant}`?")),
            Self::RemoteReference { .. } => {
                Some("save what it refers to as a file beside the description, and refer to that".to_owned())
            }
            Self::OutsideReference { .. } => {
                Some("name its folder in the settings, such as `roots = [\"..\"]`, or to `new` with `--root`".to_owned())
            }
            Self::NotCalled { .. } => Some("their bodies are models, for whoever receives them".to_owned()),
            Self::LongReference { .. } => Some("refer to what stands at its end".to_owned()),
            Self::CircularAllOf => Some("remove the part that leads back".to_owned()),
            Self::ConflictingAllOf { .. } => Some("the last of them is used".to_owned()),
            Self::MixedEnumeration => Some("any JSON is taken here instead; list only texts, numbers or booleans".to_owned()),
            Self::ContradictoryEnumeration { instead } => Some((*instead).to_owned()),
            Self::UndeclaredProperty { name } => {
                Some(format!("describe `{name}` in `properties`; until then it is not read or sent"))
            }
            Self::StrayMapping { .. } => Some("list the schema under `oneOf` or `anyOf`, or take it out of `mapping`".to_owned()),
            Self::IndistinctVariants { first, .. } => {
                Some(format!("such a value is read as `{first}`; a `discriminator` or a `const` property would tell them apart"))
            }
            Self::Unsupported { instead, .. } | Self::InvalidPagination { instead, .. } => Some((*instead).to_owned()),
            Self::XmlAsText => Some("read and write it with a library of your choice".to_owned()),
            Self::AmbiguousPath { .. } => Some("write one path, with the methods of both".to_owned()),
            Self::DuplicateParameter { .. } => Some("the first of them is used".to_owned()),
            Self::ParameterNotInPath { name, .. } => {
                Some(format!("it is never sent; write `{{{name}}}` into the path, or remove the parameter"))
            }
            Self::UndeclaredPathParameter { name, .. } => {
                Some(format!("it is taken as a required text; add a parameter with `name: {name}` and `in: path`"))
            }
            Self::OptionalPathParameter { .. } => Some("it is taken as required; write `required: true`".to_owned()),
            Self::IgnoredHeader { name } => Some(match name.to_ascii_lowercase().as_str() {
                "authorization" => "credentials are described by `securitySchemes` and `security`".to_owned(),
                _ => "the media types under `content` decide what is sent".to_owned(),
            }),
            Self::ForbiddenHeader { .. } => Some("it is left out; correct its name if another header is meant".to_owned()),
            Self::InvalidHeader { .. } => Some("write letters, digits and `-`, such as `X-Rate`".to_owned()),
            Self::InvalidMediaType { .. } => Some("write printable characters of ASCII, such as `application/json`".to_owned()),
            Self::MisplacedStyle { known, .. } => Some(format!("it can be written in the style {}", one_of(known))),
            Self::NoResponses => Some("describe at least one, such as `\"200\"`".to_owned()),
            Self::NoServer => Some("write, say, `servers: [{url: https://api.example.com}]`".to_owned()),
            Self::InvalidStatus { .. } => Some("write a status such as `404`, a range such as `4XX`, or `default`".to_owned()),
            Self::UnknownSecurityScheme { suggestion, .. } => Some(match suggestion {
                Some(name) => format!("did you mean `{name}`?"),
                None => "describe it in `components.securitySchemes`; until then this alternative is left out".to_owned(),
            }),
            Self::MutualTls { .. } => Some(
                "hand the builder a transport that shows the certificate, such as one by `ReqwestTransport::from_client`"
                    .to_owned(),
            ),
            Self::UnusedAllowance { .. } => Some("remove the entry from `allow`".to_owned()),
            Self::UnusableServer { .. } => Some(
                "a base URL begins with `http://`, `https://` or `/` and has no query or fragment; a variable needs a default"
                    .to_owned(),
            ),
            Self::NameCollision { renamed, of_values: true, .. } => Some(format!("the later one becomes `{renamed}`")),
            Self::NameCollision { renamed, .. } => {
                Some(format!("this one becomes `{renamed}`, unless an `x-rust-name` gives it another name"))
            }
            _ => None,
        }
    }
}

/// Words to choose from.
fn one_of(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, [])) => format!("`{last}`"),
        Some((last, others)) => format!("`{}` or `{last}`", others.join("`, `")),
        None => String::new(),
    }
}

/// How to let more pass.
fn higher(limit: Limit, bound: usize) -> String {
    let advice = match limit {
        Limit::Aliases => "use fewer aliases, overlays or media types of Swagger 2.0, each of which repeats all that it is for;",
        Limit::Items | Limit::OutputMegabytes => "leave out operations by `exclude`;",
        _ => "",
    };
    let key = format!("`limits.{}` in `clientsmith.toml`", limit.key());
    match bound >= limit.highest() {
        true => format!("{key} cannot be higher"),
        false => format!("{advice} if it is meant to be so, set {key} higher").trim_start().to_owned(),
    }
}
