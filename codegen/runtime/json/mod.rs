//! JSON: a flat tape that is parsed once, and the two small traits by which models read and write it.

mod debug;
mod decode;
mod decode_error;
mod deserialize;
mod encode;
mod encode_error;
mod entries;
mod fields;
mod handle;
pub(super) mod number;
mod object;
mod parse;
mod path;
mod repeated;
mod serialize;
mod string;
mod syntax_error;
mod tape;
mod unknown;
mod writer;

pub use debug::debug;
pub use decode::{Decode, from_json, variant};
pub use decode_error::DecodeError;
pub use deserialize::deserialize;
pub(super) use encode::to_request_json;
pub use encode::{Encode, to_json};
pub use encode_error::EncodeError;
pub use entries::{Elements, Entries};
pub use fields::Fields;
pub use handle::Json;
pub use object::JsonObject;
pub use serialize::serialize;
pub use syntax_error::SyntaxError;
pub use tape::Tape;
pub use unknown::{UnknownInteger, UnknownValue};
pub use writer::{ArrayWriter, JsonWriter, ObjectWriter};
