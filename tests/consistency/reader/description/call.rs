//! Calls: what a caller writes, and what is sent.

use serde_yaml::Value;

use super::Description;
use super::group::Group;
use super::name::pascal;
use super::operation::Operation;
use super::pagination::milliseconds;
use super::parameter::Member;
use crate::reader::Facts;
use crate::reader::docs::words;

/// One call of an operation.
pub(crate) struct Call<'d> {
    /// The method that makes it.
    pub(crate) name: String,
    /// What is said of it.
    pub(crate) prose: String,
    /// How long an attempt may take, if not as long as the operation's.
    pub(crate) timeout: Option<&'d Value>,
    /// What distinguishes it from the operation's other calls.
    pub(crate) variant: Option<Variant<'d>>,
}

/// One of several calls of an operation.
pub(crate) struct Variant<'d> {
    /// The property of the body that decides, and its value.
    pub(crate) fixed: (&'d str, &'d Value),
    /// The schema of a success.
    pub(crate) success: Option<&'d Value>,
}

impl<'d> Description<'d> {
    /// What the description says of a call.
    pub(crate) fn call(&self, operation: &Operation<'d>, call: Call<'d>, facts: &mut Facts) {
        let Operation { method, path, group, timeout, responses, .. } = operation;
        let Group { module: group, handle } = group;
        let subject = format!("call `{group}.{}`", call.name);
        let request = format!("{}Request", pascal(&call.name));
        let error = format!("{}Error", pascal(&call.name));
        facts.say(&subject, format!("`{handle}::{}` makes `{request}`, which fails with `{error}`", call.name));
        facts.say(format!("type `operations::{group}::{request}`"), "public");
        facts.say(format!("type `operations::{group}::{error}`"), "public");
        facts.say(format!("{subject}: endpoint"), format!("{method} {path}"));
        facts.say(format!("{subject}: path"), *path);
        facts.say(format!("{subject}: timeout"), call.timeout.or(*timeout).map_or("none".to_owned(), milliseconds));
        for place in ["request", "method"] {
            facts.say(format!("{subject}: words of the {place}"), words(&call.prose));
            facts.say(format!("{subject}: origin of the {place}"), format!("Operation: `{method} {path}`."));
        }
        let errors = format!("Errors that the description documents for `{method} {path}`.");
        facts.say(format!("{subject}: origin of the errors"), errors);
        facts.say(format!("{subject}: words of the errors"), "");
        let members = self.members(&subject, operation, call.variant.as_ref(), facts);
        self.responses(&subject, responses, call.variant.and_then(|variant| variant.success), facts);
        match operation.pagination {
            Some(pagination) => {
                facts.say(format!("{subject}: ways to send"), "send, pages, items");
                self.pagination(&subject, pagination, &members, self.success(responses), facts);
            }
            None => {
                facts.say(format!("{subject}: ways to send"), "send");
                facts.say(format!("{subject}: pages"), "none");
            }
        }
    }

    /// What a call takes: parameters, then the body or its properties.
    fn members(
        &self,
        call: &str,
        operation: &Operation<'d>,
        variant: Option<&Variant<'d>>,
        facts: &mut Facts,
    ) -> Vec<Member<'d>> {
        let mut members: Vec<Member<'d>> =
            operation.parameters.iter().map(|parameter| self.parameter(call, parameter, facts)).collect();
        let beside_path = members.iter().filter(|member| member.noun != "Path parameter");
        let order: Vec<String> = beside_path.map(|member| format!("{} {}", member.sent, member.name)).collect();
        facts.say(format!("{call}: parameters in order"), order.join(", "));
        match (&operation.body, variant) {
            (Some(body), Some(variant)) => members.extend(self.body_properties(call, body, variant.fixed, facts)),
            (Some(body), None) => self.body(call, body, facts),
            (None, _) => facts.say(format!("{call}: body"), "none"),
        }
        members.iter().for_each(|member| self.member(call, member, facts));
        let arguments = self.arguments(call, operation, variant.is_none(), &members);
        facts.say(format!("{call}: arguments in order"), arguments.join(", "));
        members
    }

    /// The required values: those of the path in its order, then the others as they are described, unless the lock knows of
    /// another order.
    fn arguments(&self, call: &str, operation: &Operation<'d>, is_whole: bool, members: &[Member<'d>]) -> Vec<String> {
        let place = |member: &Member<'d>| operation.path.find(&format!("{{{}}}", member.name)).unwrap_or(usize::MAX);
        let mut required: Vec<&Member<'d>> = members.iter().filter(|member| member.required).collect();
        required.sort_by_key(|member| if member.noun == "Path parameter" { place(member) } else { usize::MAX });
        let kind = |member: &Member<'d>| member.noun.split(' ').next().unwrap_or_default().to_lowercase();
        let mut arguments: Vec<String> = required.iter().map(|member| format!("{}:{}", kind(member), member.name)).collect();
        if is_whole && operation.body.as_ref().is_some_and(|body| body.required) {
            arguments.push("body".to_owned());
        }
        self.lock.sort(call.trim_start_matches("call `").trim_end_matches('`'), &mut arguments);
        arguments
    }
}
