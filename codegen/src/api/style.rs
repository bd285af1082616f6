//! `Style`: how a value is written in a URL, a header or a form.

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// `;color=blue,black`.
    Matrix,
    /// `.blue.black`.
    Label,
    /// `color=blue,black`.
    Form,
    /// `blue,black`.
    Simple,
    /// `blue%20black`.
    SpaceDelimited,
    /// `blue|black`.
    PipeDelimited,
    /// `blue%09black`.
    TabDelimited,
    /// `color[R]=100`.
    DeepObject,
    /// `color=blue; color=black`, not encoded.
    Cookie,
}
