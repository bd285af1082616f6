//! A description that puts each word in each place that gives something in Rust its name.

use serde_json::{Map, Value, json};

/// The places of the words, and the words at some distance from each, so that they meet in other combinations.
struct Places<'a> {
    words: &'a [String],
}

/// Everything but operations without a tag. Where a place can be named apart from what is sent, each other word is.
pub(super) fn tagged(words: &[String]) -> Value {
    let places = Places { words };
    json!({
        "openapi": "3.2.0",
        "info": {"title": "Names that are taken", "version": "1"},
        "servers": places.servers(),
        "tags": places.tags(),
        "paths": places.paths(),
        "components": {"securitySchemes": places.security_schemes(), "schemas": places.schemas()},
    })
}

/// Operations without a tag, which become methods of the client; each is one of several calls with one path as well.
pub(super) fn untagged(words: &[String]) -> Value {
    let places = Places { words };
    let paths = places.each(|index, word| {
        let operation = json!({"operationId": format!("o{index}"), "x-clientsmith": {"name": word}, "responses": empty()});
        (format!("/o{index}"), json!({"get": operation}))
    });
    let calls = places.each(|index, word| (word.to_owned(), json!({"value": format!("v{index}")})));
    let values = Vec::from_iter((0..words.len()).map(|index| format!("v{index}")));
    let decides = json!({"type": "string", "enum": values});
    let body = json!({"type": "object", "required": ["decides"], "properties": {"decides": decides}});
    let operation = json!({
        "tags": ["calls"],
        "x-clientsmith": {"variants": {"property": "decides", "calls": calls}},
        "requestBody": json_body(&body),
        "responses": empty(),
    });
    let paths: Map<String, Value> = paths.into_iter().chain([("/calls".to_owned(), json!({"post": operation}))]).collect();
    json!({"openapi": "3.2.0", "info": {"title": "Names that are taken", "version": "1"}, "paths": paths})
}

