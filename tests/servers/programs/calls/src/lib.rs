//! Makes calls one after the other and prints a line for each.

use std::error::Error;
use std::fmt::{Debug, Display};

/// The error of a program.
pub type Failure = Box<dyn Error>;

/// Makes a call that works with the unchanged description.
pub async fn worked<T, E: Error + 'static>(name: &str, call: impl IntoFuture<Output = Result<T, E>>) -> Result<T, Failure> {
    made("worked", name, call).await
}

/// Makes a call that works only with the changes of the program's overlay.
pub async fn amended<T, E: Error + 'static>(name: &str, call: impl IntoFuture<Output = Result<T, E>>) -> Result<T, Failure> {
    made("amended", name, call).await
}

async fn made<T, E: Error + 'static>(how: &str, name: &str, call: impl IntoFuture<Output = Result<T, E>>) -> Result<T, Failure> {
    match call.await {
        Ok(answer) => {
            println!("{how:8} {name}");
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
            println!("{:8} {name}", "worked");
            Ok(error)
        }
    }
}

/// Prints the deviations of an answer from its description.
pub fn tolerated(call: &impl Display, deviations: &impl Debug) {
    println!("{:8} {call}: {deviations:?}", "noted");
}
