//! Security: the alternatives of schemes that a call is sent with.

use serde_yaml::Value;

use super::Description;
use super::name::{snake, wanted};
use super::object::{entries, text};

impl<'d> Description<'d> {
    /// The alternatives of an operation, or of the whole description; none where a call needs no credentials.
    pub(crate) fn security(&self, own: Option<&'d Value>) -> Option<String> {
        let required = own.or_else(|| self.root.get("security"))?.as_sequence()?;
        let mut alternatives: Vec<String> =
            required.iter().filter_map(|alternative| self.alternative_of_schemes(alternative)).collect();
        // Without credentials goes last.
        alternatives.sort_by_key(|alternative| alternative == "&[]");
        (!alternatives.is_empty()).then(|| format!("&[{}]", alternatives.join(",")))
    }

    /// The schemes that are used together, without those of the transport, for which a client has no credential.
    fn alternative_of_schemes(&self, alternative: &'d Value) -> Option<String> {
        let schemes = entries(alternative);
        let scheme = |name: &str| self.root.get("components")?.get("securitySchemes")?.get(name);
        let is_credential = |name: &str| scheme(name).is_none_or(|scheme| scheme.get("type").map(text) != Some("mutualTLS"));
        let spell = |(name, scopes): &(&str, &Value)| {
            let scopes = scopes.as_sequence().into_iter().flatten().map(|scope| format!("{:?}", text(scope)));
            let name = snake(scheme(name).map_or(name, |scheme| wanted(scheme, name)));
            format!("({name:?},&[{}])", scopes.collect::<Vec<_>>().join(","))
        };
        let spelled: Vec<String> = schemes.iter().filter(|(name, _)| is_credential(name)).map(spell).collect();
        (schemes.is_empty() || !spelled.is_empty()).then(|| format!("&[{}]", spelled.join(",")))
    }
}
