//! Items whose keys changed since the client was last generated: the record with the keys of a new description.

mod alternatives;
mod calls;
mod former;
mod matching;
mod merged;
mod parameters;
mod present;
mod renames;
mod schemes;
mod shape;
mod site;
mod tags;

use std::borrow::Cow;

use self::renames::Renames;
use crate::api::{Api, SchemaId};
use crate::record::{Key, Record};

/// Returns the record with the keys that its items have in a new description: those of calls whose path changed, of
/// parameters in another location, of groups whose tag and security schemes whose name changed, of models that have another place or name, and of alternatives with another label.
///
/// `sites` are the places of all schemas with a name and of all models, and the places that refer to them; the first place of
/// a schema is its key. An item is recognised only if there is exactly one item that it can be.
pub fn moved<'r>(record: &'r Record, api: &Api, sites: &[(Key, SchemaId)]) -> Cow<'r, Record> {
    let mut renames = Renames::default();
    if record.is_empty() {
        return Cow::Borrowed(record);
    }
    calls::find(record, api, &mut renames);
    parameters::find(record, api, &mut renames);
    tags::find(record, api, &mut renames);
    schemes::find(record, api, &mut renames);
    matching::find(record, api, sites, &mut renames);
    alternatives::find(record, &mut renames);
    if renames.is_empty() { Cow::Borrowed(record) } else { Cow::Owned(renames.apply(record)) }
}
