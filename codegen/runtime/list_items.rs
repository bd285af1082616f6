//! The items of a header that is a list.

/// The items of a list with commas between them ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1)). Commas
/// between quotation marks, in an address between `<` and `>`, and in a date of HTTP separate nothing.
pub(super) fn list_items(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        text = text.trim_start_matches([',', ' ', '\t']);
        let (item, rest) = text.split_at(end_of_item(text));
        text = rest;
        (!item.is_empty()).then(|| item.trim_end_matches([' ', '\t']))
    })
}

fn end_of_item(text: &str) -> usize {
    let start = text.strip_prefix('<').and_then(|address| address.find('>')).map_or(0, |end| end + 1);
    let end = start + end_of(&text[start..], ',');
    let Some(rest) = text.get(end + 1..) else { return end };
    // `Sun, 06 Nov 1994 08:49:37 GMT`
    let end_of_date = end + 1 + rest.find(',').unwrap_or(rest.len());
    let is_date = httpdate::parse_http_date(text[..end_of_date].trim()).is_ok();
    if is_date { end_of_date } else { end }
}

/// The index of the first `mark` outside quotation marks, or the length of the text. A quotation mark after a letter or digit begins no
/// quotation.
pub(super) fn end_of(text: &str, mark: char) -> usize {
    let (mut is_quoted, mut is_escaped, mut before) = (false, false, ' ');
    for (index, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = is_quoted,
            '"' if is_quoted => is_quoted = false,
            '"' => is_quoted = !before.is_alphanumeric() && closes(&text[index + 1..]),
            _ if character == mark && !is_quoted => return index,
            _ => {}
        }
        before = character;
    }
    text.len()
}

/// Whether a text has a quotation mark that ends a quotation.
fn closes(quotation: &str) -> bool {
    let mut is_escaped = false;
    quotation.chars().any(|character| {
        let ends = character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        ends
    })
}
