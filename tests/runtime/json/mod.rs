//! JSON: parsing, decoding, encoding, and the bridges to serde.

mod bridges;
mod constants;
mod debug;
mod decode;
mod encode;
mod formats;
mod object;
mod parse;
mod random;
mod tolerance;
mod unions;
