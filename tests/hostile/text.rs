//! The texts that a description is made to say.

/// A text that means no harm.
pub(crate) const HARMLESS: &str = "harmless";

/// What no file may contain: carriage returns, other controls, and what changes the direction of what follows.
pub(crate) const CONTROL: [char; 13] = [
    '\r', '\0', '\u{1b}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}', '\u{feff}',
];

/// Texts that would get out of a literal, a comment, an attribute, a format, a table or a folder.
pub(crate) const HOSTILE: [&str; 18] = [
    "\"]pub fn PwNeD_mArKeR(){}#[doc=\"",
    "\"); pub fn PwNeD_mArKeR() {} //",
    "\"##########; pub fn PwNeD_mArKeR() {} /*",
    "*/ pub fn PwNeD_mArKeR() {} /*",
    "x\npub fn PwNeD_mArKeR() {}",
    "x\r\npub fn PwNeD_mArKeR() {}\r\n#",
    "x\rpub fn PwNeD_mArKeR() {}",
    "} pub mod PwNeD_mArKeR { fn x() {",
    "]\n#![feature(PwNeD_mArKeR)]\npub fn PwNeD_mArKeR() {}",
    "\u{202e}PwNeD_mArKeR\u{2066}\u{feff}\u{1b}[31m",
    "```\npub fn PwNeD_mArKeR() {}\n```\n    PwNeD_mArKeR",
    "`PwNeD_mArKeR` [`PwNeD_mArKeR`] <script>PwNeD_mArKeR</script>",
    "{PwNeD_mArKeR} {0} {:?} {{}} }{ {",
    "x\"\nbuild = \"PwNeD_mArKeR\"\n[build-dependencies]\nPwNeD_mArKeR = \"1\"\n",
    "'''\nPwNeD_mArKeR = 1\n\"\"\"",
    "../../PwNeD_mArKeR",
    "PwNeD_mArKeR\0\\",
    "$PwNeD_mArKeR \\u{7d} \\",
];
