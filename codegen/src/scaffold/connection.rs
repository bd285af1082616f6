//! The client of the first example: its server and its credentials.

use std::collections::BTreeSet;

use super::Scaffold;
use super::sample::text;
use crate::plan::{Credential, Operation, Requirement, ServerChoice, ServerPiece};

/// A server that exists nowhere.
const PLACEHOLDER: &str = "https://api.example.com";

/// A call of a method of the builder, with a comment.
struct Setting {
    comment: Option<&'static str>,
    call: String,
}

impl Scaffold<'_> {
    /// The statement that makes a client for a call.
    pub(super) fn client(&self, operation: Option<&Operation>, imports: &mut BTreeSet<&'static str>) -> Vec<String> {
        let server = self.server(operation, imports);
        let is_open = server.is_none() && is_open(self.address(operation));
        let mut settings: Vec<Setting> = server.into_iter().collect();
        let credentials = operation.map(|operation| self.credentials(operation)).unwrap_or_default();
        if is_open && !credentials.is_empty() {
            let comment = Some("Others can read what is sent without TLS; a server with TLS needs no such permission.");
            settings.push(Setting { comment, call: "credentials_over_http()".to_owned() });
        }
        settings.extend(credentials.into_iter().map(|call| Setting { comment: None, call }));
        if let [] | [Setting { comment: None, .. }] = settings.as_slice() {
            let calls: String = settings.iter().map(|setting| format!(".{}", setting.call)).collect();
            return vec![format!("let client = Client::builder(){calls}.build()?;")];
        }
        let mut lines = vec!["let client = Client::builder()".to_owned()];
        for Setting { comment, call } in settings {
            lines.extend(comment.map(|comment| format!("    // {comment}")));
            lines.push(format!("    .{call}"));
        }
        lines.push("    .build()?;".to_owned());
        lines
    }

    /// The server, where the description leaves something of its address open.
    fn server(&self, operation: Option<&Operation>, imports: &mut BTreeSet<&'static str>) -> Option<Setting> {
        let own = own_server(operation);
        let comment = Some("The description does not name the host of the API: put it here.");
        if !self.plan.has_server {
            let url = own.unwrap_or(PLACEHOLDER);
            return Some(Setting { comment: comment.filter(|_| own.is_none()), call: format!("base_url({url:?})") });
        }
        let choice = self.plan.servers.first()?.choice.as_ref()?;
        let variables: String = open_variables(choice).into_iter().map(|(name, value)| format!(".{name}({value})")).collect();
        let value = match choice.is_relative {
            true => format!("at({PLACEHOLDER:?}){variables}"),
            false if own.is_some() || variables.is_empty() => return None,
            false => format!("new(){variables}"),
        };
        imports.insert("servers");
        Some(Setting {
            comment: comment.filter(|_| choice.is_relative),
            call: format!("base_url(servers::{}::{value})", choice.name),
        })
    }

    /// Where a call goes.
    fn address<'a>(&'a self, operation: Option<&'a Operation>) -> &'a str {
        own_server(operation).or(self.plan.servers.first().map(|server| server.url.as_str())).unwrap_or_default()
    }

    /// The builder's methods for the credentials that a call needs: those of the alternative with the fewest.
    fn credentials(&self, operation: &Operation) -> Vec<String> {
        let needed = operation.security.iter().min_by_key(|alternative| alternative.len());
        needed.into_iter().flatten().filter_map(|requirement| self.credential(requirement)).collect()
    }

    fn credential(&self, Requirement { scheme, .. }: &Requirement) -> Option<String> {
        let credential = &self.plan.security_schemes.iter().find(|candidate| candidate.name == *scheme)?.credential;
        let values = match credential {
            Credential::Header(_) | Credential::Query(_) | Credential::Cookie(_) => "\"my-key\"",
            Credential::Basic => "\"my-name\", \"my-password\"",
            Credential::Tokens(_) => "\"my-token\"",
        };
        Some(format!("{scheme}({values})"))
    }
}

/// The server of a call that does not go to the client's, if it has a host.
fn own_server(operation: Option<&Operation>) -> Option<&str> {
    operation?.server.as_deref().filter(|server| !server.starts_with('/'))
}

/// Whether an address has no TLS, and others than this machine can read requests to it.
fn is_open(address: &str) -> bool {
    let is_local = |host: &str| ["localhost", "127.", "[::1]"].iter().any(|local| host.starts_with(local));
    address.strip_prefix("http://").is_some_and(|host| !is_local(host))
}

/// The variables in the host of a server's address that are empty unless they are set, with a value for each.
fn open_variables(choice: &ServerChoice) -> Vec<(String, String)> {
    let mut open: Vec<(String, String)> = Vec::new();
    let mut before = String::new();
    for part in &choice.parts {
        let is_in_host = before.split_once("://").is_some_and(|(_, before)| !before.contains('/'));
        match part {
            ServerPiece::Literal(text) => before.push_str(text),
            ServerPiece::Text { name, default, .. } if is_in_host && default.is_empty() => {
                let variable = (name.to_string(), text(name));
                if !open.contains(&variable) {
                    open.push(variable);
                }
            }
            ServerPiece::Text { .. } | ServerPiece::Enumerated(_) => {}
        }
    }
    open
}
