//! `TextFormat`, `Integer` and `Float`: the formats that have a Rust type.

/// A format of text that has a Rust type; every other one stays text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextFormat {
    /// `date-time`.
    DateTime,
    /// `http-date`, and its other names.
    HttpDate,
    /// `date`.
    Date,
    /// `uuid`.
    Uuid,
    /// `byte`: bytes in Base64.
    Byte,
    /// `int64`, ...: an integer that is written as text, as in the JSON of protobuf.
    Integer(Integer),
}

/// The format of a value that is an integer or a text.
pub const INT_OR_STRING: &str = "int-or-string";

impl TextFormat {
    /// The format of a name.
    pub fn of(format: Option<&str>) -> Option<Self> {
        match format? {
            "date-time" => Some(Self::DateTime),
            "http-date" | "date-time-rfc1123" | "rfc1123" | "date-time-rfc7231" | "rfc7231" => Some(Self::HttpDate),
            "date" => Some(Self::Date),
            "uuid" => Some(Self::Uuid),
            "byte" => Some(Self::Byte),
            format => Integer::named(format).map(Self::Integer),
        }
    }
}

/// The floating-point types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Float {
    /// `f32`.
    Single,
    /// `f64`, the type of numbers without a format.
    Double,
}

impl Float {
    /// The type of a format.
    pub fn of(format: Option<&str>) -> Self {
        if format == Some("float") { Self::Single } else { Self::Double }
    }
}

/// The integer types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Integer {
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`, the type of integers without a format.
    I64,
    /// `i128`, for what neither `i64` nor `u64` holds.
    I128,
    /// `u8`.
    U8,
    /// `u16`.
    U16,
    /// `u32`.
    U32,
    /// `u64`.
    U64,
}

impl Integer {
    /// Every integer type.
    pub const ALL: [Self; 9] = [Self::I8, Self::I16, Self::I32, Self::I64, Self::I128, Self::U8, Self::U16, Self::U32, Self::U64];

    /// The name of the type.
    pub fn name(self) -> &'static str {
        match self {
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::I128 => "i128",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
        }
    }

    /// Whether a value is one of the type.
    pub fn holds(self, value: i128) -> bool {
        (self.range().0..=self.range().1).contains(&value)
    }

    /// Whether all values of another type are values of this one.
    pub fn includes(self, other: Self) -> bool {
        let (least, greatest) = other.range();
        self.holds(least) && self.holds(greatest)
    }

    /// The type of a format that names one.
    pub fn named(format: &str) -> Option<Self> {
        match format {
            "int8" => Some(Self::I8),
            "int16" => Some(Self::I16),
            "int32" => Some(Self::I32),
            "int64" => Some(Self::I64),
            "uint8" => Some(Self::U8),
            "uint16" => Some(Self::U16),
            "uint32" => Some(Self::U32),
            "uint64" => Some(Self::U64),
            _ => None,
        }
    }

    /// The type of a format; 64 bits where it does not say.
    pub fn of(format: Option<&str>) -> Self {
        format.and_then(Self::named).unwrap_or(Self::I64)
    }

    /// The least and the greatest value.
    pub fn range(self) -> (i128, i128) {
        match self {
            Self::I8 => (i8::MIN.into(), i8::MAX.into()),
            Self::I16 => (i16::MIN.into(), i16::MAX.into()),
            Self::I32 => (i32::MIN.into(), i32::MAX.into()),
            Self::I64 => (i64::MIN.into(), i64::MAX.into()),
            Self::I128 => (i128::MIN, i128::MAX),
            Self::U8 => (0, u8::MAX.into()),
            Self::U16 => (0, u16::MAX.into()),
            Self::U32 => (0, u32::MAX.into()),
            Self::U64 => (0, u64::MAX.into()),
        }
    }

    /// This type if it holds all values from the least to the greatest, or else the narrowest one of at least 64 bits that does.
    #[must_use]
    pub fn widened(self, least: i128, greatest: i128) -> Self {
        let holds_all = |integer: &Self| integer.holds(least) && integer.holds(greatest);
        [self, Self::I64, Self::U64].into_iter().find(holds_all).unwrap_or(Self::I128)
    }

    /// The narrowest type that holds the values of both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        let ((own_least, own_greatest), (least, greatest)) = (self.range(), other.range());
        let (least, greatest) = (own_least.min(least), own_greatest.max(greatest));
        match other.widened(least, greatest) {
            wide if wide == other => other,
            _ => self.widened(least, greatest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Integer;

    #[test]
    fn a_join_holds_the_values_of_both() {
        let cases = [
            (Integer::I32, Integer::I64, Integer::I64),
            (Integer::I64, Integer::I32, Integer::I64),
            (Integer::U8, Integer::U16, Integer::U16),
            (Integer::I8, Integer::I16, Integer::I16),
            (Integer::U8, Integer::I32, Integer::I32),
            (Integer::I32, Integer::U32, Integer::I64),
            (Integer::U64, Integer::U8, Integer::U64),
            (Integer::I8, Integer::U64, Integer::I128),
        ];
        for (one, other, joined) in cases {
            assert_eq!(one.joined(other), joined, "{one:?} {other:?}");
        }
    }
}
