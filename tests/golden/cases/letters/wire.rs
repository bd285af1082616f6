//! Names in letters of many scripts.

use letters_case::generated::models::{
    Everywhere, EverywhereGröße, EverywhereᲙომპანია, Grosse, Größe, GrößeDerDatei, GrößeLesenMaß, Grøsse, Plain, Заказчик,
    ЗаказчикРаса, Строка, 用户, 用户状态,
};
use letters_case::generated::operations::grossen::GrößeLesenError;
use letters_case::probe::*;

#[test]
fn calls_and_arguments_keep_their_letters_and_modules_are_in_ascii() {
    let read = target(|client| client.grossen().größe_lesen(3).straße("Allee").maß(GrößeLesenMaß::Øre));
    assert_eq!(read, "/gr%C3%B6%C3%9Fe/3?stra%C3%9Fe=Allee&Ma%C3%9F=%C3%98re");
    assert_eq!(target(|client| client.yong_hu_guan_li().get_用户_编号("一")), "/%E7%94%A8%E6%88%B7/%E4%B8%80");
    let order = Заказчик::new(1).автор("Анна").раса(ЗаказчикРаса::Рос).строка(Строка::new().вес(1.5));
    let (_, sent) = body(|client| client.zakazy().создать_заказ(order));
    assert_eq!(sent, r#"{"номер":1,"строка":{"вес":1.5},"автор":"Анна","раса":"рос"}"#);
}

#[test]
fn types_whose_files_would_have_one_name_are_all_there() {
    let found = answered(reply(200, "application/json", r#"{"länge":1.5}"#), |client| client.grossen().größe_lesen(3));
    assert_eq!(found.expect("the answer is a `Größe`"), Größe::new(1.5));
    let missing =
        error(reply(404, "application/json", r#"{"œuvre":"a","ærlig":true}"#), |client| client.grossen().größe_lesen(3));
    assert_eq!(missing, Some(GrößeLesenError::NotFound(Box::new(Grosse::new().œuvre("a").ærlig(true)))));
    let union = EverywhereGröße::from(Grøsse::new().søknad("b"));
    assert_eq!(round_trip::<EverywhereGröße>(json!({"søknad": "b"})), union);
}

#[test]
fn properties_and_values_keep_their_letters_and_are_written_as_they_were() {
    let user = 用户::new("李").年龄(30).状态(用户状态::停用).用户_id("u");
    assert_eq!(round_trip::<用户>(json!({"姓名": "李", "年龄": 30, "状态": "停用", "用户Id": "u"})), user);
    let everywhere = Everywhere::new()
        .årsak("a")
        .name("b")
        .final_("c")
        .m2(1.5)
        .μs(2)
        .όνομα("d")
        .ilçe_adı("e")
        .ユーザー名("f")
        .사용자_이름("g")
        .اسم_المستخدم("h")
        .שם_משתמש("i")
        .उपयोगकर्ता("j")
        .ชื่อผู้ใช้("k")
        .კომპანია(EverywhereᲙომპანია::new().ნომერი("l"))
        .u1f642(true)
        .dateigröße(GrößeDerDatei::new().ö(3));
    let written = json!({
        "a\u{30a}rsak": "a", "Ｎａｍｅ": "b", "ﬁnal": "c", "m²": 1.5, "\u{b5}s": 2, "Όνομα": "d", "İlçe adı": "e", "ユーザー名": "f",
        "사용자 이름": "g", "اسم المستخدم": "h", "שם משתמש": "i", "उपयोगकर्ता": "j", "ชื่อผู้ใช้": "k",
        "კომპანია": {"ნომერი": "l"}, "🙂": true, "Dateigröße": {"ö": 3}
    });
    assert_eq!(round_trip::<Everywhere>(written), everywhere);
}

#[test]
fn names_that_the_compiler_would_warn_of_are_in_ascii() {
    let plain = Plain::new().sor("a").kou("b");
    assert_eq!(round_trip::<Plain>(json!({"сор": "a", "口": "b"})), plain);
}
