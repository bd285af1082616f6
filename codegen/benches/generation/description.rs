//! A description of any size: the same calls and schemas over and over, under other names.

use std::fmt::Write;

/// How many things a repetition has; each has three calls and three schemas.
const THINGS: usize = 60;

/// The description, as JSON.
pub(crate) fn repeated(times: usize) -> String {
    let (mut paths, mut schemas) = (Vec::new(), Vec::new());
    for repetition in 0..times {
        for thing in 0..THINGS {
            let name = format!("Thing{repetition}N{thing}");
            let neighbour = format!("Thing{repetition}N{}", (thing + 1) % THINGS);
            paths.push(calls(&name, &format!("things-{repetition}")));
            schemas.push(models(&name, &neighbour));
        }
    }
    let mut text = String::from(r#"{"openapi":"3.1.0","info":{"title":"Things","version":"1"},"#);
    text.push_str(r#""servers":[{"url":"https://things.example"}],"#);
    let (paths, schemas) = (paths.join(","), schemas.join(","));
    write!(text, r#""paths":{{{paths}}},"components":{{"schemas":{{{schemas}}}}}}}"#).expect("a String takes any text");
    text
}

fn calls(name: &str, tag: &str) -> String {
    let lower = name.to_lowercase();
    let body = |name: &str| format!(r##"{{"application/json":{{"schema":{{"$ref":"#/components/schemas/{name}"}}}}}}"##);
    let answer = |name: &str| format!(r#"{{"200":{{"description":"What was asked for.","content":{}}}}}"#, body(name));
    let page = answer(&format!("{name}Page"));
    let one = answer(name);
    format!(
        r#""/{lower}":{{
            "get":{{"operationId":"{lower}/list","tags":["{tag}"],"description":"Lists them, page by page.",
                "parameters":[{{"name":"limit","in":"query","schema":{{"type":"integer","format":"int32"}}}},
                    {{"name":"after","in":"query","description":"The last one that is known.","schema":{{"type":"string"}}}}],
                "responses":{page}}},
            "post":{{"operationId":"{lower}/create","tags":["{tag}"],"summary":"Creates one.",
                "requestBody":{{"required":true,"content":{}}},"responses":{one}}}}},
        "/{lower}/{{id}}":{{
            "get":{{"operationId":"{lower}/get","tags":["{tag}"],"summary":"Tells of one.",
                "parameters":[{{"name":"id","in":"path","required":true,"schema":{{"type":"string"}}}}],
                "responses":{one}}}}}"#,
        body(name)
    )
}

fn models(name: &str, neighbour: &str) -> String {
    let reference = |name: &str| format!(r##"{{"$ref":"#/components/schemas/{name}"}}"##);
    format!(
        r#""{name}":{{"type":"object","description":"A thing among others.","required":["id","state"],"properties":{{
            "id":{{"type":"string","format":"uuid","description":"What tells it from others."}},
            "state":{},"neighbour":{},"size":{{"type":"integer"}},"weight":{{"type":["number","null"]}},
            "labels":{{"type":"array","items":{{"type":"string"}}}},"created":{{"type":"string","format":"date-time"}},
            "owner":{{"type":"object","properties":{{"name":{{"type":"string"}},"age":{{"type":"integer"}}}}}}}}}},
        "{name}State":{{"type":"string","enum":["new","ready","gone"],"description":"What has become of it."}},
        "{name}Page":{{"type":"object","required":["items"],"properties":{{
            "items":{{"type":"array","items":{}}},"next":{{"type":"string"}}}}}}"#,
        reference(&format!("{name}State")),
        reference(neighbour),
        reference(name)
    )
}
