//! `measure`: what a command costs, by what the operating system says of it.

use std::env;
use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};

/// What a command cost.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    /// Whether it succeeded.
    pub is_success: bool,
    /// From its start to its end.
    pub wall: Duration,
    /// Time of all processors, its children's included.
    pub processor: Duration,
    /// The most memory that one of its processes had, in bytes.
    pub memory: u64,
}

impl Measure {
    /// The time of all processors, for a table.
    pub fn processor_time(&self) -> String {
        seconds(self.processor)
    }

    /// The time from start to end, for a table.
    pub fn wall_time(&self) -> String {
        seconds(self.wall)
    }

    /// The most memory, for a table.
    pub fn peak(&self) -> String {
        format!("{:.0} MB", self.memory as f64 / 1e6)
    }

    /// This one's time of all processors, as a part of another's.
    pub fn of(&self, other: &Self) -> String {
        format!("{:.2}", self.processor.as_secs_f64() / other.processor.as_secs_f64())
    }
}

fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

/// The argument with which a benchmark runs itself to measure one command alone: memory is told only of all children together.
const ALONE: &str = "--measure-alone";

/// Runs a command and tells what it cost. A benchmark begins with [`Measure::of_this_process`].
///
/// # Panics
///
/// If this program cannot run itself.
pub fn measure(command: &Command) -> Measure {
    let mut measuring = Command::new(env::current_exe().expect("a running program has a path"));
    measuring.arg(ALONE).arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        measuring.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => measuring.env(name, value),
            None => measuring.env_remove(name),
        };
    }
    let output = measuring.stdin(Stdio::null()).stderr(Stdio::inherit()).output().expect("the program can run itself");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = text.split_whitespace().map(|number| number.parse::<u64>().unwrap_or_default());
    let mut next = || numbers.next().unwrap_or_default();
    Measure {
        is_success: next() == 1,
        wall: Duration::from_micros(next()),
        processor: Duration::from_micros(next()),
        memory: next(),
    }
}

impl Measure {
    /// Runs the command that this process was started to measure, if it was, and ends.
    pub fn of_this_process() {
        let mut arguments = env::args_os().skip(1);
        if arguments.next().as_deref() != Some(OsStr::new(ALONE)) {
            return;
        }
        let Some(program) = arguments.next() else { return };
        let start = Instant::now();
        let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
        let wall = start.elapsed();
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system tells of children");
        let time = |value: nix::sys::time::TimeVal| value.tv_sec() * 1_000_000 + value.tv_usec();
        let processor = time(usage.user_time()) + time(usage.system_time());
        let is_success = status.is_ok_and(|status| status.success());
        println!("{} {} {processor} {}", u8::from(is_success), wall.as_micros(), usage.max_rss() * 1024);
        std::process::exit(0);
    }
}
