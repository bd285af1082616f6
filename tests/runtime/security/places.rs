//! Where each kind of credential is sent.

use http::header::{AUTHORIZATION, COOKIE};

use super::{accepting, builder, secured, sent};
use crate::runtime::{AccessToken, ApiKey, Basic, ClientBuilder, Credential, Tokens};

secured!(Locked, &[&[("scheme", &[])]]);

async fn authorization(credential: impl Credential) -> String {
    let request = sent(|client| client.credential("scheme", credential), Locked).await;
    request.headers[AUTHORIZATION].to_str().expect("it is text").to_owned()
}

#[tokio::test]
async fn values_of_the_header_authorization() {
    assert_eq!(authorization(Tokens::from("a.b-c")).await, "Bearer a.b-c");
    assert_eq!(authorization(Tokens::from(String::from("abc"))).await, "Bearer abc");
    assert_eq!(authorization(Tokens::from(AccessToken::new("abc"))).await, "Bearer abc");
    assert_eq!(authorization(ApiKey::header("authorization", "Bot x y")).await, "Bot x y");
    // The example of RFC 7617, and one of each length of padding.
    assert_eq!(authorization(Basic::new("Aladdin", "open sesame")).await, "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assert_eq!(authorization(Basic::new("test", "123£")).await, "Basic dGVzdDoxMjPCow==");
    assert_eq!(authorization(Basic::new("", "")).await, "Basic Og==");
    assert_eq!(authorization(Basic::new("a", "")).await, "Basic YTo=");
    assert_eq!(authorization(Basic::new("a", "b")).await, "Basic YTpi");
    assert_eq!(authorization(Basic::new("ÿ", "~?")).await, "Basic w786fj8=");
}

#[tokio::test]
async fn a_key_in_the_query_joins_the_others() {
    let set = |client: ClientBuilder| client.credential("scheme", ApiKey::query("api[key]", "a&b=c#d e"));
    let request = sent(set, Locked).await;
    assert_eq!(request.uri, "https://api.example.com/v1/pets?limit=5&api%5Bkey%5D=a%26b%3Dc%23d%20e");
}

#[tokio::test]
async fn a_key_in_a_cookie_joins_the_others() {
    let set = |client: ClientBuilder| client.header("cookie", "a=b").credential("scheme", ApiKey::cookie("session", "s:1.2+3="));
    let request = sent(set, Locked).await;
    assert_eq!(request.headers[COOKIE], "a=b; theme=dark; session=s:1.2+3=");
    assert_eq!(request.headers.get_all(COOKIE).iter().count(), 1);
}

#[test]
fn what_cannot_be_sent_is_refused_without_being_shown() {
    fn refused(credential: impl Credential) -> String {
        let error = builder(&accepting()).credential("scheme", credential).build().expect_err("it is refused");
        assert!(!error.to_string().contains("hunter2"));
        error.to_string()
    }
    let unfit = "the credential `scheme` holds a character that cannot be sent in its place";
    assert_eq!(refused(ApiKey::header("x-key", "hunter2\r\nx-evil: 1")), unfit);
    assert_eq!(refused(ApiKey::cookie("key", "hunter2; admin=1")), unfit);
    assert_eq!(refused(ApiKey::query("key", "")), "the credential `scheme` is empty");
    assert_eq!(refused(Tokens::from("")), "the credential `scheme` is empty");
    assert_eq!(refused(Basic::new("a:hunter2", "b")), "the credential `scheme` has a user name with a colon");
    assert!(refused(Tokens::from("Bearer hunter2")).contains("holds a space"));
    assert!(refused(Basic::new("a", "hunter2\n")).contains("control character"));
}
