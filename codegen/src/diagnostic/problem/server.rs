//! Problems of servers.

macro_rules! server_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// A server whose URL is no base URL.
    UnusableServer {
        /// The URL.
        url: String,
    } => {
        code: "unusable-server", level: Warning,
        message: format!("`{url}` cannot be used as a base URL"),
        help: "a base URL begins with `http://`, `https://` or `/` and has no query or fragment; a variable needs a default",
    }

    /// A default of a server's variable that is not among its values.
    UnlistedDefault {
        /// The variable.
        name: String,
        /// Its default.
        default: String,
    } => {
        code: "unlisted-default", level: Warning,
        message: format!("the default `{default}` of the variable `{name}` is not among its values"),
        help: None,
    }

    /// A description without a usable server.
    NoServer => {
        code: "no-server", level: Note,
        message: "no usable server is described, so callers must give the base URL",
        help: "write, say, `servers: [{url: https://api.example.com}]`",
    }
    } };
}
