//! `Status`: a status or range of the description, and what it is called.

use crate::api;

/// A status or range of the description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// `404`.
    Code(u16),
    /// `4XX`, by its first digit: any other status of its class.
    Range(u8),
}

/// The status or range; `None` for `default`.
pub(super) fn of(status: api::Status) -> Option<Status> {
    match status {
        api::Status::Code(code) => Some(Status::Code(code)),
        api::Status::Range(digit) => Some(Status::Range(digit)),
        api::Status::Default => None,
    }
}

/// What a status is called: its reason phrase, as [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-15) gives it.
pub(super) fn word(status: api::Status) -> String {
    let word = match status {
        api::Status::Code(code) => match code {
            200 => "Ok",
            201 => "Created",
            202 => "Accepted",
            203 => "NonAuthoritativeInformation",
            204 => "NoContent",
            205 => "ResetContent",
            206 => "PartialContent",
            207 => "MultiStatus",
            208 => "AlreadyReported",
            226 => "ImUsed",
            100 => "Continue",
            101 => "SwitchingProtocols",
            300 => "MultipleChoices",
            301 => "MovedPermanently",
            302 => "Found",
            303 => "SeeOther",
            304 => "NotModified",
            307 => "TemporaryRedirect",
            308 => "PermanentRedirect",
            400 => "BadRequest",
            401 => "Unauthorized",
            402 => "PaymentRequired",
            403 => "Forbidden",
            404 => "NotFound",
            405 => "MethodNotAllowed",
            406 => "NotAcceptable",
            407 => "ProxyAuthenticationRequired",
            408 => "RequestTimeout",
            409 => "Conflict",
            410 => "Gone",
            411 => "LengthRequired",
            412 => "PreconditionFailed",
            413 => "ContentTooLarge",
            414 => "UriTooLong",
            415 => "UnsupportedMediaType",
            416 => "RangeNotSatisfiable",
            417 => "ExpectationFailed",
            421 => "MisdirectedRequest",
            422 => "UnprocessableContent",
            423 => "Locked",
            424 => "FailedDependency",
            425 => "TooEarly",
            426 => "UpgradeRequired",
            428 => "PreconditionRequired",
            429 => "TooManyRequests",
            431 => "RequestHeaderFieldsTooLarge",
            451 => "UnavailableForLegalReasons",
            500 => "InternalServerError",
            501 => "NotImplemented",
            502 => "BadGateway",
            503 => "ServiceUnavailable",
            504 => "GatewayTimeout",
            505 => "HttpVersionNotSupported",
            507 => "InsufficientStorage",
            511 => "NetworkAuthenticationRequired",
            _ => return format!("Status{code}"),
        },
        api::Status::Range(1) => "Informational",
        api::Status::Range(2) => "Success",
        api::Status::Range(3) => "Redirection",
        api::Status::Range(4) => "ClientError",
        api::Status::Range(5) => "ServerError",
        api::Status::Range(_) | api::Status::Default => "Default",
    };
    word.to_owned()
}
