//! Documents by chance, from a fixed seed, so that every run sees the same ones.

use serde_json::{Map, Value, json};

/// A small generator of pseudo-random numbers (SplitMix64).
pub(super) struct Random(pub(super) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    /// A document of at most `depth` levels.
    pub(super) fn value(&mut self, depth: usize) -> Value {
        match self.below(if depth == 0 { 7 } else { 10 }) {
            0 => Value::Null,
            1 => self.below(2).eq(&0).into(),
            2 => (self.next() as i64).into(),
            3 => self.next().into(),
            4 => json!((self.next() as i64 as f64) * 10_f64.powi(self.below(40) as i32 - 20)),
            5 | 6 => self.text().into(),
            7 | 8 => (0..self.below(24)).map(|_| (self.text(), self.value(depth - 1))).collect::<Map<_, _>>().into(),
            _ => (0..self.below(6)).map(|_| self.value(depth - 1)).collect::<Vec<_>>().into(),
        }
    }

    pub(super) fn text(&mut self) -> String {
        const PIECES: [&str; 14] = [
            "a",
            "bc",
            "name",
            "\"",
            "\\",
            "\n",
            "\u{1}",
            "\u{7f}",
            "é",
            "测试",
            "😀",
            "\u{2028}",
            "/",
            "long enough to fill words",
        ];
        (0..self.below(6)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }

    /// The same text with a few bytes changed, added or gone.
    pub(super) fn damaged(&mut self, text: &[u8]) -> Vec<u8> {
        const BYTES: &[u8] = b"{}[]\",:\\u0dc. -+eE019tfn\n\x01\x80\xff";
        let mut damaged = text.to_vec();
        for _ in 0..=self.below(3) {
            let at = self.below(damaged.len() + 1);
            let byte = BYTES[self.below(BYTES.len())];
            match self.below(4) {
                0 => damaged.truncate(at),
                1 if at < damaged.len() => drop(damaged.remove(at)),
                2 if at < damaged.len() => damaged[at] = byte,
                _ => damaged.insert(at, byte),
            }
        }
        damaged
    }
}

/// Whether two documents are the same, but for the last bit of floating-point numbers, which serde_json can get wrong.
pub(super) fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.0 == right.0 && is_same(left.1, right.1))
        }
        (Value::Number(left), Value::Number(right)) if left.is_f64() && right.is_f64() => {
            let (left, right) = (left.as_f64().unwrap_or(f64::NAN), right.as_f64().unwrap_or(f64::NAN));
            (left - right).abs() <= left.abs() * 1e-15
        }
        _ => left == right,
    }
}
