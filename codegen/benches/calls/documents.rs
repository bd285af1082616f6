//! The bodies that are decoded and encoded: made by chance, but the same each time.

use crate::derived::{Event, Item, Page, Person, Position, Record, Repository, Status};

/// Numbers that look random (Knuth's MMIX).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new() -> Self {
        Self(2026)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.once_in(2) { Some(make(self)) } else { None }
    }

    fn some<T>(&mut self, most: u64, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn word(&mut self) -> String {
        const WORDS: [&str; 10] = ["alpha", "river", "of", "mountain", "it", "window", "the", "lantern", "stone", "harbour"];
        WORDS[self.below(10) as usize].to_owned()
    }

    fn words(&mut self, count: u64) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    /// A text as people write it: some have line breaks or quotes, some are not English.
    fn text(&mut self) -> String {
        let count = 4 + self.below(20);
        let text = self.words(count);
        match self.below(8) {
            0 => format!("{text}.\n\"{text}\""),
            1 => format!("{text} — größer, 测试"),
            _ => text,
        }
    }

    fn identifier(&mut self) -> i64 {
        self.below(1 << 31) as i64
    }

    fn number(&mut self) -> f64 {
        self.below(100_000_000) as f64 / 1_000_000.0
    }

    fn time(&mut self) -> String {
        format!("2026-{:02}-{:02}T{:02}:{:02}:00Z", 1 + self.below(12), 1 + self.below(28), self.below(24), self.below(60))
    }

    fn person(&mut self) -> Person {
        let login = format!("{}{}", self.word(), self.below(1000));
        Person {
            id: self.identifier(),
            email: format!("{login}@example.com"),
            url: self.maybe(|_| format!("https://example.com/people/{login}")),
            is_admin: self.maybe(|chance| chance.once_in(10)),
            login,
        }
    }

    pub(crate) fn record(&mut self) -> Record {
        Record {
            id: self.identifier(),
            name: self.words(3),
            status: [Status::Open, Status::InReview, Status::Closed, Status::Archived][self.below(4) as usize],
            created_at: self.time(),
            updated_at: self.maybe(Self::time),
            closed_at: self.maybe(Self::time),
            owner: self.person(),
            reviewer: self.maybe(Self::person),
            tags: self.some(5, Self::word),
            labels: self.some(4, |chance| (chance.word(), chance.words(2))).into_iter().collect(),
            score: self.number(),
            position: self.maybe(|chance| Position { latitude: chance.number(), longitude: chance.number() }),
            samples: self.maybe(|chance| chance.some(8, Self::identifier)),
            is_public: self.once_in(2),
            parent: self.maybe(Self::identifier),
            summary: self.text(),
            remark: self.maybe(Self::text),
            homepage: self.maybe(|chance| format!("https://example.com/{}", chance.below(1000))),
        }
    }

    pub(crate) fn page(&mut self, length: usize) -> Page {
        Page { total: length as i64, next: None, records: (0..length).map(|_| self.record()).collect() }
    }

    pub(crate) fn event(&mut self) -> Event {
        let (id, at) = (self.identifier(), self.time());
        match self.below(3) {
            0 => Event::Opened { id, at, by: self.person() },
            1 => Event::Commented { id, at, text: self.text(), mentions: self.maybe(|chance| chance.some(3, Self::word)) },
            _ => Event::Closed { id, at, reason: self.words(4), score: self.maybe(Self::number) },
        }
    }

    pub(crate) fn item(&mut self) -> Item {
        match self.below(3) {
            0 => Item::Photo { width: 640, height: 480, url: format!("https://example.com/{}", self.below(10_000)) },
            1 => Item::Song { artist: self.words(2), seconds: self.number(), title: self.maybe(|chance| chance.words(3)) },
            _ => Item::Article { text: self.text(), authors: self.some(3, Self::person) },
        }
    }

    /// Most of what could be there is there.
    pub(crate) fn repository(&mut self) -> Repository {
        let address = format!("https://api.example.com/repos/{}/{}", self.word(), self.word());
        let mut url = |end: &str| if self.once_in(10) { None } else { Some(format!("{address}/{end}")) };
        Repository {
            archive_url: url("archive"),
            assignees_url: url("assignees"),
            blobs_url: url("blobs"),
            branches_url: url("branches"),
            clone_url: url("clone"),
            collaborators_url: url("collaborators"),
            comments_url: url("comments"),
            commits_url: url("commits"),
            compare_url: url("compare"),
            contents_url: url("contents"),
            deployments_url: url("deployments"),
            downloads_url: url("downloads"),
            events_url: url("events"),
            forks_url: url("forks"),
            git_url: url("git"),
            hooks_url: url("hooks"),
            html_url: url("html"),
            labels_url: url("labels"),
            languages_url: url("languages"),
            merges_url: url("merges"),
            mirror_url: url("mirror"),
            pulls_url: url("pulls"),
            releases_url: url("releases"),
            stargazers_url: url("stargazers"),
            svn_url: url("svn"),
            teams_url: url("teams"),
            ..self.plain_repository()
        }
    }

    fn plain_repository(&mut self) -> Repository {
        Repository {
            id: self.identifier(),
            name: self.word(),
            archived: Some(self.once_in(10)),
            created_at: Some(self.time()),
            default_branch: Some("main".to_owned()),
            description: self.maybe(Self::text),
            fork: Some(self.once_in(4)),
            forks: Some(self.identifier()),
            full_name: Some(self.words(2)),
            has_downloads: Some(true),
            has_issues: Some(true),
            has_wiki: Some(false),
            language: self.maybe(Self::word),
            node_id: Some(self.word()),
            open_issues: Some(self.identifier()),
            owner: Some(self.person()),
            private: Some(false),
            pushed_at: Some(self.time()),
            size: Some(self.identifier()),
            updated_at: Some(self.time()),
            watchers: Some(self.identifier()),
            ..Repository::default()
        }
    }
}
