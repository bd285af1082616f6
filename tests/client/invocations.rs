//! What a function returned, and how it failed.

use minapp_client::{InvocationError, json};
use serde::Deserialize;
use tests::minapp_server::Fault;

use crate::fixture::{ECHO, Outcome, assert_kind, connected};

#[derive(Debug, PartialEq, Deserialize)]
struct Greeting {
    who: String,
}

#[tokio::test]
async fn a_result_becomes_the_callers_type() -> Outcome {
    let (server, functions) = connected();
    server.add_function("echo", ECHO);
    let invocation = functions.invoke("echo", json!({"who": "world"})).await?;
    assert_eq!(invocation.into_result::<Greeting>().expect("it is a greeting"), Greeting { who: "world".into() });
    Ok(())
}

#[tokio::test]
async fn any_json_is_a_result() -> Outcome {
    let (server, functions) = connected();
    for data in [json!(null), json!(true), json!(1.25), json!("text"), json!([1, [2]]), json!({})] {
        let name = data.to_string();
        server.add_function(&name, &format!("exports.main = (event, callback) => {{ callback(null, {data}) }}"));
        let invocation = functions.invoke(&*name, json!({})).await?;
        assert_eq!(invocation.into_result::<minapp_client::Value>().expect("any value will do"), data);
    }
    Ok(())
}

#[tokio::test]
async fn a_function_that_throws_is_an_error_despite_status_200() -> Outcome {
    let (server, functions) = connected();
    server.add_function("bad", "exports.main = () => { throw new Error() }");
    let invocation = functions.invoke("bad", json!({})).await?;
    assert_ne!(invocation.code, 0.0);
    let error = invocation.into_result::<Greeting>().expect_err("the function failed");
    let InvocationError::Failed { code, error } = error else { panic!("{error:?}") };
    assert_eq!((code, error.get("message")), (1.0, Some(&json!("the function threw"))));
    Ok(())
}

#[tokio::test]
async fn a_result_of_another_shape_is_an_error_that_says_so() -> Outcome {
    let (server, functions) = connected();
    server.add_function("echo", ECHO);
    let invocation = functions.invoke("echo", json!({"whom": "world"})).await?;
    let error = invocation.into_result::<Greeting>().expect_err("`who` is missing");
    assert!(matches!(error, InvocationError::Data(_)), "{error:?}");
    assert!(std::error::Error::source(&error).is_some_and(|source| source.to_string().contains("`who`")), "{error:?}");
    Ok(())
}

#[tokio::test]
async fn a_code_may_be_any_number() -> Outcome {
    let (server, functions) = connected();
    server.add_function("echo", ECHO);
    for code in [json!(-1), json!(0.5), json!(1e300)] {
        server.fault(Fault::edit_json(move |json| json["code"] = code));
        assert!(functions.invoke("echo", json!({})).await?.into_result::<minapp_client::Value>().is_err());
    }
    for code in [json!(0.0), json!(-0.0)] {
        server.fault(Fault::edit_json(move |json| json["code"] = code));
        assert!(functions.invoke("echo", json!({})).await?.into_result::<minapp_client::Value>().is_ok());
    }
    Ok(())
}

#[tokio::test]
async fn data_and_error_may_be_missing() -> Outcome {
    let (server, functions) = connected();
    server.add_function("echo", ECHO);
    server.fault(Fault::edit_json(|json| *json = json!({"code": 0})));
    let invocation = functions.invoke("echo", json!({"who": "world"})).await?;
    assert_eq!((&invocation.data, &invocation.error), (&None, &None));
    Ok(())
}

#[tokio::test]
async fn data_that_is_no_object_is_refused_without_a_request() {
    let (server, functions) = connected();
    for data in [json!(null), json!([]), json!("text"), json!(1)] {
        let error = functions.invoke("echo", data.clone()).await.expect_err("the service takes only objects");
        assert_kind!(&error, Request);
        assert!(functions.enqueue("echo", data).await.is_err());
    }
    assert_eq!(server.attempts(), 0);
}
