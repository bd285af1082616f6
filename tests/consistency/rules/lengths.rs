//! Lengths: files and functions that want a second look.

use super::source::Source;

const FILE: usize = 300;
const FUNCTION: usize = 80;

/// What is long. The lines of tests do not count.
pub(crate) fn remarks(source: &Source) -> Vec<String> {
    let code = source.text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut remarks = Vec::new();
    let lines: Vec<&str> = code.lines().collect();
    if lines.len() > FILE {
        remarks.push(format!("{} has {} lines", source.path, lines.len()));
    }
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let is_function = line.contains("fn ") && line.ends_with('{') && !line.trim_start().starts_with("//");
        // Formatted code closes a body with a brace below its first line.
        let end = lines[start..].iter().position(|line| line.len() == indent + 1 && line.ends_with('}')).filter(|_| is_function);
        if let Some(length) = end.map(|end| end + 1).filter(|length| *length > FUNCTION) {
            remarks.push(format!("{}:{}: a function of {length} lines", source.path, start + 1));
        }
    }
    remarks
}
