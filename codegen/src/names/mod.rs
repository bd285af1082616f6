//! `Names`: the names of all that a downstream crate can name, claimed before anything is planned.
//!
//! Each name has a [key](Key) that says where it comes from. It is given by the description or the settings, or kept from the
//! record of what was generated before, or derived. Items of one owner share a [scope](Scope), in which names are unique.

mod calls;
mod claim;
mod given;
mod groups;
mod inputs;
mod letters;
pub mod method_path;
mod method_words;
mod methods;
mod models;
mod outcomes;
mod parts;
mod recorded;
pub mod reserved;
mod scope;
mod security_schemes;
mod servers;
mod signs;
pub mod spelling;
mod value_names;

use std::collections::BTreeMap;

pub use self::calls::{CallNames, GroupNames};
pub use self::claim::{Candidates, Claim, Decision};
pub use self::given::{Given, Named};
pub use self::inputs::InputNames;
pub use self::letters::Scripts;
pub use self::parts::{AlternativeNames, FieldNames, Parts, PropertyNames};
use self::recorded::Recorded;
pub use self::scope::Scope;
pub use self::security_schemes::SchemeNames;
pub use self::servers::{ServerChoiceNames, ServerNames, VariableNames};
pub use self::spelling::Name;
use crate::api::{Api, SchemaId};
use crate::diagnostic::Diagnostics;
use crate::node::Origin;
use crate::record::{Key, Record};
use crate::share::{CallWords, InlineModel};
use crate::source::Sources;

/// The names of the client's items.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    /// Those of each schema that becomes a model.
    pub models: BTreeMap<SchemaId, ModelNames>,
    /// Those of each group of calls, in the order of their modules.
    pub groups: Vec<GroupNames>,
    /// Those of each security scheme that operations need, in its place among all schemes.
    pub security_schemes: Vec<Option<SchemeNames>>,
    /// Those of each server.
    pub servers: Vec<ServerNames>,
}

/// The names of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelNames {
    /// Where it comes from.
    pub key: Key,
    /// Where else it comes from, if several schemas are the same model.
    pub other_places: Vec<Key>,
    /// The type.
    pub claim: Claim,
    /// Where its schema was written; several times, if several schemas are the same model.
    pub places: Vec<Origin>,
    /// The module, and the stem of the file.
    pub module: Name,
    /// The struct that the constructor takes, if the required properties are too many for arguments.
    pub required: Option<Name>,
    /// What is inside.
    pub parts: Parts,
}

/// More required properties than this are handed to a constructor by name.
const MOST_ARGUMENTS: usize = 4;

impl Names {
    /// Claims all names: those that the settings give before all others. Collisions are reported.
    pub fn claim(
        api: &Api,
        calls: &CallWords,
        inline: &[InlineModel],
        sources: &Sources,
        (record, given): (&Record, &Given),
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let recorded = &Recorded::of(record, given);
        Self {
            models: models::claim(api, calls, inline, sources, recorded, diagnostics),
            groups: calls::claim(api, calls, recorded, diagnostics),
            security_schemes: security_schemes::claim(api, recorded, diagnostics),
            servers: servers::claim(api, recorded, diagnostics),
        }
    }
}
