//! Bodies that are compressed: what counts is what they become.

use std::io::Write;
use std::time::Duration;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, Way, client, is_decode, is_transport, taken, taken_with};
use crate::runtime::{Download, ReqwestTransport};

/// The name of an encoding, and how it is made.
type Encoding = (&'static str, fn(&[u8]) -> Vec<u8>);

/// What reqwest undoes in a program that switches all of it on.
const ENCODINGS: [Encoding; 4] = [("gzip", gzip), ("deflate", deflate), ("br", brotli), ("zstd", zstd)];

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn deflate(text: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn brotli(text: &[u8]) -> Vec<u8> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 0, 16);
    encoder.write_all(text).expect("memory takes it");
    encoder.into_inner()
}

/// At its simplest: blocks of one byte many times, and blocks as they are.
fn zstd(text: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 7 << 3];
    let mut blocks = text.chunks(1 << 12).peekable();
    while let Some(block) = blocks.next() {
        let is_one_byte = block.iter().all(|byte| *byte == block[0]);
        let size = u32::try_from(block.len()).expect("it is short");
        let head = (size << 3) | (u32::from(is_one_byte) << 1) | u32::from(blocks.peek().is_none());
        frame.extend_from_slice(&head.to_le_bytes()[..3]);
        frame.extend_from_slice(if is_one_byte { &block[..1] } else { block });
    }
    frame
}

fn response(status: u16, encoding: &str, body: &[u8]) -> Script {
    let head = format!("HTTP/1.1 {status} So\r\ncontent-encoding: {encoding}\r\ncontent-length: {}\r\n\r\n", body.len());
    Script::new().send(head).send(body)
}

/// Many bytes in a small part of that.
fn bomb((_, encode): Encoding, begin: &str, filling: u8, length: usize) -> Vec<u8> {
    let text = [begin.as_bytes(), &vec![filling; length]].concat();
    let bomb = encode(&text);
    assert!(bomb.len() < text.len() / 10);
    bomb
}

#[tokio::test]
async fn a_compressed_body_is_read_in_each_way() {
    for way in WAYS {
        for (name, encode) in ENCODINGS {
            let outcome = taken(way, response(200, name, &encode(way.body().as_bytes()))).await;
            assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}, {name}: {outcome:?}");
        }
    }
}

#[tokio::test]
async fn a_bomb_goes_off_in_no_way() {
    for encoding in ENCODINGS {
        let name = encoding.0;
        for (way, begin, filling) in [
            (Way::Call, "", b' '),
            (Way::Call, "{\"id\":1,\"name\":\"", b'a'),
            (Way::Lines, "", b'['),
            (Way::Lines, "\u{1e}[", b'\n'),
            (Way::Events, "data: ", b'a'),
            (Way::Events, "id: ", b'a'),
        ] {
            let script = response(200, name, &bomb(encoding, begin, filling, 1 << 19));
            let error = taken_with(way, script, |client| client.max_body(1 << 17)).await.error();
            assert!(is_decode(&error) && error.to_string().contains("131072 bytes"), "{way:?}, {name}, {begin}: {error}");
        }
        let large = bomb(encoding, "", b'a', 2 << 20);
        for way in WAYS {
            let error = taken(way, response(500, name, &large)).await.error();
            assert_eq!(error.status().map(|status| status.as_u16()), Some(500));
            assert_eq!(error.api().map(|api| api.bytes().len()), Some(1 << 20), "{way:?}, {name}");
        }
    }
}

/// A download has no limit but what the caller takes.
#[tokio::test]
async fn a_download_is_unpacked_no_faster_than_it_is_taken() {
    for encoding in ENCODINGS {
        let server =
            ScriptedServer::start([response(200, encoding.0, &bomb(encoding, "", b'a', 4 << 20)).then(Script::new().hold())]);
        let mut download =
            Download::open(client(&server, |client| client).cloud_functions().get("a"), None).await.expect("it begins");
        for _ in 0..3 {
            let piece = download.next().await.expect("there is more").expect("it comes");
            assert!(piece.len() <= 1 << 20, "{}: {}", encoding.0, piece.len());
        }
        drop(download);
        server.departure().await;
    }
}

