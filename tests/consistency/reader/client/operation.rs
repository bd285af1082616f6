//! `operations/<group>/<operation>.rs`: one call.

use syn::{File, ImplItem, Item, ItemImpl};

use super::request::Request;
use super::{attributes, document, is_import, response, unknown};
use crate::reader::Facts;
use crate::reader::docs::Docs;
use crate::reader::pattern::{matches, spell};

/// The call that a file speaks of.
pub(crate) struct Call {
    /// What the facts call it.
    pub(crate) subject: String,
    /// The request's type.
    pub(crate) request: String,
    /// The type of its errors.
    pub(crate) error: String,
}

/// Says what a call's file says.
pub(crate) fn read(path: &str, group: &str, file: &File, facts: &mut Facts) {
    let mut items: Vec<&Item> = file.items.iter().filter(|item| !is_import(item)).collect();
    let imported = items.first().and_then(|item| matches("use super::$handle;", item)?.remove("handle"));
    if imported.is_some() {
        items.remove(0);
    }
    if !file.attrs.is_empty() {
        facts.say(format!("file `{path}`: attributes"), file.attrs.iter().map(spell).collect::<String>());
    }
    let ([Item::Struct(item), Item::Macro(printing), Item::Impl(maker), rest @ ..], Some(Item::Enum(errors))) =
        (items.as_slice(), items.last())
    else {
        return unknown(path, file, facts);
    };
    if matches("runtime::request_debug!($request);", printing).is_none_or(|holes| item.ident != holes["request"]) {
        unknown(path, printing, facts);
    }
    let Some(ImplItem::Fn(method)) = maker.items.first().filter(|_| maker.items.len() == 1) else {
        return unknown(path, maker, facts);
    };
    let call = Call {
        subject: format!("call `{group}.{}`", method.sig.ident),
        request: item.ident.to_string(),
        error: errors.ident.to_string(),
    };
    let handle = spell(&maker.self_ty);
    facts.say(
        &call.subject,
        format!("`{handle}::{}` makes `{}`, which fails with `{}`", method.sig.ident, call.request, call.error),
    );
    let mut request = Request::read(&call, item, facts);
    let is_imported = imported.is_none_or(|imported| imported == handle);
    if maker.trait_.is_some() || !is_imported || !request.made(method, handle == "runtime::Client", facts) {
        unknown(path, maker, facts);
    }
    let mut parts = Parts::default();
    for item in &rest[..rest.len().saturating_sub(1)] {
        if !matches!(item, Item::Impl(item) if parts.take(&call, item, &mut request, facts)) {
            unknown(path, item, facts);
        }
    }
    if !parts.pages {
        facts.say(format!("{}: pages", call.subject), "none");
    }
    request.say(facts);
    response::errors(&call, errors, facts);
}

/// The impls that were found.
#[derive(Default)]
struct Parts {
    pages: bool,
}

impl Parts {
    /// Says what one of the request's impls says; whether it is known.
    fn take(&mut self, call: &Call, item: &ItemImpl, request: &mut Request, facts: &mut Facts) -> bool {
        let subject = &call.subject;
        if spell(&item.self_ty) != call.request || !item.attrs.is_empty() {
            return false;
        }
        let future = "
            impl IntoFuture for $request {
                type Output = Result<$(output), runtime::Error<$error>>;
                type IntoFuture = runtime::Call<Self>;

                fn into_future(self) -> Self::IntoFuture {
                    runtime::Call::new(self)
                }
            }";
        match item.trait_.as_ref().map(|(path, _)| spell(path)).as_deref() {
            None => request.methods(item, facts),
            Some("IntoFuture") => match matches(future, item).filter(|holes| holes["error"] == call.error) {
                Some(holes) => {
                    facts.say(format!("{subject}: gives when awaited"), &holes["output"]);
                    true
                }
                None => false,
            },
            Some("runtime::Operation") => exchange(call, item, request, facts),
            Some("runtime::Paginated") => {
                self.pages = true;
                pages(subject, item, facts)
            }
            Some(_) => false,
        }
    }
}

/// `Operation`: the endpoint, what is sent, and what each status gives.
fn exchange(call: &Call, item: &ItemImpl, request: &mut Request, facts: &mut Facts) -> bool {
    let pattern = "
        impl runtime::Operation for $request {
            type Output = $(output);
            type Error = $error;
            const ENDPOINT: runtime::Endpoint = runtime::Endpoint::new(runtime::Method::$method, $path)$(timeout);

            fn client(&self) -> &runtime::Client {
                &self.client
            }

            fn into_request(self) -> Result<runtime::Request, runtime::RequestError> {
                let mut request = runtime::RequestBuilder::new(&self.client, Self::ENDPOINT);
                $(lines)
                request.build()
            }

            fn decode(response: &runtime::Received) -> Result<Self::Output, runtime::Failure<Self::Error>> {
                $(decode)
            }
        }";
    let Some(holes) = matches(pattern, item).filter(|holes| holes["error"] == call.error) else { return false };
    let subject = &call.subject;
    facts.say(format!("{subject}: gives"), &holes["output"]);
    facts.say(format!("{subject}: endpoint"), format!("{} {}", holes["method"], super::module::text(&holes["path"])));
    let timeout = match holes["timeout"].as_str() {
        "" => "none".to_owned(),
        timeout => {
            let number =
                timeout.strip_prefix(".timeout(std::time::Duration::from_millis(").and_then(|rest| rest.strip_suffix("))"));
            number.map_or(timeout.to_owned(), |number| format!("{number} ms"))
        }
    };
    facts.say(format!("{subject}: timeout"), timeout);
    let lines = syn::parse_str::<syn::Block>(&format!("{{ {} }}", holes["lines"]));
    lines.is_ok_and(|lines| request.sent(&lines.stmts, facts)) & response::decode(call, &holes["decode"], facts)
}

/// `Paginated`.
fn pages(subject: &str, item: &ItemImpl, facts: &mut Facts) -> bool {
    let pattern = "
        impl runtime::Paginated for $request {
            type Item = $(item);

            fn next(&self, page: &runtime::Response<Self::Output>) -> Option<runtime::NextPage<Self>> {
                let page = page.body();
                let offset = runtime::next_offset(self.$offset, $(counts).len(), $(more))?;
                Some(runtime::NextPage::Request(Self { $offset: Some(offset), ..self.clone() }))
            }

            fn items(page: Self::Output) -> Vec<Self::Item> {
                $(items)
            }
        }";
    let Some(holes) = matches(pattern, item) else { return false };
    facts.say(format!("{subject}: pages"), format!("asks with `{}`", holes["offset"]));
    facts.say(format!("{subject}: pages: items"), &holes["items"]);
    facts.say(format!("{subject}: pages: counts"), &holes["counts"]);
    facts.say(format!("{subject}: pages: go on while"), &holes["more"]);
    facts.say(format!("{subject}: pages: item"), &holes["item"]);
    true
}

/// Says what the docs of one of a call's items say.
pub(crate) fn documented(call: &Call, place: &str, attrs: &[syn::Attribute], expected: &str, facts: &mut Facts) {
    document(&call.subject, &format!(" of the {place}"), &Docs::of(attrs), facts);
    if attributes(attrs) != expected {
        facts.say(format!("{}: attributes of the {place}", call.subject), attributes(attrs));
    }
}
