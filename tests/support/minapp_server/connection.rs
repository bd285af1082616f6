//! One connection: request after request, with the faults asked for.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::fault::{Content, Delivery, Phase};
use super::request::Reader;
use super::{Answer, Fault, RecordedRequest, Shared, lock, routes};

/// Serves a connection until either side ends it. A peer that leaves in the middle is nobody's failure here.
pub(super) async fn serve(stream: TcpStream, number: usize, shared: Arc<Mutex<Shared>>) {
    // Without it, the small writes of slow answers would wait for acknowledgements.
    let _ = stream.set_nodelay(true);
    let mut reader = Reader::new(stream, number);
    while let Ok(true) = exchange(&mut reader, &shared).await {}
}

/// One request and its answer; whether the connection lives on.
async fn exchange(reader: &mut Reader, shared: &Mutex<Shared>) -> io::Result<bool> {
    if !reader.wait().await? {
        return Ok(false);
    }
    let Fault { content, delivery } = begin(shared);
    if matches!(delivery, Delivery::Reset(Phase::BeforeRequest)) {
        return reset(&reader.stream);
    }
    let mut request = match reader.head().await {
        Err(error) => return refuse(reader, &error).await,
        Ok(request) => request,
    };
    if matches!(delivery, Delivery::Reset(Phase::InRequest)) {
        return reset(&reader.stream);
    }
    if let Err(error) = reader.body(&mut request).await {
        return refuse(reader, &error).await;
    }
    let lives_on = request.keeps_alive();
    let answer = perform(request, content, &mut lock(shared));
    Ok(deliver(&mut reader.stream, &answer, delivery).await? && lives_on)
}

fn begin(shared: &Mutex<Shared>) -> Fault {
    let mut shared = lock(shared);
    shared.attempts += 1;
    shared.faults.pop_front().unwrap_or(Fault { content: Content::Documented, delivery: Delivery::Whole })
}

fn perform(request: RecordedRequest, content: Content, shared: &mut Shared) -> Answer {
    let admitted = shared.cookie.as_deref().is_none_or(|cookie| request.header("cookie") == Some(cookie));
    let answer = match content {
        Content::Scripted(answer) => answer,
        _ if !admitted => Answer::new(401, "text/plain", "log in first"),
        Content::Documented => routes::answer(&request, &mut shared.store),
        Content::Edited(edit) => {
            let mut answer = routes::answer(&request, &mut shared.store);
            edit(&mut answer);
            answer
        }
    };
    shared.requests.push(request);
    answer
}

/// Sends an answer as far as the fault allows; whether the connection is still good for another one.
async fn deliver(stream: &mut TcpStream, answer: &Answer, delivery: Delivery) -> io::Result<bool> {
    let head = answer.head().into_bytes();
    let whole = [&head[..], &answer.body].concat();
    match &delivery {
        Delivery::Whole => stream.write_all(&whole).await?,
        Delivery::Late(delay) => {
            tokio::time::sleep(*delay).await;
            stream.write_all(&whole).await?;
        }
        Delivery::SlowHead(pause) => {
            trickle(stream, &head, *pause).await?;
            stream.write_all(&answer.body).await?;
        }
        Delivery::SlowBody(pause) => {
            stream.write_all(&head).await?;
            trickle(stream, &answer.body, *pause).await?;
        }
        Delivery::Raw(bytes) => stream.write_all(bytes).await?,
        Delivery::Endless => endless(stream, answer).await?,
        Delivery::Reset(Phase::InHead) => stream.write_all(&whole[..head.len() / 2]).await?,
        Delivery::Reset(Phase::InBody) | Delivery::Truncated => {
            stream.write_all(&whole[..head.len() + answer.body.len() / 2]).await?;
        }
        Delivery::Reset(_) | Delivery::Closed => {}
    }
    match delivery {
        Delivery::Whole | Delivery::Late(_) | Delivery::SlowHead(_) | Delivery::SlowBody(_) => Ok(true),
        Delivery::Reset(_) => reset(stream),
        Delivery::Raw(_) | Delivery::Endless | Delivery::Truncated | Delivery::Closed => Ok(false),
    }
}

async fn trickle(stream: &mut TcpStream, bytes: &[u8], pause: Duration) -> io::Result<()> {
    for byte in bytes {
        tokio::time::sleep(pause).await;
        stream.write_u8(*byte).await?;
    }
    Ok(())
}

/// Sends spaces, which JSON allows, until the peer has had enough.
async fn endless(stream: &mut TcpStream, answer: &Answer) -> io::Result<()> {
    let head = answer.clone().header("transfer-encoding", "chunked").head();
    stream.write_all(head.as_bytes()).await?;
    let spaces = " ".repeat(0x1000);
    let chunk = format!("1000\r\n{spaces}\r\n");
    loop {
        stream.write_all(chunk.as_bytes()).await?;
    }
}

/// Tells a peer that does not speak HTTP so, and ends the connection.
async fn refuse(reader: &mut Reader, error: &io::Error) -> io::Result<bool> {
    let answer = Answer::bad_request(&error.to_string());
    deliver(&mut reader.stream, &answer, Delivery::Whole).await?;
    Ok(false)
}

/// Makes the end of the connection a reset: whoever drops the stream sends one.
fn reset(stream: &TcpStream) -> io::Result<bool> {
    stream.set_zero_linger()?;
    Ok(false)
}
