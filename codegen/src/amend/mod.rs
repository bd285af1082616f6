//! Amend: from a place where the server disagrees with the description to the actions of an overlay that say so.

mod action;
mod body;
mod changed;
mod difference;
mod file;
mod operation;
mod place;
mod route;
mod schema;
mod subject;
mod uses;
mod walk;

pub use self::action::{Action, Change};
pub use self::changed::Changed;
pub use self::difference::differences;
pub use self::file::{FILE, appended};
use self::operation::Found;
use self::place::{Place, Step};
use self::route::{Route, Routes};
pub use self::subject::Subject;
use self::uses::Uses;
use self::walk::Reached;
use crate::source::Description;

/// What is to be said of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The value may be null.
    Nullable,
    /// The property may be absent.
    Optional,
    /// The value is any JSON.
    Untyped,
    /// The value is of a JSON type: `string`.
    Type(String),
    /// The body has a media type.
    MediaType(String),
}

/// Which body a place is in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The status of the response, as the description writes it or as the server sent it.
    pub status: Option<String>,
    /// Whether it is the body of the request instead.
    pub is_request: bool,
}

/// Actions, and what they are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// The operation: `GET /images/json`.
    pub operation: String,
    /// The place, as a decode error writes it; empty for the whole body.
    pub place: String,
    /// How the description is to change.
    pub actions: Vec<Action>,
    /// The parts of the description that change.
    pub changed: Vec<Changed>,
}

impl Amendment {
    /// Finds the schema behind a place, and what to do with it. The description has its overlays applied.
    ///
    /// # Errors
    ///
    /// Says why there is no such place, or that it is as claimed already.
    pub fn of(description: &Description, subject: &Subject, body: &Body, claim: &Claim) -> Result<Self, String> {
        let routes = Routes::of(description)?;
        let place = Place::parse(&subject.place).ok_or_else(|| format!("`{}` is not a place in a body", subject.place))?;
        let operation = operation::find(&routes, &subject.operation)?;
        let status = body.status.as_deref().or(subject.status.as_deref());
        let found = if body.is_request { operation.request(&routes) } else { operation.response(&routes, status) };
        let found = found?;
        let (place, (actions, changed)) = match claim {
            Claim::MediaType(media_type) => (Place::default(), body::with_media_type(&routes, &found, media_type)?),
            _ => {
                let claimed = claimed(&routes, &operation.label, &found, &place, claim)?;
                (place, claimed)
            }
        };
        let uses = Uses::of(&routes);
        let changed = changed.iter().map(|route| uses.changed(&route.spot)).collect();
        Ok(Self { operation: operation.label, place: place.to_string(), actions, changed })
    }

    /// What the actions are for, in a line.
    pub fn reason(&self) -> String {
        let Self { operation, place, .. } = self;
        if place.is_empty() { operation.clone() } else { format!("{operation}, {place}") }
    }
}

/// What a claim about the schemas behind a place comes to.
fn claimed(
    routes: &Routes<'_>,
    label: &str,
    found: &Found,
    place: &Place,
    claim: &Claim,
) -> Result<(Vec<Action>, Vec<Route>), String> {
    if found.schemas.is_empty() {
        return Err(format!("{label}: {} has no schema; say what it is with --media-type", found.what));
    }
    let Reached { routes: reached, owners } =
        walk::walk(routes, &found.schemas, place).map_err(|error| format!("{label}: {error}"))?;
    let reached: Vec<Route> = reached.into_iter().map(|route| routes.settled(route)).collect();
    let shown = if place.steps.is_empty() { found.what.clone() } else { format!("`{place}`") };
    let each = |change: &dyn Fn(&Route) -> Option<Vec<Action>>, already: &str| {
        let changes: Vec<_> = reached.iter().filter_map(|route| Some((route.clone(), change(route)?))).collect();
        let (changed, actions): (Vec<_>, Vec<_>) = changes.into_iter().unzip();
        if changed.is_empty() {
            Err(format!("{shown} {already} already; nothing was written"))
        } else {
            Ok((actions.concat(), changed))
        }
    };
    match claim {
        Claim::Nullable => each(&|route| schema::nullable(routes, route), "may be null"),
        Claim::Untyped => each(&|route| schema::untyped(routes, route), "is any JSON"),
        Claim::Type(ty) => each(&|route| schema::typed(routes, route, ty), &format!("is of the type `{ty}`")),
        Claim::Optional => match place.steps.last() {
            Some(Step::Property(name)) => schema::optional(routes, &owners, name)
                .ok_or_else(|| format!("`{place}` is optional already; nothing was written")),
            _ => Err(format!("{shown} is not a property; only a property can be optional")),
        },
        Claim::MediaType(_) => Err("a media type is a body's".to_owned()),
    }
}
