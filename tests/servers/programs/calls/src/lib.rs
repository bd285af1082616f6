//! Makes calls one after the other and prints a line for each.

use std::error::Error;
use std::fmt::{self, Display};

/// What a program fails with.
pub type Failure = Box<dyn Error>;

/// How a call came to work.
#[derive(Clone, Copy)]
enum With {
    /// The description as it is.
    Nothing,
    /// The program's overlay.
    Amendment,
}

impl Display for With {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Nothing => "worked",
            Self::Amendment => "amended",
        })
    }
}

/// Makes a call that works with the description as it is.
pub async fn worked<T, E: Error + 'static>(name: &str, call: impl IntoFuture<Output = Result<T, E>>) -> Result<T, Failure> {
    made(With::Nothing, name, call).await
}

/// Makes a call that works only with what the program's overlay changes.
pub async fn amended<T, E: Error + 'static>(name: &str, call: impl IntoFuture<Output = Result<T, E>>) -> Result<T, Failure> {
    made(With::Amendment, name, call).await
}

async fn made<T, E: Error + 'static>(with: With, name: &str, call: impl IntoFuture<Output = Result<T, E>>) -> Result<T, Failure> {
    match call.await {
        Ok(answer) => {
            println!("{with:8} {name}");
            Ok(answer)
        }
        Err(error) => Err(format!("{name}: {error}").into()),
    }
}

/// Makes a call that the server refuses; returns its error.
pub async fn refused<T, E>(name: &str, call: impl IntoFuture<Output = Result<T, E>>) -> Result<E, Failure> {
    match call.await {
        Ok(_) => Err(format!("{name}: the server does not refuse it").into()),
        Err(error) => {
            println!("{:8} {name}", With::Nothing);
            Ok(error)
        }
    }
}

/// Prints what an answer has that its description does not say.
pub fn tolerated(call: &impl Display, deviations: &impl fmt::Debug) {
    println!("{:8} {call}: {deviations:?}", "noted");
}
