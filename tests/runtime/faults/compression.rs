//! Bodies that are compressed: what counts is what they become.

use std::io::Write;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, Way, client, is_decode, is_transport, taken, taken_with};
use crate::runtime::Download;

fn compressed(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn response(status: u16, body: &[u8]) -> Script {
    let head = format!("HTTP/1.1 {status} So\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", body.len());
    Script::new().send(head).send(body)
}

/// Twenty megabytes in as many kilobytes.
fn bomb(begin: &str, filling: u8) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(begin.as_bytes()).expect("memory takes it");
    let filling = vec![filling; 1 << 20];
    (0..20).for_each(|_| encoder.write_all(&filling).expect("memory takes it"));
    encoder.finish().expect("memory takes it")
}

#[tokio::test]
async fn a_compressed_body_is_read_in_each_way() {
    for way in WAYS {
        let outcome = taken(way, response(200, &compressed(way.body().as_bytes()))).await;
        assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_bomb_goes_off_in_no_way() {
    for (way, begin, filling) in [
        (Way::Call, "", b' '),
        (Way::Call, "{\"id\":1,\"name\":\"", b'a'),
        (Way::Lines, "", b'['),
        (Way::Lines, "\u{1e}[", b'\n'),
        (Way::Events, "data: ", b'a'),
        (Way::Events, "id: ", b'a'),
    ] {
        let error = taken_with(way, response(200, &bomb(begin, filling)), |client| client.max_body(1 << 20)).await.error();
        assert!(is_decode(&error) && error.to_string().contains("1048576 bytes"), "{way:?}, {begin}: {error}");
    }
    for way in WAYS {
        let error = taken(way, response(500, &bomb("", b'a'))).await.error();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(500));
        assert_eq!(error.api().map(|api| api.bytes().len()), Some(1 << 20), "{way:?}");
    }
}

/// A download has no limit but what the caller takes.
#[tokio::test]
async fn a_download_is_unpacked_no_faster_than_it_is_taken() {
    let server = ScriptedServer::start([response(200, &bomb("", b'a')).then(Script::new().hold())]);
    let mut download =
        Download::open(client(&server, |client| client).cloud_functions().get("a"), None).await.expect("it begins");
    for _ in 0..3 {
        let piece = download.next().await.expect("there is more").expect("it comes");
        assert!(piece.len() <= 1 << 20, "{}", piece.len());
    }
    drop(download);
    server.departure().await;
}

#[tokio::test]
async fn a_compressed_body_that_is_not_whole_is_an_error() {
    for way in WAYS {
        let whole = compressed(way.body().as_bytes());
        for (fault, bytes) in [
            ("cut in its data", &whole[..whole.len() - 12]),
            ("cut in its checksum", &whole[..whole.len() - 3]),
            ("cut in its head", &whole[..5]),
            ("nothing but plain text", way.body().as_bytes()),
        ] {
            let error = taken(way, response(200, bytes)).await.error();
            assert!(is_transport(&error), "{way:?}, {fault}: {error}");
        }
        let mut wrong = whole.clone();
        let checksum = wrong.len() - 8;
        wrong[checksum] ^= 1;
        assert!(is_transport(&taken(way, response(200, &wrong)).await.error()), "{way:?}: a wrong checksum");
        let garbage = [&whole[..], b"garbage behind it"].concat();
        let outcome = taken(way, response(200, &garbage)).await;
        assert!(outcome.error.as_ref().is_none_or(is_transport), "{way:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_compressed_body_that_stalls_runs_into_the_limit() {
    for way in WAYS {
        let whole = compressed(way.body().as_bytes());
        let head = format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", whole.len());
        let script = Script::new().send(head).send(&whole[..whole.len() - 9]).hold();
        let error = taken_with(way, script, |client| client.read_timeout(Duration::from_millis(200))).await.error();
        assert!(super::is_timeout(&error), "{way:?}: {error}");
    }
}
