//! `Changed`: a part of the description that is changed.

/// A part of the description that is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its place: `#/definitions/ImageSummary/properties/RepoDigests`.
    pub address: String,
    /// What references lead to that it is in, and how many do; none if none does.
    pub shared: Option<(String, usize)>,
}
