//! Calls over the transport in memory.
