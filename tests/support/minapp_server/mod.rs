//! A stateful server that follows MinApp's documentation page, on a real socket of this machine.
//!
//! It is written from the page alone, so that it can contradict the description and the client. What the page leaves open is
//! decided once, here: a trigger answers 200; lists are newest first and serve at most [`MAXIMUM_LIMIT`] objects at a time; a second
//! function of the same name is a 400; an unknown function is a 404 on every endpoint; a `limit` or `offset` that is no such
//! number is a 400. A 400 carries JSON, a 404 plain text. A function whose code contains `throw` fails; one that says
//! `callback(null, <JSON>)` returns that JSON; any other returns the `data` it was given.

mod answer;
mod connection;
mod fault;
mod functions;
mod jobs;
mod paging;
mod request;
mod routes;
mod store;

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use tokio::net::TcpListener;
use tokio::sync::oneshot;

pub use answer::Answer;
pub use fault::{Fault, Phase};
pub use paging::MAXIMUM_LIMIT;
pub use request::RecordedRequest;
pub use store::StoredJob;

use store::Store;

/// A running server; dropping it closes the listener and every connection.
#[derive(Debug)]
pub struct MinappServer {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What connections and the test share.
#[derive(Debug, Default)]
struct Shared {
    store: Store,
    requests: Vec<RecordedRequest>,
    attempts: usize,
    faults: VecDeque<Fault>,
    cookie: Option<String>,
}

impl MinappServer {
    /// Starts a server without functions on a free port of 127.0.0.1.
    pub fn start() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("the loopback interface has a free port");
        let address = listener.local_addr().expect("a bound listener has an address");
        let shared = Arc::new(Mutex::new(Shared::default()));
        let (stop, stopped) = oneshot::channel();
        let serve = {
            let shared = Arc::clone(&shared);
            move || run(listener, shared, stopped)
        };
        let thread = std::thread::Builder::new().name("minapp-server".into()).spawn(serve).expect("a thread can be started");
        Self { address, shared, stop: Some(stop), thread: Some(thread) }
    }

    /// Scheme, host and port: `http://127.0.0.1:40000`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What a client takes as its base URL: `http://127.0.0.1:40000/userve/v1.3`.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), routes::BASE)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The requests read so far, in order of arrival, those answered by a fault included.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared().requests.clone()
    }

    /// The request lines so far, such as `GET /userve/v1.3/cloud-function/`.
    pub fn request_lines(&self) -> Vec<String> {
        self.shared().requests.iter().map(RecordedRequest::line).collect()
    }

    /// The latest request.
    ///
    /// # Panics
    ///
    /// When there was none.
    pub fn last_request(&self) -> RecordedRequest {
        self.shared().requests.last().cloned().expect("a request has reached the server")
    }

    /// How often a request began to arrive, whether or not it was read to its end.
    pub fn attempts(&self) -> usize {
        self.shared().attempts
    }

    /// Lets something go wrong at the next request that no earlier fault is waiting for.
    pub fn fault(&self, fault: Fault) {
        self.shared().faults.push_back(fault);
    }

    /// Answers 401 from now on unless the request's `cookie` header is exactly this.
    pub fn require_cookie(&self, cookie: &str) {
        self.shared().cookie = Some(cookie.to_owned());
    }

    /// Puts a function in place without a request and gives its id.
    pub fn add_function(&self, name: &str, function_code: &str) -> i64 {
        self.shared().store.insert(name.to_owned(), function_code.to_owned(), String::new()).id
    }

    /// Puts this many functions in place: `function-000`, `function-001` and so on.
    pub fn add_functions(&self, count: usize) {
        for number in 0..count {
            self.add_function(&format!("function-{number:03}"), "exports.main = (event, callback) => callback(null, event.data)");
        }
    }

    /// The names of all functions, newest first.
    pub fn function_names(&self) -> Vec<String> {
        self.shared().store.functions().map(|function| function.name.clone()).collect()
    }

    /// Puts a job of a function in place without a request; its id is assigned here.
    ///
    /// # Panics
    ///
    /// When there is no such function.
    pub fn add_job(&self, name: &str, job: StoredJob) {
        let mut shared = self.shared();
        let function = shared.store.find(name).expect("the job's function is in place").id;
        shared.store.add_job(function, job);
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        lock(&self.shared)
    }
}

impl Drop for MinappServer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic there has already been printed, and a panic while dropping would hide the test's own.
            let _ = thread.join();
        }
    }
}

/// A test that panics while it holds the lock has already failed; others go on.
fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Serves until `stopped`; leaving drops the runtime and with it all connections.
fn run(listener: std::net::TcpListener, shared: Arc<Mutex<Shared>>, stopped: oneshot::Receiver<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be started");
    runtime.block_on(async {
        listener.set_nonblocking(true).expect("a listener can be made non-blocking");
        let listener = TcpListener::from_std(listener).expect("the runtime takes a bound listener");
        tokio::select! {
            _ = stopped => {}
            () = accept(listener, shared) => {}
        }
    });
}

async fn accept(listener: TcpListener, shared: Arc<Mutex<Shared>>) {
    for connection in 0.. {
        // A connection that is gone before it is accepted concerns nobody.
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(connection::serve(stream, connection, Arc::clone(&shared)));
        }
    }
}
