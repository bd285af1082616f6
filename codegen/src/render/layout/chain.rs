//! Chains: on one line up to the last call, or each link on a line.

use super::super::node::{Chain, Kind, Link, width};
use super::{INDENT, Shape, ends_in_brackets, first_line, is_single_line, is_within, last_line, layout};

/// How wide a chain of several calls may be that is not broken between them.
const CHAIN_WIDTH: usize = 60;
/// How many lines the last call has to have to stay on the chain's line without comparing.
const MANY_LINES: usize = 5;

/// Lays out a chain that does not go on one line.
pub(super) fn broken(chain: &Chain<'_>, shape: Shape, out: &mut String) -> Option<()> {
    let (value, links) = chain.links.split_first()?;
    let (root, links, ends_in_block) = root(value, links, shape)?;
    let Some((last, middle)) = links.split_last() else {
        out.push_str(&root);
        return is_within(&root, shape).then_some(());
    };
    let below = if ends_in_block { shape.next_line() } else { shape.nested() };
    let mut parts = vec![root];
    for link in middle {
        parts.push(link_text(link, below)?);
    }
    let (last, is_joined) = last_link(last, &parts, chain.links.len() - 1, shape, below)?;
    parts.push(last);
    if !is_joined && shape.has_flat_chains {
        return None;
    }
    let start = out.len();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 && !is_joined {
            below.new_line(out);
        }
        out.push_str(part);
    }
    is_within(&out[start..], shape).then_some(())
}

/// The value, with links behind it that would else be further right than the next line's; and whether it ends in a block.
fn root<'c, 't>(value: &Link<'t>, mut links: &'c [Link<'t>], shape: Shape) -> Option<(String, &'c [Link<'t>], bool)> {
    let mut root = link_text(value, shape)?;
    let is_block_like = matches!(value.node.kind, Kind::List(_) | Kind::Struct { .. } | Kind::Match { .. } | Kind::Block(_));
    let mut ends_in_block = is_block_like && !is_single_line(&root);
    let space = INDENT.saturating_sub(shape.column - shape.indent);
    while let Some((link, rest)) = links.split_first()
        && root.len() <= space
        && is_single_line(&root)
    {
        let Some(text) = link_text(link, shape.after(width(&root))?) else { break };
        root.push_str(&text);
        ends_in_block = ends_in_brackets(&root);
        links = rest;
    }
    Some((root, links, ends_in_block))
}

/// The last link, and whether all others are on one line with it.
fn last_link(last: &Link<'_>, parts: &[String], count: usize, shape: Shape, below: Shape) -> Option<(String, bool)> {
    let follows_block = ends_in_brackets(&parts[0]);
    let before = last.questions
        + if follows_block { width(last_line(&parts[0])) } else { parts.iter().map(|part| width(part)).sum::<usize>() };
    let limit = if count == 1 { shape.width() } else { shape.width().min(CHAIN_WIDTH) };
    let budget = limit.saturating_sub(before);
    let is_one_line = parts.iter().all(|part| is_single_line(part)) && budget > 0;
    let alone = || link_text(last, below.before(shape.overhead())?);
    if !is_one_line && !follows_block {
        return Some((alone()?, false));
    }
    let here = if is_one_line { shape } else { below };
    let Some(text) = here.before(last.questions)?.after(before).and_then(|shape| link_text(last, shape)) else {
        return Some((link_text(last, here)?, false));
    };
    let (lines, fits) = (text.lines().count(), width(first_line(&text)) <= budget);
    if fits && lines >= MANY_LINES {
        return Some((text, is_one_line));
    }
    match alone() {
        Some(alone) if !fits || alone.lines().count() < lines => Some((alone, false)),
        _ => Some((text, fits && is_one_line)),
    }
}

fn link_text(link: &Link<'_>, shape: Shape) -> Option<String> {
    let mut text = String::new();
    match &link.node.kind {
        // Fields fit anywhere: whether the chain does is seen later.
        Kind::Text(field) if field.starts_with('.') => text.push_str(field),
        _ => layout(&link.node, shape.before(link.questions)?, &mut text)?,
    }
    link.write_questions(&mut text);
    Some(text)
}
