//! Numbers of JSON text, which stay text until a type asks for them.

/// How far the number that starts here goes, and whether it is complete.
#[inline]
pub(super) fn scan(bytes: &[u8]) -> (usize, bool) {
    let mut at = usize::from(bytes.first() == Some(&b'-'));
    match bytes.get(at) {
        Some(b'0') => at += 1,
        Some(b'1'..=b'9') => at = after_digits(bytes, at),
        _ => return (at, false),
    }
    match bytes.get(at) {
        Some(b'.' | b'e' | b'E') => scan_rest(bytes, at),
        _ => (at, true),
    }
}

/// The same from the point or the exponent on.
fn scan_rest(bytes: &[u8], mut at: usize) -> (usize, bool) {
    if bytes.get(at) == Some(&b'.') {
        let fraction = at + 1;
        at = after_digits(bytes, fraction);
        if at == fraction {
            return (at, false);
        }
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        at += 1;
        if let Some(b'+' | b'-') = bytes.get(at) {
            at += 1;
        }
        let exponent = at;
        at = after_digits(bytes, exponent);
        if at == exponent {
            return (at, false);
        }
    }
    (at, true)
}

#[inline]
fn after_digits(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b'0'..=b'9') = bytes.get(at) {
        at += 1;
    }
    at
}

/// Reads a number of JSON text that is at most 18 digits; not `-0`, which is not the integer 0 to everyone.
#[inline]
pub(super) fn short_integer(text: &str) -> Option<i64> {
    let (digits, is_negative) = text.strip_prefix('-').map_or((text, false), |digits| (digits, true));
    if digits.len() > 18 {
        return None;
    }
    let mut value = 0;
    for digit in digits.bytes() {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    match is_negative {
        true if value == 0 => None,
        true => Some(-value),
        false => Some(value),
    }
}

/// Appends an integer's digits; the standard library's formatting takes several times as long.
pub(super) fn write(value: i64, output: &mut Vec<u8>) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    let mut rest = value.unsigned_abs();
    while rest > 0 || start == digits.len() {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    if value < 0 {
        output.push(b'-');
    }
    output.extend_from_slice(&digits[start..]);
}

/// What a number is as an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::runtime) enum Integral {
    Value(i128),
    /// An integer beyond 128 bits.
    TooLarge,
    /// Not an integer.
    Fractional,
}

/// Reads a number of JSON text as an integer, exactly. `3.0` and `3e2` are integers too.
pub(in crate::runtime) fn integral(text: &str) -> Integral {
    if let Ok(value) = text.parse::<i64>() {
        return Integral::Value(value.into());
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (negative, mantissa) = mantissa.strip_prefix('-').map_or((false, mantissa), |mantissa| (true, mantissa));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return Integral::Value(0);
    }
    let Ok(exponent) = exponent.parse::<i64>() else {
        return if exponent.starts_with('-') { Integral::Fractional } else { Integral::TooLarge };
    };
    let dropped = digits.len() as i64 - significant.len() as i64;
    let scale = exponent.saturating_add(dropped - fraction.len() as i64);
    match u32::try_from(scale) {
        Ok(scale) => scaled(significant, scale, negative).map_or(Integral::TooLarge, Integral::Value),
        Err(_) if scale < 0 => Integral::Fractional,
        Err(_) => Integral::TooLarge,
    }
}

fn scaled(digits: &str, scale: u32, negative: bool) -> Option<i128> {
    let value = digits.parse::<i128>().ok()?.checked_mul(10_i128.checked_pow(scale)?)?;
    Some(if negative { -value } else { value })
}
