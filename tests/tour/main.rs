//! Every call of the client, one after another: `cargo run -p tests [-- --server URL] [--cookie VALUE]`.
//!
//! Without a URL it starts a server of its own. With one it works against any server that follows the documentation page: it
//! creates a function under a name that nobody else uses, touches nothing else, and deletes it in the end.

use std::error::Error;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use minapp_client::models::{
    AuditStatus, CloudFunction, CloudFunctionPatch, Job, JobSource, JobStatus, NewCloudFunction, PlanCircle,
};
use minapp_client::operations::cloud_functions::CloudFunctions;
use minapp_client::{Client, InvocationError, StatusCode, Value, json};
use serde::Deserialize;
use tests::minapp_server::MinappServer;

const USAGE: &str = "Usage: tour [--server URL] [--cookie VALUE]

  --server URL    base URL of a server, such as https://cloud.minapp.com/userve/v1.3;
                  without it the tour starts a server of its own
  --cookie VALUE  sent as the `cookie` header with every request";
const CODE: &str = "exports.main = function tour(event, callback) {\n  callback(null, event.data)\n}";
const FAILING_CODE: &str = "exports.main = function tour(event, callback) {\n  throw new Error('on purpose')\n}";

/// What was asked for on the command line.
#[derive(Default)]
struct Arguments {
    server: Option<String>,
    cookie: Option<String>,
    help: bool,
}

/// What the function returns: the data that it was given.
#[derive(Deserialize)]
struct Greeting {
    who: String,
}

type Outcome = Result<(), Box<dyn Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = match parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => {
            eprintln!("error: {problem}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    if arguments.help {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match tour(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut parsed = Arguments::default();
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--help" | "-h" => parsed.help = true,
            "--server" => parsed.server = Some(arguments.next().ok_or("--server wants a URL")?),
            "--cookie" => parsed.cookie = Some(arguments.next().ok_or("--cookie wants a value")?),
            _ => return Err(format!("`{argument}` is no argument of the tour")),
        }
    }
    Ok(parsed)
}

async fn tour(arguments: Arguments) -> Outcome {
    let embedded = arguments.server.is_none().then(MinappServer::start);
    let url = arguments.server.or(embedded.as_ref().map(MinappServer::url)).unwrap_or_default();
    let mut builder = Client::builder().base_url(&url);
    if let Some(cookie) = &arguments.cookie {
        builder = builder.header("cookie", cookie);
    }
    let functions = builder.build()?.cloud_functions();
    let kind = if embedded.is_some() { "a server started for this tour" } else { "the server you named" };
    println!("MinApp's cloud functions at {url}, {kind}");

    let name = unique_name();
    if let Err(error) = create(&functions, &name).await {
        // It may be there all the same, if only the answer was lost.
        let _ = functions.delete(&name).await;
        return Err(error);
    }
    let outcome = visit(&functions, &name).await;
    // Whatever happened in between, nothing stays behind.
    let removed = delete(&functions, &name).await;
    outcome.and(removed)
}

/// All calls that want a function to be there.
async fn visit(functions: &CloudFunctions, name: &str) -> Outcome {
    list(functions, name).await?;
    get(functions, name).await?;
    update(functions, name).await?;
    invoke(functions, name).await?;
    enqueue(functions, name).await?;
    jobs(functions, name).await
}

async fn create(functions: &CloudFunctions, name: &str) -> Outcome {
    heading(1, "create", "a function that returns what it is given");
    let response = functions.create(NewCloudFunction::new(name, CODE).remark("made by the tour")).send().await?;
    line("status", response.status());
    show(response.body());
    Ok(())
}

async fn list(functions: &CloudFunctions, name: &str) -> Outcome {
    heading(2, "list", "one page, then function by function until ours");
    let page = functions.list().limit(5).await?;
    line("functions", page.meta.total_count);
    line("on this page", page.objects.len());
    let mut all = functions.list().items();
    let mut seen = 0;
    while let Some(function) = all.next().await {
        seen += 1;
        if function?.name == name {
            line("ours is", format!("number {seen}"));
            return Ok(());
        }
    }
    Err(format!("`{name}` is not among the {seen} functions listed").into())
}

