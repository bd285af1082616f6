//! Strings of JSON text: finding their end, taking escapes out and putting them in.

/// How many bytes from here stand for themselves: up to a quote, a backslash, a control character or the end.
#[inline(always)]
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let special = special_bytes(u64::from_le_bytes(*word));
        if special != 0 {
            return index * 8 + special.trailing_zeros() as usize / 8;
        }
    }
    if rest.is_empty() { bytes.len() } else { plain_length_to_end(bytes) }
}

/// The same where only the last few bytes, less than eight, are left to look at; those before them may be looked at again.
#[inline]
fn plain_length_to_end(bytes: &[u8]) -> usize {
    match bytes.last_chunk::<8>() {
        Some(last) => {
            let special = special_bytes(u64::from_le_bytes(*last));
            bytes.len() - last.len() + special.trailing_zeros() as usize / 8
        }
        None => bytes.iter().position(|&byte| byte < b' ' || byte == b'"' || byte == b'\\').unwrap_or(bytes.len()),
    }
}

/// Marks, in the top bit of each byte, the quotes, backslashes and control characters among eight bytes.
#[inline]
fn special_bytes(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    const TOPS: u64 = ONES << 7;
    let low = word & !TOPS;
    // Each sum has a byte's top bit unless that byte is the quote, the backslash, or less than a space.
    let quotes = (low ^ (ONES * b'"' as u64)) + !TOPS;
    let backslashes = (low ^ (ONES * b'\\' as u64)) + !TOPS;
    let controls = low + ONES * (0x80 - b' ' as u64);
    !(quotes & backslashes & controls | word) & TOPS
}

/// Appends the rest of a string to `output`, from `at` to after the closing quote.
pub(super) fn unescape(text: &str, at: &mut usize, output: &mut String) -> Result<(), &'static str> {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(*at) {
            Some(b'"') => {
                *at += 1;
                return Ok(());
            }
            Some(b'\\') => {
                let (character, length) = escape(&bytes[*at..])?;
                output.push(character);
                *at += length;
            }
            Some(_) => return Err("a control character inside a string"),
            None => return Err("the text ends inside a string"),
        }
        let length = plain_length(&bytes[*at..]);
        output.push_str(&text[*at..*at + length]);
        *at += length;
    }
}

/// The character that an escape stands for, and the escape's length.
fn escape(bytes: &[u8]) -> Result<(char, usize), &'static str> {
    let character = match bytes.get(1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode_escape(bytes),
        Some(_) => return Err("an unknown escape"),
        None => return Err("the text ends inside a string"),
    };
    Ok((character, 2))
}

/// `\u00e9`, or a surrogate pair as in `\ud83d\ude00`.
fn unicode_escape(bytes: &[u8]) -> Result<(char, usize), &'static str> {
    let first = code_unit(bytes).ok_or("expected four hexadecimal digits after `\\u`")?;
    if let Some(character) = char::from_u32(u32::from(first)) {
        return Ok((character, 6));
    }
    let second = code_unit(&bytes[6..]).ok_or("half a surrogate pair")?;
    match char::decode_utf16([first, second]).next() {
        Some(Ok(character)) => Ok((character, 12)),
        _ => Err("half a surrogate pair"),
    }
}

fn code_unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.first_chunk::<4>()?;
    digits.iter().try_fold(0, |unit: u16, &digit| Some(unit << 4 | char::from(digit).to_digit(16)? as u16))
}

/// Appends a string in quotes.
pub(super) fn write(text: &str, output: &mut Vec<u8>) {
    output.reserve(text.len() + 2);
    output.push(b'"');
    let mut rest = text.as_bytes();
    loop {
        let length = plain_length(rest);
        output.extend_from_slice(&rest[..length]);
        let Some(&special) = rest.get(length) else { break };
        write_escape(special, output);
        rest = &rest[length + 1..];
    }
    output.push(b'"');
}

fn write_escape(byte: u8, output: &mut Vec<u8>) {
    match byte {
        b'"' => output.extend_from_slice(b"\\\""),
        b'\\' => output.extend_from_slice(b"\\\\"),
        b'\n' => output.extend_from_slice(b"\\n"),
        b'\r' => output.extend_from_slice(b"\\r"),
        b'\t' => output.extend_from_slice(b"\\t"),
        8 => output.extend_from_slice(b"\\b"),
        12 => output.extend_from_slice(b"\\f"),
        _ => output.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
    }
}
