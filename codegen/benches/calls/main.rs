//! What calls cost beside code written by hand: decoding and encoding beside serde's derives, whole calls beside reqwest.
//!
//! The client is what clientsmith makes of `api.yaml`; the suite `golden` compares it.

/// What clientsmith makes of the description.
#[rustfmt::skip]
pub mod generated;
#[path = "../../runtime/mod.rs"]
pub mod runtime;

mod cases;
mod derived;
mod documents;
mod memory;
mod overhead;
mod peer;
mod requests;
mod server;
mod speed;
mod throughput;
mod valgrind;

/// With an argument, this program is one of its own children: something that is measured alone, or the server.
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--serve"] => server::run(),
        ["--decode", who, case, body] => memory::decode_once(who, case, body),
        ["--call", who, method, count, address, record] => overhead::call(who, method, count, address, record),
        ["--speed"] => speed::print(),
        ["--overhead"] => overhead::print(),
        [] => {
            speed::print();
            memory::print();
            overhead::print();
            throughput::print();
        }
        _ => eprintln!("calls [--speed | --overhead]"),
    }
}