async fn get(functions: &CloudFunctions, name: &str) -> Outcome {
    heading(3, "get", "ours, and one that nobody has created");
    show(&functions.get(name).await?);
    let absent = format!("{name}-absent");
    match functions.get(&absent).await {
        Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => line("not there", error),
        Err(error) => return Err(error.into()),
        Ok(_) => return Err(format!("`{absent}` was never created, but there it is").into()),
    }
    Ok(())
}

async fn update(functions: &CloudFunctions, name: &str) -> Outcome {
    heading(4, "update", "its remark and plan, and nothing else");
    let patch = CloudFunctionPatch::new().remark("changed by the tour").plan_circle(PlanCircle::PPersonal);
    let response = functions.update(name, patch).send().await?;
    line("status", response.status());
    let function = response.body();
    line("remark", &function.remark);
    line("plan", &function.plan_circle);
    line(
        "memory",
        match &function.plan_circle {
            PlanCircle::PFree => "128 MB",
            PlanCircle::PPersonal => "256 MB",
            _ => "of a plan that this client does not know",
        },
    );
    Ok(())
}

async fn invoke(functions: &CloudFunctions, name: &str) -> Outcome {
    heading(5, "invoke", "run it and wait, once well and once not");
    let invocation = functions.invoke(name, json!({"who": "world"})).await?;
    let greeting: Greeting = invocation.into_result()?;
    line("greeted", greeting.who);
    functions.update(name, CloudFunctionPatch::new().function_code(FAILING_CODE)).await?;
    match functions.invoke(name, json!({})).await?.into_result::<Greeting>() {
        Err(InvocationError::Failed { code, error }) => {
            line("failed", format!("with code {code} and error {}", Value::from(error)))
        }
        Err(error) => return Err(error.into()),
        Ok(_) => return Err("a function that throws did not fail".into()),
    }
    functions.update(name, CloudFunctionPatch::new().function_code(CODE)).await?;
    Ok(())
}

async fn enqueue(functions: &CloudFunctions, name: &str) -> Outcome {
    heading(6, "enqueue", "run it without waiting");
    let accepted = functions.enqueue(name, json!({"who": "nobody"})).await?;
    line("status", accepted.status);
    Ok(())
}

async fn jobs(functions: &CloudFunctions, name: &str) -> Outcome {
    heading(7, "jobs", "what has become of the runs");
    let mut all = functions.jobs(name).limit(2).items();
    while let Some(job) = all.next().await {
        show_job(&job?);
    }
    let fulfilled = functions.jobs(name).status(JobStatus::Fulfilled).await?;
    line("fulfilled", fulfilled.meta.total_count);
    let timed = functions.jobs(name).source(JobSource::Timer).await?;
    line("by a timer", timed.meta.total_count);
    Ok(())
}

async fn delete(functions: &CloudFunctions, name: &str) -> Outcome {
    heading(8, "delete", "leave nothing behind");
    let response = functions.delete(name).send().await?;
    line("status", response.status());
    Ok(())
}

fn heading(number: u8, call: &str, purpose: &str) {
    println!("\n{number}. {call}: {purpose}");
}

fn line(label: &str, value: impl std::fmt::Display) {
    println!("   {label:<14}{value}");
}

fn show(function: &CloudFunction) {
    line("name", &function.name);
    line("id", function.id);
    line("remark", &function.remark);
    line("plan", &function.plan_circle);
    let audit = match &function.audit_status {
        AuditStatus::Approved => "approved".to_owned(),
        AuditStatus::Rejected => "rejected".to_owned(),
        AuditStatus::Waiting => "waiting".to_owned(),
        other => format!("{other}, which this client does not know"),
    };
    line("audit", audit);
}

fn show_job(job: &Job) {
    let duration = match (job.started_at, job.finished_at) {
        (Some(begin), Some(end)) => format!("{:.0} ms", (end - begin) * 1000.0),
        _ => "not finished".to_owned(),
    };
    line(&format!("job {}", job.id), format!("{:<18}{:<16}{duration}", job.status.as_str(), job.service_type.as_str()));
}

/// A name that no other function has: the process and the nanosecond.
fn unique_name() -> String {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("tour-{}-{}", std::process::id(), elapsed.as_nanos())
}
