//! The bounds that threads ask for, in one place, because wasm32 has no threads and its futures are not `Send`.

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use std::pin::Pin;

    /// `Send` where there are threads; nothing on wasm32.
    pub trait MaybeSend: Send {}
    impl<T: Send + ?Sized> MaybeSend for T {}

    /// `Sync` where there are threads; nothing on wasm32.
    pub trait MaybeSync: Sync {}
    impl<T: Sync + ?Sized> MaybeSync for T {}

    /// A boxed future, `Send` where there are threads.
    pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
    /// A boxed stream, `Send` where there are threads.
    pub type BoxStream<'a, T> = Pin<Box<dyn futures_core::Stream<Item = T> + Send + 'a>>;
    /// Any error, `Send + Sync` where there are threads.
    pub type BoxError = Box<dyn std::error::Error + Send + Sync>;
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use std::pin::Pin;

    /// `Send` where there are threads; nothing on wasm32.
    pub trait MaybeSend {}
    impl<T: ?Sized> MaybeSend for T {}

    /// `Sync` where there are threads; nothing on wasm32.
    pub trait MaybeSync {}
    impl<T: ?Sized> MaybeSync for T {}

    /// A boxed future, `Send` where there are threads.
    pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
    /// A boxed stream, `Send` where there are threads.
    pub type BoxStream<'a, T> = Pin<Box<dyn futures_core::Stream<Item = T> + 'a>>;
    /// Any error, `Send + Sync` where there are threads.
    pub type BoxError = Box<dyn std::error::Error>;
}

pub use platform::{BoxError, BoxFuture, BoxStream, MaybeSend, MaybeSync};
