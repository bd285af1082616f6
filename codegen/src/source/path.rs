//! Paths of files as descriptions write them: with `/` between their parts, and escapes as in URLs.

use crate::pointer::percent_decode;

/// What the part of a reference before its `#` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// The file that the reference is written in.
    Here,
    /// A file.
    File(String),
    /// Something that only a network has.
    Remote,
}

impl Address {
    /// Reads what a reference in a file names.
    pub(super) fn read(text: &str, base: &str) -> Self {
        if text.is_empty() {
            return Self::Here;
        }
        if has_scheme(text) || text.starts_with("//") {
            return Self::Remote;
        }
        let path = text.split('?').next().unwrap_or_default();
        let path = percent_decode(path).unwrap_or_else(|| path.to_owned());
        Self::File(join(folder(base), &path))
    }
}

/// The folder of a file, as far as its path tells; empty for one that stands right here.
pub(super) fn folder(path: &str) -> &str {
    match path.rsplit_once('/') {
        Some(("", _)) => "/",
        Some((folder, _)) => folder,
        None => "",
    }
}

/// Whether a file's name says that it is prose in a markup language.
pub(super) fn is_markup(path: &str) -> bool {
    has_extension(path, &["md", "markdown", "mdown", "mkd", "mdx", "adoc", "asciidoc", "rst", "html", "htm"])
}

/// Whether a file's name says that it is YAML or JSON.
pub(super) fn is_data(path: &str) -> bool {
    has_extension(path, &["yaml", "yml", "json"])
}

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extensions.iter().any(|known| known.eq_ignore_ascii_case(extension)))
}

/// A path from a folder on, without detours: `schemas` and `../pet.yaml` are `pet.yaml`.
pub(super) fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let is_absolute = path.starts_with('/') || folder.starts_with('/');
    let folder = if path.starts_with('/') { "" } else { folder };
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            ".." if is_absolute => {}
            part => parts.push(part),
        }
    }
    format!("{}{}", if is_absolute { "/" } else { "" }, parts.join("/"))
}

/// The way from a folder to a file: from `api/schemas` to `api/common/x.yaml` it is `../common/x.yaml`.
pub(super) fn relative(folder: &str, path: &str) -> String {
    let folder: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let path: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let common = folder.iter().zip(&path).take_while(|(one, other)| one == other).count();
    let up = folder[common..].iter().map(|_| "..");
    up.chain(path[common..].iter().copied()).collect::<Vec<_>>().join("/")
}

/// An address, which may be relative to another.
pub(super) fn join_address(base: &str, address: &str) -> String {
    let (origin, path) = match base.split_once("://") {
        Some((scheme, rest)) => base.split_at(scheme.len() + 3 + rest.find('/').unwrap_or(rest.len())),
        None => ("", base),
    };
    match address {
        address if has_scheme(address) || (origin.is_empty() && has_scheme(base)) => address.to_owned(),
        address => format!("{origin}{}", join(folder(path), address)),
    }
}

/// Whether a reference begins like a URL. A single letter is a drive of Windows.
fn has_scheme(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else { return false };
    let is_letter = |character: char| character.is_ascii_alphanumeric() || "+-.".contains(character);
    scheme.len() > 1 && scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.chars().all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_without_detours() {
        for (base, text, path) in [
            ("api/openapi.yaml", "./schemas/pet.yaml", "api/schemas/pet.yaml"),
            ("api/schemas/pet.yaml", "../common/a%20b.yaml", "api/common/a b.yaml"),
            ("openapi.yaml", "../common/error.yaml", "../common/error.yaml"),
            ("../api/openapi.yaml", "../../x.yaml", "../../x.yaml"),
            ("/a/openapi.yaml", "../../x.yaml", "/x.yaml"),
            ("openapi.yaml", "/etc/passwd", "/etc/passwd"),
        ] {
            assert_eq!(Address::read(text, base), Address::File(path.to_owned()), "{base} {text}");
        }
        assert_eq!(Address::read("", "a.yaml"), Address::Here);
    }

    #[test]
    fn finds_the_way_back() {
        for (folder, path, way) in [
            ("", "schemas/pet.yaml", "schemas/pet.yaml"),
            ("api", "api/schemas/pet.yaml", "schemas/pet.yaml"),
            ("api/spec", "api/common/x.yaml", "../common/x.yaml"),
            ("/a/b", "/a/x.yaml", "../x.yaml"),
        ] {
            assert_eq!(relative(folder, path), way);
        }
    }

    #[test]
    fn joins_addresses() {
        for (base, address, joined) in [
            ("https://x.example/a/pet", "owner", "https://x.example/a/owner"),
            ("https://x.example/a/pet", "/b/owner", "https://x.example/b/owner"),
            ("https://x.example", "/owner", "https://x.example/owner"),
            ("https://x.example/a", "https://y.example/b", "https://y.example/b"),
            ("schemas/pet", "../owner", "owner"),
            ("urn:x:pet", "owner", "owner"),
        ] {
            assert_eq!(join_address(base, address), joined, "{base} {address}");
        }
    }

    #[test]
    fn knows_what_is_remote() {
        for text in ["https://x.example/a.yaml", "file:///etc/passwd", "//x.example/a", "urn:a:b"] {
            assert_eq!(Address::read(text, "a.yaml"), Address::Remote, "{text}");
        }
    }
}
