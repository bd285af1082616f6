//! A page of a list and the meta object beside it.

use serde::Serialize;
use serde_json::json;

use super::routes::{Outcome, query};
use super::{Answer, RecordedRequest};

/// More objects than this are never served at once, whatever `limit` asks for.
pub const MAXIMUM_LIMIT: usize = 100;

const DEFAULT_LIMIT: usize = 20;

/// The page that the request asks for; links keep the rest of its query.
pub(super) fn page<'a, T: Serialize + 'a>(request: &RecordedRequest, objects: impl Iterator<Item = &'a T>) -> Outcome {
    let query = query(request)?;
    let limit = number(&query, "limit")?.unwrap_or(DEFAULT_LIMIT).min(MAXIMUM_LIMIT);
    let offset = number(&query, "offset")?.unwrap_or(0);
    if limit == 0 {
        return Err(Answer::bad_request("limit is zero"));
    }
    let objects: Vec<&T> = objects.collect();
    let total_count = objects.len();
    let next = (offset.saturating_add(limit) < total_count).then(|| link(request, limit, offset + limit));
    let previous = (offset > 0).then(|| link(request, limit, offset.saturating_sub(limit)));
    let meta = json!({"limit": limit, "next": next, "offset": offset, "previous": previous, "total_count": total_count});
    let objects: Vec<&T> = objects.into_iter().skip(offset).take(limit).collect();
    Ok(Answer::json(200, &json!({"meta": meta, "objects": objects})))
}

fn link(request: &RecordedRequest, limit: usize, offset: usize) -> String {
    let paging = |pair: &str| pair.starts_with("limit=") || pair.starts_with("offset=");
    let rest = request.query().split('&').filter(|pair| !pair.is_empty() && !paging(pair));
    let rest: String = rest.map(|pair| format!("&{pair}")).collect();
    format!("{}?limit={limit}&offset={offset}{rest}", request.path())
}

fn number(query: &[(String, String)], name: &str) -> Result<Option<usize>, Answer> {
    let Some((_, text)) = query.iter().find(|(present, _)| present == name) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| Answer::bad_request(&format!("{name} is no such number")))
}
