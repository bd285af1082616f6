//! Runs that end before they are done: the old client is left, the new one, or one that no build takes for either.

use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use clientsmith::tree::{Fingerprint, Lock, State};

use crate::place::{DESCRIPTION, Place, run};

const BINARY: &str = env!("CARGO_BIN_EXE_clientsmith");

/// A description with many models, each of which says so.
fn many(words: &str) -> String {
    let models = (0..40).map(|number| {
        format!("    Model{number}: {{type: object, description: {words}, properties: {{a: {{type: string}}}}}}\n")
    });
    DESCRIPTION.to_owned() + &models.collect::<String>()
}

/// Fails if the lock says that the client is complete, and a file is not as it says.
fn assert_sound(place: &Place) {
    let lock = Lock::parse(&place.text("client/generated.lock")).unwrap();
    if lock.state != State::Complete {
        return;
    }
    let mut sources = ["client/build.rs", "client/generated.api"].map(|path| place.path(path)).to_vec();
    let mut folders = vec![place.path("client/src/generated"), place.path("client/src/runtime")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            let list = if entry.path().is_dir() { &mut folders } else { &mut sources };
            list.extend((!is_hidden).then(|| entry.path()));
        }
    }
    assert_eq!(sources.len(), lock.files.len());
    for (path, recorded) in &lock.files {
        let bytes = fs::read(place.path("client").join(path.as_str())).unwrap();
        assert_eq!(Fingerprint::of(&bytes), *recorded, "{path}");
    }
}

#[test]
fn a_run_that_is_killed_at_any_moment_is_completed_by_the_next() {
    let place = Place::begun(&many("old"));
    for moment in 0..16 {
        place.put("openapi.yaml", &many(&format!("new{moment}")));
        let mut command = Command::new(BINARY);
        command.args(["generate", "--settings", "client/clientsmith.toml", "--quiet"]).current_dir(place.path(""));
        let mut running = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(Duration::from_millis(12 * moment));
        running.kill().unwrap();
        running.wait().unwrap();
        assert_sound(&place);
        let (code, _, complained) = place.run(&["generate", "--settings", "client/clientsmith.toml", "--quiet"]);
        assert_eq!((code, complained.as_str()), (0, ""), "{moment}");
        assert_sound(&place);
        assert_eq!(place.run(&["check", "--settings", "client/clientsmith.toml", "--quiet"]).0, 0, "{moment}");
    }
}

/// A limit on the size of files fails as a full disk does: in the middle of a file.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_leaves_what_the_next_run_completes() {
    let limited = |place: &Place, arguments: &str| {
        let script = format!("trap '' XFSZ; ulimit -f 64; exec {BINARY} {arguments}");
        run("sh", &["-c", &script], &place.path(""))
    };
    let place = Place::begun(&many("old"));
    place.put("openapi.yaml", &many(&"new ".repeat(20_000)));
    let (code, _, complained) = limited(&place, "generate --settings client/clientsmith.toml");
    assert!(code == 2 && complained.contains("cannot write `"), "{code} {complained}");
    assert_eq!(Lock::parse(&place.text("client/generated.lock")).unwrap().state, State::Unfinished);
    assert_eq!(place.run(&["generate", "--settings", "client/clientsmith.toml", "--quiet"]).0, 0);
    assert_sound(&place);
    let before = place.entries();
    let (code, _, complained) = limited(&place, "new openapi.yaml --out other");
    assert!(code == 2 && complained.contains("cannot write `"), "{code} {complained}");
    assert_eq!(place.entries(), before);
}

#[test]
fn two_runs_at_once_leave_one_client() {
    let place = Place::begun(&many("old"));
    for round in 0..5 {
        place.put("openapi.yaml", &many(&format!("new{round}")));
        let run = || place.run(&["generate", "--settings", "client/clientsmith.toml", "--quiet"]);
        let both = std::thread::scope(|scope| [scope.spawn(run), scope.spawn(run)].map(|run| run.join().unwrap()));
        for (code, _, complained) in &both {
            assert!(*code == 0 || complained.contains("another run is writing"), "{complained}");
        }
        assert!(both.iter().any(|(code, ..)| *code == 0), "{both:?}");
        assert_sound(&place);
        assert_eq!(place.run(&["check", "--settings", "client/clientsmith.toml", "--quiet"]).0, 0);
    }
}

#[test]
fn what_a_killed_beginning_left_is_cleared_once_it_is_old() {
    let place = Place::with(DESCRIPTION);
    for (folder, age) in [(".clientsmith-new-1", 90), (".clientsmith-new-2", 1), (".clientsmith-new-mine", 90)] {
        place.put(&format!("{folder}/src/lib.rs"), "");
        let time = SystemTime::now() - Duration::from_secs(age);
        File::open(place.path(folder)).unwrap().set_modified(time).unwrap();
    }
    assert_eq!(place.run(&["new", "openapi.yaml", "--out", "client", "--quiet"]).0, 0);
    let left = [".clientsmith-new-2", ".clientsmith-new-mine", "client", "openapi.yaml"];
    assert!(place.entries().iter().eq(left.iter()), "{:?}", place.entries());
}
