//! `Example`: a first call that compiles and runs, for the docs of a new client.

use std::collections::BTreeSet;

use super::Scaffold;
use super::sample::{Models, Samples};
use crate::plan::{Group, GroupHandle, Method, Operation, Streaming, Ty};

/// A client, and the call of the API that needs least.
pub(super) struct Example<'a> {
    /// The client crate in code.
    ident: String,
    /// The statement that makes the client, and what it imports from the crate.
    client: Vec<String>,
    imports: BTreeSet<&'static str>,
    /// The call, if there is one that needs little enough.
    call: Option<Call<'a>>,
}

struct Call<'a> {
    group: &'a Group,
    operation: &'a Operation,
    /// The arguments, and what they import from the crate.
    arguments: Vec<String>,
    imports: BTreeSet<&'static str>,
}

impl Scaffold<'_> {
    /// A client, and the call of the API that needs least.
    pub(super) fn example(&self) -> Example<'_> {
        let models = Models::of(self.plan);
        let calls = self.plan.groups.iter().flat_map(|group| group.operations.iter().map(move |operation| (group, operation)));
        let calls = calls.filter_map(|(group, operation)| {
            let mut samples = Samples::of(&models);
            let arguments = samples.arguments(group, operation)?;
            Some(Call { group, operation, arguments, imports: samples.imports })
        });
        let call = calls.min_by_key(Call::cost);
        let mut imports = BTreeSet::new();
        let client = self.client(call.as_ref().map(|call| call.operation), &mut imports);
        Example { ident: self.crate_ident(), client, imports, call }
    }
}

impl Call<'_> {
    /// Reading comes first, then calls with an answer, then those that need little.
    fn cost(&self) -> (bool, bool, bool, bool, usize, usize) {
        let Self { operation, arguments, .. } = self;
        let length = arguments.iter().map(String::len).sum();
        let security = operation.security.iter().map(Vec::len).min().unwrap_or_default();
        let has_no_answer = operation.output == Ty::Unit;
        (operation.deprecated, operation.method != Method::Get, has_no_answer, self.is_stream(), length, security)
    }

    /// Whether `.await` gives a stream.
    fn is_stream(&self) -> bool {
        matches!(self.operation.streaming, Some(Streaming { is_awaited: true, .. }))
    }

    /// The request: `client.pets().get("id")`.
    fn request(&self) -> String {
        let handle = match &self.group.handle {
            GroupHandle::Tag(_) => format!("client.{}()", self.group.module),
            GroupHandle::Client => "client".to_owned(),
        };
        format!("{handle}.{}({})", self.operation.name, self.arguments.join(", "))
    }

    /// A statement that uses the answer.
    fn used(&self, answer: &str) -> String {
        match self.operation.output {
            _ if self.is_stream() => format!("drop({answer});"),
            Ty::Unit => format!("{answer};"),
            _ => format!("println!(\"{{:?}}\", {answer});"),
        }
    }

    fn lines(&self) -> Vec<String> {
        let request = self.request();
        if self.is_stream() {
            return vec![
                format!("let mut answer = {request}.await?;"),
                "while let Some(item) = answer.next().await {".to_owned(),
                "    println!(\"{:?}\", item?);".to_owned(),
                "}".to_owned(),
            ];
        }
        match self.operation.output {
            Ty::Unit => vec![self.used(&format!("{request}.await?"))],
            _ => vec![format!("let answer = {request}.await?;"), "println!(\"{answer:?}\");".to_owned()],
        }
    }
}

impl Example<'_> {
    /// The feature without which it does not compile.
    pub(super) fn feature(&self) -> Option<&str> {
        self.call.as_ref()?.group.feature.as_deref()
    }

    /// What the statements import: `use pets_client::{Client, servers};`.
    pub(super) fn import(&self) -> String {
        self.import_with(&self.imports)
    }

    fn import_with(&self, further: &BTreeSet<&'static str>) -> String {
        let mut imports = BTreeSet::from(["Client"]);
        imports.extend(self.call.iter().flat_map(|call| &call.imports).chain(further));
        let imports: Vec<&str> = imports.into_iter().collect();
        match imports.as_slice() {
            [only] => format!("use {}::{only};", self.ident),
            several => format!("use {}::{{{}}};", self.ident, several.join(", ")),
        }
    }

    /// The statements of an async function that can fail.
    pub(super) fn lines(&self) -> Vec<String> {
        self.client.iter().cloned().chain(self.call.iter().flat_map(Call::lines)).collect()
    }

    /// A program that makes the call.
    pub(super) fn program(&self) -> String {
        let main = "#[tokio::main]\nasync fn main()";
        function(&self.import(), main, &self.lines())
    }

    /// A function that hands the call as a future to others.
    pub(super) fn futures(&self) -> Option<String> {
        let call = self.call.as_ref()?;
        let request = call.request();
        let lines = [
            "let runtime = tokio::runtime::Runtime::new()?;".to_owned(),
            format!("let task = runtime.spawn({request}.into_future());"),
            call.used(&format!("runtime.block_on({request}.into_future())?")),
            call.used("runtime.block_on(task)??"),
        ];
        Some(function(&self.import_with(&BTreeSet::new()), "fn run(client: &Client)", &lines))
    }

    /// A function that reads the answer of the call as any JSON.
    pub(super) fn untyped(&self) -> Option<String> {
        let request = self.call.as_ref()?.request();
        let lines = [
            format!("let answer = {request}.send().json::<Value>().await?;"),
            "println!(\"{} {}\", answer.status(), answer.body());".to_owned(),
        ];
        Some(function(&self.import_with(&BTreeSet::from(["Value"])), "async fn read(client: &Client)", &lines))
    }
}

fn function(import: &str, signature: &str, lines: &[String]) -> String {
    let lines: String = lines.iter().map(|line| format!("    {line}\n")).collect();
    format!("{import}\n\n{signature} -> Result<(), Box<dyn std::error::Error>> {{\n{lines}    Ok(())\n}}\n")
}
