//! `Fingerprint`: tells whether a text changed, whatever line ends it was checked out with.

use std::fmt;
use std::str::FromStr;

/// FNV-1a, 128 bits, over the bytes of a text with its line ends as LF.
///
/// It finds accidents, not attacks, and is short enough to be written out a second time in the client's `build.rs`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of a text.
    pub fn of(text: &[u8]) -> Self {
        const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        let add = |hash: u128, byte: u8| (hash ^ u128::from(byte)).wrapping_mul(PRIME);
        Self(if text.contains(&b'\r') { lf_bytes(text).fold(OFFSET, add) } else { text.iter().copied().fold(OFFSET, add) })
    }
}

/// Whether two texts are the same but for their line ends.
pub fn same_text(one: &[u8], other: &[u8]) -> bool {
    one == other || lf_bytes(one).eq(lf_bytes(other))
}

/// The bytes without the CR of each CR LF.
fn lf_bytes(text: &[u8]) -> impl Iterator<Item = u8> {
    let next = text.iter().skip(1).map(Some).chain([None]);
    text.iter().zip(next).filter(|&(&byte, next)| byte != b'\r' || next != Some(&b'\n')).map(|(&byte, _)| byte)
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// A text that is not 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidFingerprint;

impl FromStr for Fingerprint {
    type Err = InvalidFingerprint;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 32 || !text.bytes().all(is_digit) {
            return Err(InvalidFingerprint);
        }
        u128::from_str_radix(text, 16).map(Self).map_err(|_| InvalidFingerprint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_published_values() {
        assert_eq!(Fingerprint::of(b"").to_string(), "6c62272e07bb014262b821756295c58d");
        assert_eq!(Fingerprint::of(b"a").to_string(), "d228cb696f1a8caf78912b704e4a8964");
        assert_eq!(Fingerprint::of(b"foobar").to_string(), "343e1662793c64bf6f0d3597ba446f18");
    }

    #[test]
    fn line_ends_do_not_count_but_other_carriage_returns_do() {
        assert_eq!(Fingerprint::of(b"a\r\nb\r\n"), Fingerprint::of(b"a\nb\n"));
        assert_ne!(Fingerprint::of(b"a\rb"), Fingerprint::of(b"ab"));
        assert_ne!(Fingerprint::of(b"a\r"), Fingerprint::of(b"a"));
        assert!(same_text(b"a\r\nb", b"a\nb"));
        assert!(!same_text(b"a\r\r\nb", b"a\nb"));
        assert!(!same_text(b"a\nb", b"a\nc"));
    }

    #[test]
    fn is_read_as_it_is_written() {
        let fingerprint = Fingerprint::of("测试".as_bytes());
        assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
        assert_eq!("6C62272E07BB014262B821756295C58D".parse::<Fingerprint>(), Err(InvalidFingerprint));
        assert_eq!("+c62272e07bb014262b821756295c58d".parse::<Fingerprint>(), Err(InvalidFingerprint));
        assert_eq!("6c62".parse::<Fingerprint>(), Err(InvalidFingerprint));
    }
}
