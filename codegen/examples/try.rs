//! Scratch.
use clientsmith::{api, diagnostic, document, plan, render, source::Sources};
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let out = std::env::args().nth(2);
    let mut sources = Sources::default();
    let file = sources.read(std::path::Path::new(&path)).unwrap();
    let mut diagnostics = diagnostic::Diagnostics::default();
    let root = sources.parse(file, &mut diagnostics);
    if let Some(root) = root {
        let doc: Option<document::Document> = document::object::Read::read(
            &root,
            &mut document::object::Reading { sources: &sources, diagnostics: &mut diagnostics },
        );
        if let Some(doc) = doc {
            let api = api::resolve(doc, &root, &sources, &mut diagnostics);
            let plan = plan::plan(
                &api,
                &sources,
                plan::Header { source: "api-spec/openapi.yaml", command: "cargo run -- generate" },
                &Default::default(),
                &mut diagnostics,
            );
            println!("{} operations {} models", plan.groups.iter().map(|g| g.operations.len()).sum::<usize>(), plan.models.len());
            let tree = render::tree(&plan);
            if let Some(out) = out {
                for (p, t) in &tree {
                    let f = std::path::Path::new(&out).join(p);
                    std::fs::create_dir_all(f.parent().unwrap()).unwrap();
                    std::fs::write(f, t).unwrap();
                }
            }
            println!("{} files {} lines", tree.len(), tree.values().map(|t| t.lines().count()).sum::<usize>());
        }
    }
    diagnostics.sort(&sources);
    eprintln!("{}", diagnostic::render(&diagnostics, &sources, diagnostic::Style::Plain));
}
