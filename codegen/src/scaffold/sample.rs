//! `Samples`: values of the client's types as Rust expressions, for the docs of a new client.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{
    Argument, Constructor, Enum, Field, Group, Member, ModelItem, Name, Operation, Plan, Presence, RequestBody, Struct, Ty,
    Union, UnionVariant,
};

/// Writes values of types, and collects what they import from the client crate.
pub(super) struct Samples<'a> {
    models: &'a Models<'a>,
    pub(super) imports: BTreeSet<&'static str>,
    /// How many more models may be written.
    left: usize,
}

/// The models of a client, by their names.
pub(super) struct Models<'a>(BTreeMap<&'a str, &'a ModelItem>);

impl<'a> Models<'a> {
    /// The models of a client.
    pub(super) fn of(plan: &'a Plan) -> Self {
        Self(plan.models.iter().map(|model| (model.name().as_str(), &model.item)).collect())
    }
}

/// More models than this make no example.
const MOST_MODELS: usize = 20;

impl<'a> Samples<'a> {
    /// No values yet.
    pub(super) fn of(models: &'a Models<'a>) -> Self {
        Self { models, imports: BTreeSet::new(), left: MOST_MODELS }
    }

    /// The arguments of a call; `None` if one of them takes too much.
    pub(super) fn arguments(&mut self, group: &Group, operation: &Operation) -> Option<Vec<String>> {
        let members = operation.arguments.iter();
        let Some(required) = &operation.required else {
            return members.map(|member| self.member(member, member.argument, group, operation)).collect();
        };
        let mut field =
            |member: &Member| Some(format!("{}: {}", member.name, self.member(member, Argument::Plain, group, operation)?));
        let fields: Option<Vec<String>> = members.map(&mut field).collect();
        Some(vec![format!("{}::{}::{required} {{ {} }}", self.import("operations"), group.module, fields?.join(", "))])
    }

    fn member(&mut self, member: &Member, argument: Argument, group: &Group, operation: &Operation) -> Option<String> {
        match (&member.ty, &operation.body) {
            (Ty::Choice(name), Some(RequestBody::Choice { choice, .. })) => {
                let path = format!("{}::{}::{name}", self.import("operations"), group.module);
                let mut variants = choice.variants.iter();
                variants.find_map(|variant| Some(format!("{path}::{}({})", variant.name, self.value(&member.name, &variant.ty)?)))
            }
            // A list without items leaves nothing in a path.
            (Ty::Vec(item), _) => Some(format!("vec![{}]", self.value(&member.name, item)?)),
            (ty, _) => self.argument(&member.name, ty, argument),
        }
    }

    /// A value as an argument takes it.
    fn argument(&mut self, name: &Name, ty: &Ty, argument: Argument) -> Option<String> {
        match (ty, argument) {
            (Ty::String, Argument::Into) => Some(text(name)),
            (Ty::Bytes | Ty::Body, Argument::Into) => Some("\"content\"".to_owned()),
            (Ty::Lines(item), Argument::Into) => Some(format!("[{}]", self.value(name, item)?)),
            (Ty::Box(inner) | Ty::Deep(inner) | Ty::Numeric(inner), Argument::Into) => self.value(name, inner),
            (Ty::Tuple(items, Some(_)), Argument::Into) => self.tuple(name, items),
            (Ty::Quoted(_) | Ty::IntOrString, Argument::Into) => Some("1".to_owned()),
            _ => self.value(name, ty),
        }
    }

