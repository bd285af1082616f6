//! `Uses`: which parts of the runtime a client needs beside those that every client has.

use super::client::Plan;
use super::media_type::RequestBody;
use super::model::ModelItem;
use super::operation::Operation;
use super::security_scheme::Credential;
use super::ty::Ty;

/// Which parts of the runtime a client needs beside those that every client has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Calls, of whatever kind.
    pub operations: bool,
    /// Lists that come in pages.
    pub paging: bool,
    /// `date-time`.
    pub date_time: bool,
    /// `date`.
    pub date: bool,
    /// The dates of HTTP.
    pub http_date: bool,
    /// Numbers that are, or may be, written as text.
    pub number_texts: bool,
    /// Values that are an integer or a text.
    pub int_or_string: bool,
    /// `uuid`.
    pub uuid: bool,
    /// `byte`, which is text in Base64.
    pub base64: bool,
    /// Keys in headers, queries or cookies.
    pub api_keys: bool,
    /// User names and passwords.
    pub passwords: bool,
    /// Access tokens.
    pub tokens: bool,
    /// Responses that are taken as they come.
    pub streaming: bool,
    /// Headers that responses document.
    pub headers: bool,
    /// Forms of several parts.
    pub multipart: bool,
    /// Files in them that are written in Base64.
    pub base64_files: bool,
    /// Bodies of values in lines.
    pub json_lines: bool,
    /// Boxes that end long chains of types.
    pub deep: bool,
    /// Properties whose values are not printed.
    pub secrets: bool,
    /// Enums of texts.
    pub text_enums: bool,
    /// Lists with a type for each of their first items.
    pub tuples: bool,
    /// Constraints that are checked before values are sent.
    pub constraints: bool,
}

impl Uses {
    /// Whether the types of `chrono` are used.
    pub fn chrono(&self) -> bool {
        self.date || self.date_time || self.http_date
    }
}

impl Plan {
    /// The parts of the runtime that the client needs.
    pub fn uses(&self) -> Uses {
        let any = |holds: fn(&Operation) -> bool| self.groups.iter().flat_map(|group| &group.operations).any(holds);
        let credentials = || self.security_schemes.iter().map(|scheme| &scheme.credential);
        let is_key =
            |credential: &Credential| matches!(credential, Credential::Header(_) | Credential::Query(_) | Credential::Cookie(_));
        Uses {
            operations: any(|_| true),
            paging: any(|operation| operation.pagination.is_some()),
            streaming: any(|operation| operation.streaming.is_some()),
            headers: any(|operation| !operation.headers.is_empty()),
            multipart: any(|operation| operation.body.as_ref().is_some_and(RequestBody::is_multipart)),
            base64_files: any(|operation| operation.body.as_ref().is_some_and(RequestBody::has_base64_files)),
            json_lines: any(|operation| operation.body.as_ref().is_some_and(RequestBody::is_lines)),
            deep: self.models.iter().any(|model| model.item.types().iter().any(|ty| ty.is_hidden())),
            secrets: self.models.iter().any(|model| model.item.has_secrets()),
            text_enums: self.models.iter().any(|model| matches!(model.item, ModelItem::StringEnum(_))),
            tuples: self.scalars.iter().any(|ty| matches!(ty, Ty::Tuple(..))),
            constraints: self.checks_constraints,
            api_keys: credentials().any(is_key),
            passwords: credentials().any(|credential| *credential == Credential::Basic),
            tokens: credentials().any(|credential| matches!(credential, Credential::Tokens(_))),
            date_time: self.scalars.contains(&Ty::DateTime),
            date: self.scalars.contains(&Ty::Date),
            http_date: self.scalars.contains(&Ty::HttpDate),
            uuid: self.scalars.contains(&Ty::Uuid),
            base64: self.scalars.contains(&Ty::Base64),
            number_texts: self.scalars.iter().any(|ty| matches!(ty, Ty::Quoted(_) | Ty::Numeric(_))),
            int_or_string: self.scalars.contains(&Ty::IntOrString),
        }
    }
}
