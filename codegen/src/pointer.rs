//! `Pointer`: a place in a file, as RFC 6901 writes it.
