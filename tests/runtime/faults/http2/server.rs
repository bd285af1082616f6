//! A server that speaks HTTP/2 over TLS frame by frame, by a script, and so not always as it should.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::server::TlsStream;

use super::super::tls::acceptor;

pub(in crate::faults) const DATA: u8 = 0;
pub(in crate::faults) const HEADERS: u8 = 1;
pub(in crate::faults) const RST_STREAM: u8 = 3;
pub(in crate::faults) const SETTINGS: u8 = 4;
pub(in crate::faults) const PUSH_PROMISE: u8 = 5;
pub(in crate::faults) const PING: u8 = 6;
pub(in crate::faults) const GOAWAY: u8 = 7;
pub(in crate::faults) const WINDOW_UPDATE: u8 = 8;
pub(in crate::faults) const CONTINUATION: u8 = 9;

pub(in crate::faults) const END_STREAM: u8 = 1;
pub(in crate::faults) const END_HEADERS: u8 = 4;

/// `:status: 200`, as HPACK writes it.
pub(in crate::faults) const OK: &[u8] = &[0x88];

/// What happens once a request came: frame by frame. After that, the connection stays as it is.
#[derive(Clone, Debug, Default)]
pub(in crate::faults) struct Script(Vec<Step>);

#[derive(Clone, Debug)]
enum Step {
    Send(Frame),
    Forever(Frame),
    /// Bytes that are no frame.
    Raw(Vec<u8>),
    Pause(Duration),
    Close,
}

#[derive(Clone, Debug)]
struct Frame {
    kind: u8,
    flags: u8,
    place: Place,
    payload: Vec<u8>,
}

/// What a frame is about.
#[derive(Clone, Copy, Debug)]
pub(in crate::faults) enum Place {
    Connection,
    /// The stream of the request.
    Stream,
    /// A stream of this number.
    Other(u32),
}

impl Script {
    pub(in crate::faults) fn new() -> Self {
        Self::default()
    }

    pub(in crate::faults) fn frame(self, kind: u8, flags: u8, place: Place, payload: impl Into<Vec<u8>>) -> Self {
        self.step(Step::Send(Frame { kind, flags, place, payload: payload.into() }))
    }

    /// Headers that are not the last frame.
    pub(in crate::faults) fn head(self, block: impl Into<Vec<u8>>) -> Self {
        self.frame(HEADERS, END_HEADERS, Place::Stream, block)
    }

    pub(in crate::faults) fn data(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.frame(DATA, 0, Place::Stream, bytes)
    }

    pub(in crate::faults) fn last_data(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.frame(DATA, END_STREAM, Place::Stream, bytes)
    }

    pub(in crate::faults) fn reset(self, code: u32) -> Self {
        self.frame(RST_STREAM, 0, Place::Stream, code.to_be_bytes())
    }

    /// Says that nothing after this stream was looked at.
    pub(in crate::faults) fn go_away(self, last_stream: u32, code: u32) -> Self {
        self.frame(GOAWAY, 0, Place::Connection, [last_stream.to_be_bytes(), code.to_be_bytes()].concat())
    }

    pub(in crate::faults) fn raw(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.step(Step::Raw(bytes.into()))
    }

    pub(in crate::faults) fn pause(self, pause: Duration) -> Self {
        self.step(Step::Pause(pause))
    }

    /// The last frame again and again until the client goes. Nothing is read meanwhile.
    pub(in crate::faults) fn forever(mut self) -> Self {
        if let Some(Step::Send(frame)) = self.0.pop() {
            self.0.push(Step::Forever(frame));
        }
        self
    }

    pub(in crate::faults) fn close(self) -> Self {
        self.step(Step::Close)
    }

    fn step(mut self, step: Step) -> Self {
        self.0.push(step);
        self
    }
}

/// A setting and its value, as `SETTINGS` has them.
pub(in crate::faults) fn setting(name: u16, value: u32) -> Vec<u8> {
    [&name.to_be_bytes()[..], &value.to_be_bytes()].concat()
}

/// A header with a name and value of less than 127 bytes, as HPACK writes it at its simplest.
pub(in crate::faults) fn header(name: &str, value: &str) -> Vec<u8> {
    let text = |text: &str| [&[u8::try_from(text.len()).expect("it is short")], text.as_bytes()].concat();
    [vec![0], text(name), text(value)].concat()
}

/// A server whose connections all begin alike, and which answers each request by the next of its scripts. What comes after the last
/// one is held.
pub(in crate::faults) struct Http2Server {
    pub(in crate::faults) origin: String,
    seen: Arc<Seen>,
}

/// What the server saw of its clients.
#[derive(Default)]
struct Seen {
    connections: AtomicUsize,
    requests: AtomicUsize,
    resets: AtomicUsize,
    departures: AtomicUsize,
}