impl Places<'_> {
    /// The word at a distance from a place.
    fn word(&self, index: usize) -> &str {
        &self.words[index % self.words.len()]
    }

    /// An entry for each word.
    fn each(&self, entry: impl Fn(usize, &str) -> (String, Value)) -> Map<String, Value> {
        self.words.iter().enumerate().map(|(index, word)| entry(index, word)).collect()
    }

    /// An item for each word.
    fn list(&self, item: impl Fn(usize, &str) -> Value) -> Vec<Value> {
        self.words.iter().enumerate().map(|(index, word)| item(index, word)).collect()
    }

    /// Properties called like the words, each other one by `x-clientsmith`.
    fn properties(&self, schema: &Value) -> Map<String, Value> {
        self.each(|index, word| match index % 2 {
            0 => (word.to_owned(), schema.clone()),
            _ => {
                let mut schema = schema.clone();
                schema["x-clientsmith"] = json!({"name": word});
                (format!("property {index}"), schema)
            }
        })
    }

    /// All words as variables below a host that is known and below one that is not, some of them with listed values; and a
    /// constant for each word.
    fn servers(&self) -> Vec<Value> {
        let url = |start: &str| format!("{start}/{}", self.words.iter().map(|word| format!("{{{word}}}")).collect::<String>());
        let variables = self.each(|index, word| {
            let values = [self.word(index + 1), self.word(index + 2)];
            let is_listed = index % 8 == 0;
            (word.to_owned(), if is_listed { json!({"default": values[0], "enum": values}) } else { json!({"default": ""}) })
        });
        let known = json!({"url": url("https://example.com"), "variables": variables});
        let relative = json!({"url": url(""), "variables": variables, "name": "relative"});
        let constants = self.list(|index, word| json!({"url": format!("https://s{index}.example.com"), "name": word}));
        [known, relative].into_iter().chain(constants).collect()
    }

    fn tags(&self) -> Vec<Value> {
        let name = |index| format!("tag {index}");
        let named = self.list(|index, word| json!({"name": name(index), "x-clientsmith": {"name": word}}));
        named.into_iter().skip(1).step_by(2).collect()
    }

    fn paths(&self) -> Map<String, Value> {
        let mut paths = self.each(|index, word| {
            let tag = if index % 2 == 0 { word.to_owned() } else { format!("tag {index}") };
            let word = |distance| self.word(index + distance);
            let operation = json!({
                "tags": [tag],
                "operationId": word(1),
                "parameters": [
                    {"name": word(2), "in": "query", "required": true, "schema": {"type": "integer"}},
                    {"name": word(3), "in": "header", "required": true, "schema": {"type": "string"}},
                    {"name": "cookie", "x-clientsmith": {"name": word(4)}, "in": "cookie", "schema": {"type": "string"}},
                ],
                "responses": empty(),
            });
            (format!("/tags/{index}"), json!({"get": operation}))
        });
        paths.extend([
            ("/optional".to_owned(), json!({"get": self.parameters(false)})),
            ("/required".to_owned(), json!({"get": self.parameters(true)})),
            ("/form".to_owned(), json!({"post": self.form()})),
            ("/bodies".to_owned(), json!({"post": self.bodies()})),
            ("/variants".to_owned(), json!({"post": self.variants()})),
            ("/headers".to_owned(), json!({"get": self.headers()})),
            ("/statuses".to_owned(), json!({"get": statuses()})),
            ("/secured".to_owned(), json!({"get": self.secured()})),
        ]);
        paths
    }

    fn parameters(&self, is_required: bool) -> Value {
        let schema = json!({"type": "string"});
        let parameters = self.list(|_, word| json!({"name": word, "in": "query", "required": is_required, "schema": schema}));
        json!({"tags": ["places"], "parameters": parameters, "responses": empty()})
    }

    fn form(&self) -> Value {
        let schema = json!({"type": "object", "properties": self.properties(&json!({"type": "string"}))});
        let body = json!({"content": {"multipart/form-data": {"schema": schema}}});
        json!({"tags": ["places"], "requestBody": body, "responses": empty()})
    }

    fn bodies(&self) -> Value {
        let content = self.each(|_, word| (format!("text/{word}"), json!({"schema": {"type": "string"}})));
        json!({"tags": ["places"], "requestBody": {"content": content}, "responses": empty()})
    }

    fn variants(&self) -> Value {
        let mut properties = self.properties(&json!({"type": ["string", "null"]}));
        properties.insert("decides".to_owned(), json!({"const": "a"}));
        let body = json!({"type": "object", "required": ["decides"], "properties": properties});
        let variants = json!({"property": "decides", "calls": {"call": {"value": "a"}}});
        json!({"tags": ["places"], "x-clientsmith": {"variants": variants}, "requestBody": json_body(&body), "responses": empty()})
    }

    fn headers(&self) -> Value {
        let headers = self.each(|_, word| (word.to_owned(), json!({"schema": {"type": "string"}})));
        json!({"tags": ["places"], "responses": {"200": {"description": "", "headers": headers}}})
    }

    fn secured(&self) -> Value {
        let security = self.list(|_, word| json!({word: []}));
        json!({"tags": ["places"], "security": security, "responses": empty()})
    }

    /// Schemes of all kinds in turn.
    fn security_schemes(&self) -> Map<String, Value> {
        let url = "https://login.example.com/token";
        self.each(|index, word| {
            let scheme = match index % 5 {
                0 => json!({"type": "apiKey", "in": "header", "name": "x-key"}),
                1 => json!({"type": "http", "scheme": "basic"}),
                2 => json!({"type": "http", "scheme": "bearer"}),
                3 => json!({"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": url, "scopes": {}}}}),
                _ => json!({"type": "openIdConnect", "openIdConnectUrl": url}),
            };
            (word.to_owned(), scheme)
        })
    }

    /// A model for each word, and models and unions of all words.
    fn schemas(&self) -> Map<String, Value> {
        let mut schemas = self.each(|index, name| {
            let word = |distance| self.word(index + distance);
            let next = format!("#/components/schemas/{}", word(1).replace('~', "~0"));
            let property = if index % 2 == 0 { json!({"$ref": next}) } else { json!({"type": "boolean"}) };
            let properties = json!({word(1): {"type": "string"}, word(2): {"type": "integer"}, word(3): property});
            let required = [word(1), word(2)];
            (name.to_owned(), json!({"type": "object", "required": required, "properties": properties}))
        });
        let text = json!({"type": "string"});
        let all =
            json!({"type": "object", "required": self.words, "properties": self.each(|_, word| (word.to_owned(), text.clone()))});
        let any = json!({"type": "object", "properties": self.properties(&text)});
        let labels = self.list(|index, word| json!({"const": index, "x-clientsmith": {"name": word}}));
        let models = self.list(|_, word| json!({"$ref": format!("#/components/schemas/{word}")}));
        schemas.extend([
            ("of all words".to_owned(), all),
            ("of any words".to_owned(), any),
            ("texts of words".to_owned(), json!({"type": "string", "enum": self.words})),
            ("numbers of words".to_owned(), json!({"type": "integer", "oneOf": labels})),
            ("union of words".to_owned(), json!({"oneOf": models, "discriminator": {"propertyName": "kind"}})),
        ]);
        for word in ["Self", "Unknown", "Ok"] {
            schemas.insert(format!("Prefixed{word}"), json!({"type": "object", "properties": {word: {"type": "string"}}}));
        }
        let prefixed = ["Self", "Unknown", "Ok"].map(|word| json!({"$ref": format!("#/components/schemas/Prefixed{word}")}));
        schemas.insert("Prefixed".to_owned(), json!({"oneOf": prefixed}));
        schemas
    }
}

/// Each status, whose names are those of variants.
fn statuses() -> Value {
    let error = json!({"description": "", "content": {"application/json": {"schema": {"type": "string"}}}});
    let mut responses: Map<String, Value> = (100..600).map(|status| (status.to_string(), error.clone())).collect();
    let others = ["1XX", "2XX", "3XX", "4XX", "5XX", "default"].map(|status| (status.to_owned(), error.clone()));
    responses.extend(others);
    responses
        .insert("201".to_owned(), json!({"description": "", "content": {"application/json": {"schema": {"type": "integer"}}}}));
    json!({"tags": ["places"], "responses": responses})
}

fn json_body(schema: &Value) -> Value {
    json!({"required": true, "content": {"application/json": {"schema": schema}}})
}

fn empty() -> Value {
    json!({"204": {"description": ""}})
}
