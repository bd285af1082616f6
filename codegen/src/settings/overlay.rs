//! Listing an overlay in a settings file, whose comments and order stay.

use toml_edit::{Array, DocumentMut, Item, Value};

use super::Settings;

/// The text of a settings file with an overlay listed after the others; none if it is listed.
///
/// # Errors
///
/// Fails if the text cannot be understood.
pub fn with_overlay(text: &str, overlay: &str) -> Result<Option<String>, String> {
    let settings = Settings::parse(text).map_err(|error| error.to_string())?;
    if settings.overlays.iter().any(|path| path.trim_start_matches("./") == overlay) {
        return Ok(None);
    }
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let list = document.entry("overlays").or_insert(Item::Value(Value::Array(Array::new())));
    let list = list.as_array_mut().ok_or("`overlays` is not a list")?;
    let mut entry = Value::from(overlay);
    // An entry on a line follows one on a line.
    if let Some(last) = list.iter().last() {
        *entry.decor_mut() = last.decor().clone();
        if list.len() == 1 && last.decor().prefix().and_then(|prefix| prefix.as_str()).is_none_or(str::is_empty) {
            entry.decor_mut().set_prefix(" ");
        }
        list.push_formatted(entry);
    } else {
        list.push(entry);
    }
    Ok(Some(document.to_string()))
}

#[cfg(test)]
mod tests {
    use super::with_overlay;

    #[test]
    fn lists_it_once_and_keeps_the_rest() {
        for (text, expected) in [
            (
                "# a\ndescription = 'a' # b\n\n[limits] # c\nfiles = 7\n",
                "# a\ndescription = 'a' # b\noverlays = [\"x.yaml\"]\n\n[limits] # c\nfiles = 7\n",
            ),
            ("description = 'a'\noverlays = ['b.yaml'] # c\n", "description = 'a'\noverlays = ['b.yaml', \"x.yaml\"] # c\n"),
            (
                "description = 'a'\noverlays = [\n  # b\n  'b.yaml',\n  'c.yaml',\n]\n",
                "description = 'a'\noverlays = [\n  # b\n  'b.yaml',\n  'c.yaml',\n  \"x.yaml\",\n]\n",
            ),
        ] {
            assert_eq!(with_overlay(text, "x.yaml"), Ok(Some(expected.to_owned())));
            assert_eq!(with_overlay(expected, "x.yaml"), Ok(None));
        }
        assert!(with_overlay("description = 1", "x.yaml").is_err());
    }
}
