//! The functions and jobs of the server.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;

/// Who acts in all answers; the page documents no users.
pub(super) const SOMEBODY: &str = "somebody";

/// A function, its properties in the page's words.
#[derive(Clone, Debug, Serialize)]
pub(super) struct StoredFunction {
    pub(super) audit_status: String,
    pub(super) created_at: i64,
    pub(super) created_by: String,
    pub(super) function_code: String,
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) plan_circle: String,
    pub(super) remark: String,
    pub(super) updated_at: i64,
    pub(super) updated_by: String,
}

/// A job, its properties in the page's words.
#[derive(Clone, Debug, Serialize)]
pub struct StoredJob {
    /// When it was asked for, in seconds since 1970.
    pub created_at: f64,
    /// When it ended.
    pub finished_at: f64,
    /// Assigned by the store.
    pub id: i64,
    /// Memory it took, in bytes.
    pub mem_usage: i64,
    /// How it was triggered.
    pub service_type: String,
    /// What triggered it.
    pub source: String,
    /// When it began.
    pub started_at: f64,
    /// What became of it.
    pub status: String,
    /// Where its log is.
    pub user_log_url: String,
}

/// All functions and jobs; the newest have the highest ids.
#[derive(Debug, Default)]
pub(super) struct Store {
    functions: BTreeMap<i64, StoredFunction>,
    jobs: BTreeMap<i64, (i64, StoredJob)>,
    ids: i64,
}

impl Store {
    pub(super) fn find(&mut self, name: &str) -> Option<&mut StoredFunction> {
        self.functions.values_mut().find(|function| function.name == name)
    }

    pub(super) fn insert(&mut self, name: String, function_code: String, remark: String) -> &StoredFunction {
        let id = self.next_id();
        let now = seconds() as i64;
        self.functions.entry(id).or_insert(StoredFunction {
            audit_status: "approved".into(),
            created_at: now,
            created_by: SOMEBODY.into(),
            function_code,
            id,
            name,
            plan_circle: "P_FREE".into(),
            remark,
            updated_at: now,
            updated_by: String::new(),
        })
    }

    /// Removes a function and its jobs; whether it was there.
    pub(super) fn remove(&mut self, name: &str) -> bool {
        let Some(id) = self.find(name).map(|function| function.id) else { return false };
        self.functions.remove(&id);
        self.jobs.retain(|_, (function, _)| *function != id);
        true
    }

    /// All functions, newest first.
    pub(super) fn functions(&self) -> impl Iterator<Item = &StoredFunction> {
        self.functions.values().rev()
    }

    pub(super) fn add_job(&mut self, function: i64, job: StoredJob) {
        let id = self.next_id();
        self.jobs.insert(id, (function, StoredJob { id, ..job }));
    }

    /// A function's jobs, newest first.
    pub(super) fn jobs(&self, function: i64) -> impl Iterator<Item = &StoredJob> {
        self.jobs.values().rev().filter(move |(owner, _)| *owner == function).map(|(_, job)| job)
    }

    fn next_id(&mut self) -> i64 {
        self.ids += 1;
        self.ids
    }
}

impl StoredJob {
    /// A job that has just ended.
    pub fn new(status: &str, source: &str, service_type: &str) -> Self {
        let now = seconds();
        Self {
            created_at: now - 0.25,
            finished_at: now,
            id: 0,
            mem_usage: 78_336_000,
            service_type: service_type.into(),
            source: source.into(),
            started_at: now - 0.125,
            status: status.into(),
            user_log_url: "https://logs.example/ticket.log?X-Amz-Signature=f5d7%2F&X-Amz-Expires=86400".into(),
        }
    }
}

/// Seconds since 1970, with fractions.
pub(super) fn seconds() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |elapsed| elapsed.as_secs_f64())
}
