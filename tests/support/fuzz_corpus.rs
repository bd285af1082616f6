//! The inputs that a fuzz target has kept.

use std::fs;
use std::panic::catch_unwind;
use std::path::PathBuf;

use rayon::prelude::*;

/// Tries each input of a target.
///
/// # Panics
///
/// Panics if the property does not hold for one of them, or if there are hardly any.
pub fn each_input_of(target: &str, holds: fn(&[u8])) {
    let folder = fs::read_dir(format!("../codegen/fuzz/corpus/{target}")).expect("the target has a corpus");
    let inputs: Vec<PathBuf> = folder.map(|entry| entry.expect("the folder can be listed").path()).collect();
    assert!(inputs.len() > 10, "the corpus has only {} inputs", inputs.len());
    let fails = |input: &&PathBuf| {
        let bytes = fs::read(input).expect("an input is a file");
        catch_unwind(|| holds(&bytes)).is_err()
    };
    let failed: Vec<_> = inputs.par_iter().filter(fails).collect();
    assert!(failed.is_empty(), "what each panic above is about: {failed:#?}");
}
