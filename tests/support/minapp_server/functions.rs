//! The endpoints of the functions themselves.

use serde_json::json;

use super::routes::{Outcome, body, filled_text, no_such_function, text};
use super::store::{SOMEBODY, Store, StoredFunction, seconds};
use super::{Answer, RecordedRequest, paging};

const PLAN_CIRCLES: [&str; 2] = ["P_FREE", "P_PERSONAL"];

/// `GET /cloud-function/`
pub(super) fn list(request: &RecordedRequest, store: &Store) -> Outcome {
    paging::page(request, store.functions())
}

/// `POST /cloud-function/`
pub(super) fn create(request: &RecordedRequest, store: &mut Store) -> Outcome {
    let body = body(request)?;
    let (Some(name), Some(function_code)) = (filled_text(&body, "name")?, filled_text(&body, "function_code")?) else {
        return Err(Answer::bad_request("name and function_code are required"));
    };
    let remark = text(&body, "remark")?.unwrap_or_default();
    if store.find(name).is_some() {
        return Err(Answer::bad_request("there is a cloud function of this name"));
    }
    Ok(shown(201, store.insert(name.into(), function_code.into(), remark.into())))
}

/// `GET /cloud-function/:cloud-function-name/`
pub(super) fn get(name: &str, store: &mut Store) -> Outcome {
    Ok(shown(200, store.find(name).ok_or_else(no_such_function)?))
}

/// `PATCH /cloud-function/:cloud-function-name/`
pub(super) fn update(name: &str, request: &RecordedRequest, store: &mut Store) -> Outcome {
    if store.find(name).is_none() {
        return Err(no_such_function());
    }
    let body = body(request)?;
    let new_name = filled_text(&body, "name")?;
    let function_code = filled_text(&body, "function_code")?;
    let plan_circle = text(&body, "plan_circle")?;
    let remark = text(&body, "remark")?;
    if new_name.is_some_and(|new_name| new_name != name && store.find(new_name).is_some()) {
        return Err(Answer::bad_request("there is a cloud function of this name"));
    }
    if plan_circle.is_some_and(|plan_circle| !PLAN_CIRCLES.contains(&plan_circle)) {
        return Err(Answer::bad_request("plan_circle is none of the possible values"));
    }
    // Nothing is changed before all of it has been found valid.
    let function = store.find(name).ok_or_else(no_such_function)?;
    let changes = [
        (&mut function.name, new_name),
        (&mut function.function_code, function_code),
        (&mut function.plan_circle, plan_circle),
        (&mut function.remark, remark),
    ];
    for (property, change) in changes {
        if let Some(text) = change {
            text.clone_into(property);
        }
    }
    function.updated_at = seconds() as i64;
    function.updated_by = SOMEBODY.into();
    Ok(shown(202, function))
}

/// `DELETE /cloud-function/:cloud-function-name/`
pub(super) fn delete(name: &str, store: &mut Store) -> Outcome {
    if store.remove(name) { Ok(Answer::empty(204)) } else { Err(no_such_function()) }
}

fn shown(status: u16, function: &StoredFunction) -> Answer {
    Answer::json(status, &json!(function))
}
