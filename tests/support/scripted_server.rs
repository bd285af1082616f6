//! A server on a real socket that answers each connection by a script, and tells what it was asked and when it was left.

use std::io;
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// How long that may take which is to happen at once.
const SOON: Duration = Duration::from_secs(10);

/// A server that answers each connection by one of some scripts and closes it. Further connections are closed at once.
#[derive(Debug)]
pub struct ScriptedServer {
    address: String,
    requests: mpsc::Receiver<String>,
    departures: mpsc::Receiver<()>,
    connections: Arc<AtomicUsize>,
}

/// What happens on a connection once a request was read. A text is sent as it is.
#[derive(Clone, Debug, Default)]
pub struct Script {
    steps: Vec<Step>,
    is_early: bool,
}

#[derive(Clone, Debug)]
enum Step {
    Send(Vec<u8>),
    Forever(Vec<u8>, Duration),
    Pause(Duration),
    Listen,
    Hold,
    Reset,
}

impl Script {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins as soon as the head of the request is there, and leaves its body where it is.
    #[must_use]
    pub fn early(mut self) -> Self {
        self.is_early = true;
        self
    }

    /// Sends bytes.
    #[must_use]
    pub fn send(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.step(Step::Send(bytes.into()))
    }

    /// Sends the same bytes again and again until the client goes, with a pause after each time.
    #[must_use]
    pub fn forever(self, bytes: impl Into<Vec<u8>>, pause: Duration) -> Self {
        self.step(Step::Forever(bytes.into(), pause))
    }

    /// Sends nothing for a while.
    #[must_use]
    pub fn pause(self, pause: Duration) -> Self {
        self.step(Step::Pause(pause))
    }

    /// Waits until more comes, such as another request.
    #[must_use]
    pub fn listen(self) -> Self {
        self.step(Step::Listen)
    }

    /// Keeps the connection open in silence until the client goes.
    #[must_use]
    pub fn hold(self) -> Self {
        self.step(Step::Hold)
    }

    /// Ends the connection by a reset.
    #[must_use]
    pub fn reset(self) -> Self {
        self.step(Step::Reset)
    }

    /// What happens here, and then what happens there.
    #[must_use]
    pub fn then(mut self, rest: Self) -> Self {
        self.steps.extend(rest.steps);
        self
    }

    fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}

impl<T: Into<Vec<u8>>> From<T> for Script {
    fn from(bytes: T) -> Self {
        Self::new().send(bytes)
    }
}

impl ScriptedServer {
    /// Starts a server with these scripts, one for each connection.
    pub fn start(scripts: impl IntoIterator<Item = impl Into<Script>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("the loopback interface has a free port");
        let address = format!("http://{}", listener.local_addr().expect("a bound listener has an address"));
        let scripts: Vec<Script> = scripts.into_iter().map(Into::into).collect();
        let (sender, requests) = mpsc::channel();
        let (gone, departures) = mpsc::channel();
        let connections = Arc::new(AtomicUsize::new(0));
        let count = connections.clone();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("the system has the means for a runtime").block_on(async move {
                listener.set_nonblocking(true).expect("a listener need not block");
                let listener = tokio::net::TcpListener::from_std(listener).expect("the runtime takes listeners");
                let mut scripts = scripts.into_iter();
                while let Ok((stream, _)) = listener.accept().await {
                    count.fetch_add(1, Ordering::SeqCst);
                    let (Some(script), sender, gone) = (scripts.next(), sender.clone(), gone.clone()) else { continue };
                    tokio::spawn(async move {
                        let mut stream = BufReader::new(stream);
                        let request = read(&mut stream, script.is_early).await;
                        if sender.send(request).is_err() || play(script, stream).await.is_err() {
                            // Whether anybody wants to know is the test's affair.
                            _ = gone.send(());
                        }
                    });
                }
            });
        });
        Self { address, requests, departures, connections }
    }

    /// Scheme, host and port: `http://127.0.0.1:40000`.
    pub fn origin(&self) -> &str {
        &self.address
    }

    /// The next request as it came, head and body.
    pub fn request(&self) -> String {
        self.requests.recv_timeout(SOON).expect("a request comes")
    }

    /// How many connections there were so far.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Waits until a client goes in the middle of a script, or ends a connection that is held open. The client's own runtime goes
    /// on meanwhile: it is what closes the connection.
    pub async fn departure(&self) {
        let begin = Instant::now();
        while self.departures.try_recv().is_err() {
            assert!(begin.elapsed() < SOON, "the client does not go");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// Plays a script; an error says that the client has gone.
async fn play(script: Script, mut stream: BufReader<TcpStream>) -> io::Result<()> {
    stream.get_ref().set_nodelay(true)?;
    for step in script.steps {
        match step {
            Step::Send(bytes) => stream.write_all(&bytes).await?,
            Step::Pause(pause) => tokio::time::sleep(pause).await,
            Step::Forever(bytes, pause) => loop {
                stream.write_all(&bytes).await?;
                tokio::time::sleep(pause).await;
            },
            Step::Listen => _ = stream.read(&mut [0; 4096]).await?,
            Step::Hold => {
                while stream.read(&mut [0; 1024]).await? > 0 {}
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            Step::Reset => return stream.get_ref().set_zero_linger(),
        }
    }
    Ok(())
}

/// A request as far as it comes, or only its head.
async fn read(stream: &mut BufReader<TcpStream>, is_head_enough: bool) -> String {
    let mut request = String::new();
    while !request.ends_with("\r\n\r\n") {
        if !matches!(stream.read_line(&mut request).await, Ok(read) if read > 0) {
            return request;
        }
    }
    if is_head_enough {
        return request;
    }
    let length = request.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    let read = stream.read_exact(&mut body).await;
    request + &read.map(|_| String::from_utf8_lossy(&body).into_owned()).unwrap_or_default()
}
