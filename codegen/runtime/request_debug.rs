//! `request_debug!`: how requests are printed.

/// `Debug` of a request: what it asks for, and none of its values, which may be secret.
macro_rules! request_debug {
    () => {};
    ($request:ident) => {
        impl ::std::fmt::Debug for $request {
            #[inline]
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::write!(formatter, "{}({})", ::std::stringify!($request), <Self as $crate::runtime::Operation>::ENDPOINT)
            }
        }
    };
}

pub(crate) use request_debug;

// The features that are on may leave no call, and so nothing else that uses the macro.
crate::runtime::request_debug!();