    /// A value of exactly this type.
    fn value(&mut self, name: &Name, ty: &Ty) -> Option<String> {
        Some(match ty {
            Ty::Bool => "true".to_owned(),
            Ty::Integer(_) => "1".to_owned(),
            Ty::F32 | Ty::F64 => "1.0".to_owned(),
            Ty::String => format!("{}.to_owned()", text(name)),
            Ty::DateTime => format!("{}::DateTime::parse_from_rfc3339(\"2024-01-31T12:00:00Z\")?", self.import("chrono")),
            Ty::Date => "\"2024-01-31\".parse()?".to_owned(),
            Ty::Uuid => format!("{}::Uuid::from_u128(1)", self.import("uuid")),
            Ty::Base64 => format!("{}::from(b\"content\")", self.import("Base64")),
            Ty::HttpDate => format!("{}::from(std::time::SystemTime::now())", self.import("HttpDate")),
            Ty::Quoted(_) => format!("{}(1)", self.import("Quoted")),
            Ty::Numeric(number) => format!("{}({})", self.import("Numeric"), self.value(name, number)?),
            Ty::IntOrString => format!("{}::from(1)", self.import("IntOrString")),
            Ty::Json => format!("{}!({{}})", self.import("json")),
            Ty::JsonObject => format!("{}::new()", self.import("JsonObject")),
            Ty::Bytes => format!("{}::Bytes::from(\"content\")", self.import("bytes")),
            Ty::Body => format!("{}::from(\"content\")", self.import("Body")),
            Ty::FilePart => format!("{}::new(\"file.txt\", \"content\")", self.import("FilePart")),
            Ty::MultipartForm => format!("{}::new()", self.import("MultipartForm")),
            Ty::Vec(_) => "vec![]".to_owned(),
            Ty::Tuple(items, None) => self.tuple(name, items)?,
            Ty::Tuple(items, Some(_)) => format!("{}.into()", self.tuple(name, items)?),
            Ty::Lines(_) => format!("{}::from([])", self.import("JsonLines")),
            Ty::Map(_) => "std::collections::BTreeMap::new()".to_owned(),
            Ty::Option(_) => "None".to_owned(),
            Ty::Box(inner) => format!("Box::new({})", self.value(name, inner)?),
            Ty::Deep(inner) => format!("{}.into()", self.value(name, inner)?),
            Ty::Model(model) => return self.model(&model.name),
            Ty::Unit | Ty::Event(_) | Ty::Local(_) | Ty::Choice(_) => return None,
        })
    }

    fn tuple(&mut self, name: &Name, items: &[Ty]) -> Option<String> {
        let items: Option<Vec<String>> = items.iter().map(|item| self.value(name, item)).collect();
        let items = items?;
        Some(format!("({}{})", items.join(", "), if items.len() == 1 { "," } else { "" }))
    }

    fn model(&mut self, name: &Name) -> Option<String> {
        self.left = self.left.checked_sub(1)?;
        let item = *self.models.0.get(name.as_str())?;
        let path = format!("{}::{name}", self.import("models"));
        match item {
            ModelItem::Struct(item) => self.construct(&path, item),
            ModelItem::StringEnum(item) => first_value(&path, item),
            ModelItem::IntegerEnum(item) => first_value(&path, item),
            ModelItem::Union(item) => self.alternative(&path, item),
            ModelItem::Alias(item) => self.value(name, &item.ty),
        }
    }

    fn construct(&mut self, path: &str, item: &Struct) -> Option<String> {
        match &item.constructor {
            Constructor::Empty => Some(format!("{path}::new()")),
            Constructor::Arguments(places) => {
                let fields = places.iter().map(|place| &item.fields[*place]);
                let arguments: Option<Vec<String>> = fields.map(|field| self.field(field, field.argument)).collect();
                Some(format!("{path}::new({})", arguments?.join(", ")))
            }
            Constructor::Literal(required) => {
                let fields = item.fields.iter().filter(|field| field.is_argument());
                let value = |field: &Field| Some(format!("{}: {}", field.name, self.field(field, Argument::Plain)?));
                let fields: Option<Vec<String>> = fields.map(value).collect();
                let literal = format!("{}::{required} {{ {} }}", self.import("models"), fields?.join(", "));
                Some(format!("{path}::new({literal})"))
            }
        }
    }

    fn field(&mut self, field: &Field, argument: Argument) -> Option<String> {
        if field.presence == Presence::Nullable {
            return Some("None".to_owned());
        }
        self.argument(&field.name, &field.ty, argument)
    }

    fn alternative(&mut self, path: &str, item: &Union) -> Option<String> {
        let variant =
            |variant: &UnionVariant| Some(format!("{path}::{}({})", variant.name, self.value(&variant.name, &variant.ty)?));
        item.variants.iter().find_map(variant)
    }

    fn import(&mut self, item: &'static str) -> &'static str {
        self.imports.insert(item);
        item
    }
}

/// `"cloud-function"`: a text in the place of a name.
pub(super) fn text(name: &Name) -> String {
    format!("\"{}\"", name.as_str().trim_end_matches('_').replace('_', "-").to_lowercase())
}

fn first_value<V>(path: &str, item: &Enum<V>) -> Option<String> {
    item.variants.first().map(|variant| format!("{path}::{}", variant.name))
}
