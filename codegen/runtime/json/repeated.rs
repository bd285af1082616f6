//! Keys that an object repeats: the last one wins, as in most readers of JSON.

use std::hash::{BuildHasher, Hasher, RandomState};

use super::tape::{KeyKind, Tape, key_bits, print, wide_key_bit};

/// Up to this many keys, comparing those that may be the same is faster than a table.
const FEW_KEYS: usize = 64;

/// A property of an object whose keys are compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Property {
    pub(super) token: u32,
    /// The same for two properties if their keys are the same, and mostly another if they are not.
    print: u32,
}

impl Property {
    #[inline]
    pub(super) fn new(token: u32, key: &[u8]) -> Self {
        Self { token, print: print(key) }
    }
}

/// A table of the keys of one object, which is used again for the next one.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// For each place the last object that used it, and the token of its property. Their number is a power of two.
    slots: Vec<(u32, u32)>,
    /// How many objects have used the table.
    objects: u32,
    /// What no text can know, so that none can choose keys that share a place.
    secret: u64,
}

impl Table {
    /// Marks the properties of an object whose keys are repeated later in it, and returns the bits of all keys.
    pub(super) fn supersede(&mut self, properties: &[Property], tape: &mut Tape<'_>) -> u32 {
        let mut bits = 0;
        let are_few = properties.len() <= FEW_KEYS;
        for (index, property) in properties.iter().enumerate() {
            let bit = wide_key_bit(property.print);
            if are_few && bits & bit != 0 {
                for earlier in properties[..index].iter().filter(|earlier| earlier.print == property.print) {
                    supersede_same(tape, earlier.token, property.token);
                }
            }
            bits |= bit;
        }
        if !are_few {
            self.supersede_many(properties, tape);
        }
        key_bits(bits)
    }

    fn supersede_many(&mut self, properties: &[Property], tape: &mut Tape<'_>) {
        let wanted = (properties.len() * 2).next_power_of_two();
        if self.slots.len() < wanted {
            self.slots = vec![(0, 0); wanted];
            self.secret = RandomState::new().build_hasher().finish();
            self.objects = 0;
        }
        self.objects += 1;
        let mask = self.slots.len() - 1;
        for &Property { token: property, .. } in properties {
            let mut place = hash(self.secret, tape.key(tape.token(property)).unwrap_or_default()) as usize & mask;
            while self.slots[place].0 == self.objects && !supersede_same(tape, self.slots[place].1, property) {
                place = (place + 1) & mask;
            }
            self.slots[place] = (self.objects, property);
        }
    }
}

/// Whether two properties have the same key. The earlier one then loses it.
fn supersede_same(tape: &mut Tape<'_>, earlier: u32, later: u32) -> bool {
    let (left, right) = (tape.token(earlier), tape.token(later));
    let is_same = left.key_length == right.key_length && tape.key(left) == tape.key(right);
    if is_same {
        tape.tokens[earlier as usize].key_kind = KeyKind::Missing;
    }
    is_same
}

/// Multiplies each eight bytes into the hash, and folds the product, so that its upper half counts too.
fn hash(secret: u64, key: &str) -> u64 {
    let mix = |hash: u64, word: u64| {
        let product = u128::from(hash ^ word) * u128::from(secret | 1);
        product as u64 ^ (product >> 64) as u64
    };
    let mut rest = key.as_bytes();
    let mut hash = secret.rotate_left(32) ^ key.len() as u64;
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        hash = mix(hash, u64::from_le_bytes(*word));
        rest = after;
    }
    let last = rest.iter().fold(0, |word, &byte| word << 8 | u64::from(byte));
    mix(hash, last)
}
