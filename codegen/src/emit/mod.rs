//! Emission: each file of the client as tokens.

mod body;
mod client;
mod constraint;
mod event;
mod header;
mod member;
mod model;
mod module;
mod operation;
mod pagination;
mod parameter;
mod quoting;
mod response;
mod scalar;
mod security_scheme;
mod server;
mod stream;
mod tokens;
mod ty;

use std::collections::BTreeSet;

use self::quoting::{ToTokens, quote};
pub use self::stream::TokenStream;
pub(crate) use self::stream::{Kind, Token};
use crate::plan::{Group, Model, Name, Operation, Plan, Server};

/// A file below `src/generated`; its tokens are written where they are asked for, because tokens cannot cross threads.
#[derive(Clone, Debug)]
pub struct File<'plan> {
    /// The path below `src/generated`.
    pub path: String,
    content: Content<'plan>,
}

/// The noun that a file holds.
#[derive(Clone, Debug)]
enum Content<'plan> {
    Root(&'plan Plan),
    Client(&'plan Plan),
    Servers(&'plan Plan),
    SecuritySchemes(&'plan Plan),
    Models(&'plan Plan),
    Model(&'plan Model),
    Operations(&'plan Plan),
    Group(&'plan Group),
    Operation(&'plan Operation),
}

/// The files of a plan.
pub fn files(plan: &Plan) -> Vec<File<'_>> {
    let mut files = vec![
        file("mod.rs", Content::Root(plan)),
        file("client.rs", Content::Client(plan)),
        file("servers.rs", Content::Servers(plan)),
        file("models/mod.rs", Content::Models(plan)),
        file("operations/mod.rs", Content::Operations(plan)),
    ];
    if !plan.security_schemes.is_empty() {
        files.push(file("security_schemes.rs", Content::SecuritySchemes(plan)));
    }
    for model in &plan.models {
        files.push(file(format!("models/{}.rs", model.module), Content::Model(model)));
    }
    for group in &plan.groups {
        let folder = format!("operations/{}", group.module);
        files.push(file(format!("{folder}/mod.rs"), Content::Group(group)));
        for operation in &group.operations {
            files.push(file(format!("{folder}/{}.rs", operation.module), Content::Operation(operation)));
        }
    }
    files
}

fn file(path: impl Into<String>, content: Content<'_>) -> File<'_> {
    File { path: path.into(), content }
}

impl File<'_> {
    /// The file's code.
    pub fn tokens(&self) -> TokenStream {
        match self.content {
            Content::Root(plan) => module::root(plan),
            Content::Client(plan) => client::builder(plan),
            Content::Servers(plan) => server::file(plan),
            Content::SecuritySchemes(plan) => security_scheme::methods(plan),
            Content::Models(plan) => module::models(plan),
            Content::Model(model) => model.to_token_stream(),
            Content::Operations(plan) => module::operations(plan),
            Content::Group(group) => group.to_token_stream(),
            Content::Operation(operation) => operation.to_token_stream(),
        }
    }

    /// The names of the modules, types and constants that are to stand in the file.
    pub fn declared(&self) -> BTreeSet<&str> {
        let names: Vec<&Name> = match self.content {
            Content::Root(plan) => {
                let security_schemes = (!plan.security_schemes.is_empty()).then_some("security_schemes");
                return ["client", "models", "operations", "servers"].into_iter().chain(security_schemes).collect();
            }
            Content::Client(_) | Content::SecuritySchemes(_) => Vec::new(),
            Content::Servers(plan) => plan.servers.iter().flat_map(Server::declared).collect(),
            Content::Models(Plan { models, former_models, .. }) => {
                models.iter().map(|model| &model.module).chain(former_models.iter().map(|former| &former.name)).collect()
            }
            Content::Model(model) => model.declared(),
            Content::Operations(plan) => {
                plan.groups.iter().flat_map(|group| group.former_modules.iter().chain([&group.module])).collect()
            }
            Content::Group(group) => group.declared(),
            Content::Operation(operation) => operation.declared(),
        };
        names.into_iter().map(Name::as_str).collect()
    }
}

/// `use crate::generated::models;`, for the files that mention a model.
fn models_import(uses_models: bool) -> Option<TokenStream> {
    uses_models.then(|| quote! { use crate::generated::models; })
}