#[tokio::test]
async fn a_compressed_body_that_is_not_whole_is_an_error() {
    for way in WAYS {
        for (name, encode) in ENCODINGS {
            let whole = encode(way.body().as_bytes());
            for (fault, bytes) in [
                ("cut before its end", &whole[..whole.len() - 1]),
                ("cut in its data", &whole[..whole.len() - 12]),
                ("cut in its head", &whole[..1]),
                ("nothing but plain text", way.body().as_bytes()),
            ] {
                let error = taken(way, response(200, name, bytes)).await.error();
                assert!(is_transport(&error), "{way:?}, {name}, {fault}: {error}");
            }
            let garbage = [&whole[..], b"garbage behind it"].concat();
            let outcome = taken(way, response(200, name, &garbage)).await;
            assert!(outcome.error.as_ref().is_none_or(is_transport), "{way:?}, {name}: {outcome:?}");
        }
        let mut wrong = gzip(way.body().as_bytes());
        let checksum = wrong.len() - 8;
        wrong[checksum] ^= 1;
        assert!(is_transport(&taken(way, response(200, "gzip", &wrong)).await.error()), "{way:?}: a wrong checksum");
    }
}

/// What is not undone is told and not read: unknown encodings, several of them, and those that nobody asked for.
#[tokio::test]
async fn an_encoding_that_is_not_undone_is_named() {
    for way in [Way::Call, Way::Lines, Way::Events] {
        let body = way.body().as_bytes();
        for (name, bytes) in [
            ("compress", &b"\x1f\x9d\x90\n\n"[..]),
            ("x-gzip", &gzip(body)),
            ("gzip, gzip", &gzip(&gzip(body))),
            ("gzip, br", &brotli(&gzip(body))),
            ("gzip, identity", &gzip(body)),
            ("gzip;q=1", &gzip(body)),
            ("\u{202e}gzip", body),
        ] {
            let error = taken(way, response(200, name, bytes)).await.error();
            let shown = name.trim_start_matches('\u{202e}');
            assert!(is_decode(&error) && error.to_string().contains(shown), "{way:?}, {name}: {error}");
        }
        // Of several headers, tower-http hides all but undoes the first.
        let outcome = taken(way, response(200, "gzip\r\ncontent-encoding: gzip", &gzip(&gzip(body)))).await;
        assert!(outcome.items == 0 && (outcome.error.is_some() || way == Way::Events), "{way:?}: {outcome:?}");
        for (name, encode) in ENCODINGS {
            let plain = reqwest::Client::builder().no_gzip().no_deflate().no_brotli().no_zstd().no_proxy().build();
            let plain = ReqwestTransport::from_client(plain.expect("TLS can be set up"));
            let error = taken_with(way, response(200, name, &encode(body)), |client| client.transport(plain)).await.error();
            assert!(is_decode(&error) && error.to_string().contains(name), "{way:?}, {name}: {error}");
        }
    }
    // Whatever an error is written in, it is told.
    for way in WAYS {
        let error = taken(way, response(500, "compress", b"\x1f\x9d\x90")).await.error();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(500), "{way:?}");
        assert_eq!(error.api().map(|api| &api.bytes()[..]), Some(&b"\x1f\x9d\x90"[..]), "{way:?}");
        let plain = taken(way, response(200, "identity", way.body().as_bytes())).await;
        assert!(plain.error.is_none(), "{way:?}: {plain:?}");
    }
}

#[tokio::test]
async fn a_compressed_body_that_stalls_runs_into_the_limit() {
    for way in WAYS {
        for (name, encode) in ENCODINGS {
            let whole = encode(way.body().as_bytes());
            let head = format!("HTTP/1.1 200 OK\r\ncontent-encoding: {name}\r\ncontent-length: {}\r\n\r\n", whole.len());
            let script = Script::new().send(head).send(&whole[..whole.len() - 1]).hold();
            let error = taken_with(way, script, |client| client.read_timeout(Duration::from_millis(50))).await.error();
            assert!(super::is_timeout(&error), "{way:?}, {name}: {error}");
        }
    }
}
