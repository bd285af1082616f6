//! The library in a build script: a client in `OUT_DIR`, taken in by `include!`.