impl Http2Server {
    pub(in crate::faults) async fn start(scripts: impl IntoIterator<Item = Script>) -> Self {
        Self::opening(Script::new().frame(SETTINGS, 0, Place::Connection, []), scripts).await
    }

    /// A server that begins its connections by a script.
    pub(in crate::faults) async fn opening(opening: Script, scripts: impl IntoIterator<Item = Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let origin = format!("https://{}", listener.local_addr().expect("the socket is bound"));
        let seen = Arc::new(Seen::default());
        let scripts: Vec<Script> = scripts.into_iter().collect();
        let scripts = Arc::new(std::sync::Mutex::new(scripts.into_iter()));
        let acceptor = acceptor(&[b"h2"]);
        tokio::spawn({
            let seen = seen.clone();
            async move {
                while let Ok((stream, _)) = listener.accept().await {
                    seen.connections.fetch_add(1, Ordering::SeqCst);
                    stream.set_nodelay(true).expect("a socket need not wait for more");
                    let Ok(stream) = acceptor.accept(stream).await else { continue };
                    let (opening, scripts, seen) = (opening.clone(), scripts.clone(), seen.clone());
                    tokio::spawn(async move {
                        let mut connection = Connection { stream, seen: seen.clone() };
                        let next = move || scripts.lock().ok().and_then(|mut scripts| scripts.next()).unwrap_or_default();
                        // How a connection ends is the client's affair.
                        _ = connection.serve(opening, next).await;
                        seen.departures.fetch_add(1, Ordering::SeqCst);
                    });
                }
            }
        });
        Self { origin, seen }
    }

    pub(in crate::faults) fn connections(&self) -> usize {
        self.seen.connections.load(Ordering::SeqCst)
    }

    pub(in crate::faults) fn requests(&self) -> usize {
        self.seen.requests.load(Ordering::SeqCst)
    }

    /// Waits until the client takes back a request, by a reset or by closing its connection.
    pub(in crate::faults) async fn abandonment(&self) {
        let begin = Instant::now();
        while self.seen.resets.load(Ordering::SeqCst) + self.seen.departures.load(Ordering::SeqCst) == 0 {
            assert!(begin.elapsed() < Duration::from_secs(10), "the client does not let go");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

struct Connection {
    stream: TlsStream<TcpStream>,
    seen: Arc<Seen>,
}

impl Connection {
    async fn serve(&mut self, opening: Script, next: impl Fn() -> Script) -> io::Result<()> {
        self.stream.read_exact(&mut [0; "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".len()]).await?;
        self.play(opening, 0).await?;
        loop {
            let mut head = [0; 9];
            self.stream.read_exact(&mut head).await?;
            let [a, b, c, kind, flags, stream @ ..] = head;
            let mut payload = vec![0; u32::from_be_bytes([0, a, b, c]) as usize];
            self.stream.read_exact(&mut payload).await?;
            match kind {
                HEADERS => {
                    self.seen.requests.fetch_add(1, Ordering::SeqCst);
                    self.play(next(), u32::from_be_bytes(stream)).await?;
                }
                RST_STREAM => _ = self.seen.resets.fetch_add(1, Ordering::SeqCst),
                SETTINGS if flags == 0 => self.send(&Frame::new(SETTINGS, 1), 0).await?,
                _ => {}
            }
        }
    }

    async fn play(&mut self, script: Script, stream: u32) -> io::Result<()> {
        for step in script.0 {
            match step {
                Step::Send(frame) => self.send(&frame, stream).await?,
                Step::Forever(frame) => loop {
                    self.send(&frame, stream).await?;
                },
                Step::Raw(bytes) => {
                    self.stream.write_all(&bytes).await?;
                    self.stream.flush().await?;
                }
                Step::Pause(pause) => tokio::time::sleep(pause).await,
                Step::Close => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
        Ok(())
    }

    async fn send(&mut self, frame: &Frame, stream: u32) -> io::Result<()> {
        self.stream.write_all(&frame.bytes(stream)).await?;
        self.stream.flush().await
    }
}

impl Frame {
    /// A frame of the connection without a payload.
    fn new(kind: u8, flags: u8) -> Self {
        Self { kind, flags, place: Place::Connection, payload: Vec::new() }
    }

    fn bytes(&self, stream: u32) -> Vec<u8> {
        let stream = match self.place {
            Place::Connection => 0,
            Place::Stream => stream,
            Place::Other(stream) => stream,
        };
        let length = u32::try_from(self.payload.len()).expect("it is short").to_be_bytes();
        [&length[1..], &[self.kind, self.flags], &stream.to_be_bytes(), &self.payload].concat()
    }
}
