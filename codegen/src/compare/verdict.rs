//! `Verdict`: how much a client changed and which version it requires.

use std::fmt;
use std::str::FromStr;

use super::finding::Finding;
use super::rule::Severity;

/// How much a client changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing changed.
    None,
    /// Changes that callers do not notice.
    Patch,
    /// Compatible additions.
    Minor,
    /// Callers must change, or silently behave differently.
    Major,
}

impl Verdict {
    /// Derives the verdict from findings.
    pub fn of(findings: &[Finding]) -> Self {
        let of_finding = |finding: &Finding| match (finding.source, finding.behaviour) {
            _ if finding.is_break() => Self::Major,
            (Some(_), _) | (_, Some(Severity::Warning | Severity::Breaking)) => Self::Minor,
            _ => Self::Patch,
        };
        findings.iter().map(of_finding).max().unwrap_or(Self::None)
    }

    /// Returns whether `later` is high enough after `earlier`. A pre-release of the next version is.
    pub fn is_met(self, before: &Version, after: &Version) -> bool {
        let next = before.next(self);
        let precedes = after > before && next.pre_release.is_empty() && after.numbers >= next.numbers;
        *after >= next || precedes
    }

    /// Returns the word for it: `major`.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// A version of a crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Major, minor, patch.
    numbers: [u64; 3],
    /// The pre-release part, after the hyphen.
    pre_release: Vec<String>,
}

/// The reason that a text is not a valid version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionError(String);

impl Version {
    /// Returns the next version after a change. Below 1.0 a breaking change raises the minor number and any other the patch number;
    /// below 0.1 every version is breaking. Pre-releases promise no compatibility.
    #[must_use]
    pub fn next(&self, verdict: Verdict) -> Self {
        if verdict == Verdict::None {
            return self.clone();
        }
        if let Some(pre_release) = self.next_pre_release() {
            return pre_release;
        }
        let numbers = match (verdict, self.numbers) {
            (Verdict::Major, [0, 0, patch]) => [0, 0, patch + 1],
            (Verdict::Major, [0, minor, _]) => [0, minor + 1, 0],
            (Verdict::Major, [major, ..]) => [major + 1, 0, 0],
            (Verdict::Minor, [major, minor, _]) if major > 0 => [major, minor + 1, 0],
            (_, [major, minor, patch]) => [major, minor, patch + 1],
        };
        Self { numbers, pre_release: Vec::new() }
    }

    /// Returns the next pre-release: `1.0.0-rc.2` after `1.0.0-rc.1`.
    fn next_pre_release(&self) -> Option<Self> {
        let (last, before) = self.pre_release.split_last()?;
        let mut pre_release = before.to_vec();
        match last.parse::<u64>() {
            Ok(number) => pre_release.push((number + 1).to_string()),
            Err(_) => pre_release.extend([last.clone(), "1".to_owned()]),
        }
        Some(Self { pre_release, ..self.clone() })
    }
}

impl FromStr for Version {
    type Err = VersionError;

    fn from_str(text: &str) -> Result<Self, VersionError> {
        let error = || VersionError(text.to_owned());
        let without_build = text.split('+').next().unwrap_or_default();
        let (numbers, pre_release) =
            without_build.split_once('-').map_or((without_build, None), |(one, other)| (one, Some(other)));
        let numbers: Vec<u64> = numbers.split('.').map(str::parse).collect::<Result<_, _>>().map_err(|_| error())?;
        let pre_release: Vec<String> = pre_release.into_iter().flat_map(|text| text.split('.')).map(str::to_owned).collect();
        if pre_release.iter().any(String::is_empty) {
            return Err(error());
        }
        Ok(Self { numbers: numbers.try_into().map_err(|_| error())?, pre_release })
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // A release is higher than its pre-releases; numbers are lower than words.
        let part = |part: &String| (part.parse::<u64>().map_or((1, 0), |number| (0, number)), part.clone());
        let order = |version: &Self| {
            let parts: Vec<_> = version.pre_release.iter().map(part).collect();
            (version.numbers, version.pre_release.is_empty(), parts)
        };
        order(self).cmp(&order(other))
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(formatter, "{major}.{minor}.{patch}")?;
        if self.pre_release.is_empty() { Ok(()) } else { write!(formatter, "-{}", self.pre_release.join(".")) }
    }
}

impl fmt::Display for VersionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` is not a version such as `1.2.3`", self.0)
    }
}

impl std::error::Error for VersionError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        text.parse().expect("the text is a version")
    }

    #[test]
    fn breaks_raise_the_first_number_that_is_not_zero() {
        let next = |text, verdict| version(text).next(verdict).to_string();
        assert_eq!(next("1.2.3", Verdict::Major), "2.0.0");
        assert_eq!(next("1.2.3", Verdict::Minor), "1.3.0");
        assert_eq!(next("1.2.3", Verdict::Patch), "1.2.4");
        assert_eq!(next("1.2.3", Verdict::None), "1.2.3");
        assert_eq!(next("0.3.1", Verdict::Major), "0.4.0");
        assert_eq!(next("0.3.1", Verdict::Minor), "0.3.2");
        assert_eq!(next("0.0.7", Verdict::Major), "0.0.8");
        assert_eq!(next("0.0.7", Verdict::Minor), "0.0.8");
        assert_eq!(next("1.0.0-rc.1", Verdict::Major), "1.0.0-rc.2");
        assert_eq!(next("1.0.0-alpha+5", Verdict::Minor), "1.0.0-alpha.1");
    }

    #[test]
    fn more_than_enough_is_enough() {
        let is_met = |verdict: Verdict, before, after| verdict.is_met(&version(before), &version(after));
        assert!(is_met(Verdict::Minor, "1.2.3", "2.0.0"));
        assert!(is_met(Verdict::Major, "1.2.3", "2.0.0"));
        assert!(!is_met(Verdict::Major, "1.2.3", "1.10.0"));
        assert!(is_met(Verdict::Major, "1.2.3", "2.0.0-rc.1"));
        assert!(!is_met(Verdict::Major, "1.2.3", "1.3.0-rc.1"));
        assert!(is_met(Verdict::Major, "2.0.0-rc.1", "2.0.0"));
        assert!(is_met(Verdict::Major, "2.0.0-rc.9", "2.0.0-rc.10"));
        assert!(!is_met(Verdict::Patch, "1.2.3", "1.2.3"));
        assert!(is_met(Verdict::None, "1.2.3", "1.2.3"));
    }

    #[test]
    fn other_texts_are_not_versions() {
        for text in ["", "1", "1.2", "1.2.x", "1.2.3.4", "1.2.3-", "v1.2.3"] {
            assert_eq!(text.parse::<Version>(), Err(VersionError(text.to_owned())));
        }
    }
}
