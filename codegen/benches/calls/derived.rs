//! The models of the description as one writes them by hand, with serde's derives.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Page {
    pub(crate) total: i64,
    pub(crate) next: Option<String>,
    pub(crate) records: Vec<Record>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) status: Status,
    pub(crate) created_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) updated_at: Option<String>,
    pub(crate) closed_at: Option<String>,
    pub(crate) owner: Person,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reviewer: Option<Person>,
    pub(crate) tags: Vec<String>,
    pub(crate) labels: BTreeMap<String, String>,
    pub(crate) score: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) position: Option<Position>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) samples: Option<Vec<i64>>,
    pub(crate) is_public: bool,
    pub(crate) parent: Option<i64>,
    pub(crate) summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) remark: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) homepage: Option<String>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Open,
    InReview,
    Closed,
    Archived,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Person {
    pub(crate) id: i64,
    pub(crate) login: String,
    pub(crate) email: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_admin: Option<bool>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Position {
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Event {
    Opened {
        id: i64,
        at: String,
        by: Person,
    },
    Commented {
        id: i64,
        at: String,
        text: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        mentions: Option<Vec<String>>,
    },
    Closed {
        id: i64,
        at: String,
        reason: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<f64>,
    },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Item {
    Photo {
        width: i64,
        height: i64,
        url: String,
    },
    Song {
        artist: String,
        seconds: f64,
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
    Article {
        text: String,
        authors: Vec<Person>,
    },
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Repository {
    pub(crate) id: i64,
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) archive_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) archived: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) assignees_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) blobs_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) branches_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clone_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) collaborators_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) comments_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) commits_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) compare_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) contents_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) default_branch: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deployments_url: Option<String>,
    pub(crate) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) downloads_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) events_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fork: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) forks: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) forks_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) full_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) git_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) has_downloads: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) has_issues: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) has_pages: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) has_projects: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) has_wiki: Option<bool>,
    pub(crate) homepage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hooks_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) html_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) labels_url: Option<String>,
    pub(crate) language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) languages_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) merges_url: Option<String>,
    pub(crate) mirror_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) node_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) open_issues: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) owner: Option<Person>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) private: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pulls_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pushed_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) releases_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) stargazers_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) svn_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) teams_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) updated_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) watchers: Option<i64>,
}
