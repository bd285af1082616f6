//! `is_private`: whether what is sent to an address can be read on the way.

use std::net::{Ipv4Addr, Ipv6Addr};

use http::Uri;

/// Whether nobody on the way can read what is sent to an address: by TLS, or because it does not leave this machine.
pub(super) fn is_private(uri: &Uri) -> bool {
    uri.scheme_str() == Some("https") || uri.host().is_some_and(is_this_machine)
}

fn is_this_machine(host: &str) -> bool {
    let name = host.to_ascii_lowercase();
    if name == "localhost" || name.ends_with(".localhost") {
        return true;
    }
    let address = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(&name);
    let is_loopback_4 = |address: Ipv4Addr| address.is_loopback() || address.is_unspecified();
    let is_loopback_6 = |address: Ipv6Addr| address.is_loopback() || address.is_unspecified();
    address.parse().is_ok_and(is_loopback_4) || address.parse().is_ok_and(is_loopback_6)
}
