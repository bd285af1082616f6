//! `Name`: a Rust identifier, and the only place that decides one.

use std::fmt;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use unicode_normalization::UnicodeNormalization;

use crate::names::letters::{self, Scripts};
use crate::names::reserved::{Space, is_reserved};
use crate::names::signs;

/// A valid Rust identifier that the compiler accepts without a warning. It is in NFC.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// An identifier that the generator itself chooses.
    pub(crate) fn literal(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The identifier's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `name_2` or `Name2`.
    pub(super) fn numbered(&self, number: usize) -> Self {
        let lower = !self.0.contains(char::is_uppercase);
        Self(format!("{}{}{number}", self.0.trim_end_matches('_'), if lower { "_" } else { "" }))
    }

    /// Reads an identifier that was written down earlier.
    pub fn parse(text: &str) -> Option<Self> {
        letters::is_identifier(text).then(|| Self(text.to_owned()))
    }

    /// Whether another name is this one, with a number or without.
    pub(super) fn is_or_was_numbered(&self, other: &Self) -> bool {
        let base = self.0.trim_end_matches('_');
        let number = other.0.strip_prefix(base).map(|rest| rest.trim_start_matches('_'));
        self == other || number.is_some_and(|number| number.parse::<usize>().is_ok_and(|number| *other == self.numbered(number)))
    }

    /// This name and another word, as a type: `List` and `error` are `ListError`.
    pub fn with(&self, word: &str) -> Self {
        let mut scripts = Scripts::default();
        scripts.accept(&self.0);
        type_name(&format!("{}_{word}", self.0), &scripts)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// How the words of a name are joined.
#[derive(Clone, Copy)]
enum Style {
    /// `CloudFunction`
    Camel,
    /// `cloud_function`
    Snake,
    /// `CLOUD_FUNCTION`
    Shouty,
}

impl Style {
    /// The words of a text as an identifier, but for its first character. Letters stay letters.
    fn of(self, text: &str, scripts: &Scripts) -> String {
        let spelled = signs::spelled(text);
        if spelled.is_ascii() {
            return self.convert(&spelled);
        }
        let words: Vec<&str> = letters::words(&spelled).flat_map(letters::split_by_case).collect();
        let joined = |scripts: &Scripts| {
            let words: Vec<String> = words.iter().map(|word| self.word(word, scripts)).collect();
            words.join(if matches!(self, Self::Camel) { "" } else { "_" })
        };
        let whole = joined(&Scripts::all());
        let mut scripts = scripts.clone();
        scripts.show(&whole);
        if scripts.allow(&whole) { whole } else { joined(&scripts) }
    }

    /// The same in ASCII.
    fn in_ascii(self, text: &str) -> String {
        let spelled = signs::spelled(text);
        let words: Vec<String> = letters::words(&spelled).map(letters::in_ascii).collect();
        self.convert(&words.join(" "))
    }

    /// A word as it is if the compiler accepts it without a warning, else in ASCII.
    fn word(self, word: &str, scripts: &Scripts) -> String {
        // A letter without case needs no conversion, which would lose the marks on it.
        let has_case = word.contains(letters::has_case);
        let converted = if has_case { self.convert(word) } else { word.to_owned() };
        // `İ` in lower case is an `i` and a second dot.
        let converted: String = converted.replace("i\u{307}", "i").nfc().collect();
        let is_whole = !has_case || word.chars().all(char::is_alphanumeric);
        if is_whole && scripts.allow(&converted) && self.allows(&converted) {
            converted
        } else {
            self.convert(&letters::in_ascii(word))
        }
    }

    /// Whether a word has the case that the compiler wants; some letters have no partner in the other case.
    fn allows(self, word: &str) -> bool {
        match self {
            Self::Camel => !word.starts_with(char::is_lowercase),
            Self::Snake => !word.contains(char::is_uppercase),
            Self::Shouty => !word.contains(char::is_lowercase),
        }
    }

    fn convert(self, text: &str) -> String {
        match self {
            Self::Camel => text.to_upper_camel_case(),
            Self::Snake => text.to_snake_case(),
            Self::Shouty => text.to_shouty_snake_case(),
        }
    }
}

/// The name of a type: `CloudFunction`.
pub fn type_name(text: &str, scripts: &Scripts) -> Name {
    let name = prefixed(Style::Camel.of(text, scripts), "N");
    Name(if is_reserved(Space::Type, &name) { format!("{name}Model") } else { name })
}

/// The name of an enum's variant: `CloudFunction`. Names of the prelude are free here; `Unknown` is the variant that every
/// open enum has.
pub fn variant(text: &str, scripts: &Scripts) -> Name {
    let name = prefixed(Style::Camel.of(text, scripts), "N");
    Name(if is_reserved(Space::Variant, &name) { format!("{name}_") } else { name })
}

/// The name of a module, and of its file, which has room for a number and an extension within 80 bytes: `cloud_function`. It is in ASCII.
pub fn module(text: &str) -> Name {
    let name = shortened::<74>(Style::Snake.in_ascii(text), "n");
    Name(if is_reserved(Space::Module, &name) { format!("{name}_") } else { name })
}

/// The name of a model's field and of its setter: `cloud_function`.
pub fn field(text: &str, scripts: &Scripts) -> Name {
    value(text, Space::Field, scripts)
}

/// The name of an argument or setter of a request: `cloud_function`.
pub fn member(text: &str, scripts: &Scripts) -> Name {
    value(text, Space::Member, scripts)
}

/// The name of a method that makes a request: `list`.
pub fn method(text: &str, scripts: &Scripts) -> Name {
    value(text, Space::Method, scripts)
}

/// A name in lower case that is not reserved in a space.
fn value(text: &str, space: Space, scripts: &Scripts) -> Name {
    let name = prefixed(Style::Snake.of(text, scripts), "n");
    Name(if is_reserved(space, &name) { format!("{name}_") } else { name })
}

/// The name of a constant: `CLOUD_FUNCTION`.
pub fn constant(text: &str, scripts: &Scripts) -> Name {
    Name(prefixed(Style::Shouty.of(text, scripts), "N"))
}

/// A name must begin with a letter, and be of a bearable length.
fn prefixed(name: String, prefix: &str) -> String {
    shortened::<120>(name, prefix)
}

/// The same with a length: what is cut off is told by a hash.
fn shortened<const LONGEST: usize>(mut name: String, prefix: &str) -> String {
    const HASH: usize = 16;
    if !name.starts_with(letters::is_first) {
        name.insert_str(0, prefix);
    }
    if name.chars().count() > LONGEST {
        let hash =
            name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
        name = name.chars().take(LONGEST - HASH).chain(format!("{hash:0HASH$x}").chars()).collect();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(name: fn(&str, &Scripts) -> Name, text: &str) -> String {
        name(text, &Scripts::default()).to_string()
    }

    #[test]
    fn names_follow_rust() {
        assert_eq!(alone(type_name, "cloud-function"), "CloudFunction");
        assert_eq!(alone(field, "userLogURL"), "user_log_url");
        assert_eq!(module("Pet.Status").as_str(), "pet_status");
        assert_eq!((module("Con").as_str(), module("LPT1").as_str()), ("con_", "lpt1_"));
        assert_eq!(alone(constant, "production eu"), "PRODUCTION_EU");
        assert_eq!(Name::literal("List").with("error").as_str(), "ListError");
    }

    #[test]
    fn no_name_is_a_keyword_or_hides_the_prelude() {
        assert_eq!(alone(field, "type"), "type_");
        assert_eq!(alone(method, "Self"), "self_");
        assert_eq!(alone(type_name, "option"), "OptionModel");
        assert_eq!(alone(variant, "none"), "None");
        assert_eq!(alone(variant, "self"), "Self_");
        assert_eq!(alone(field, "new"), "new_");
        assert_eq!(alone(method, "new"), "new");
        assert_eq!(alone(member, "client"), "client_");
    }

    #[test]
    fn every_text_has_a_name_of_its_own() {
        let texts = [
            "+1", "-1", "1", "<", ">", "<=", "", "*", "é", "测试", "-", "_", "1st", " ", "at", "-at", "--at", "at<", "at>",
            "at<=", "at>=", "at*", "!at", "A 1", "A -1", "A +1",
        ];
        let mut names: Vec<Name> = texts.iter().map(|text| variant(text, &Scripts::default())).collect();
        assert!(!names.iter().any(|name| name.as_str().starts_with(char::is_lowercase)), "{names:?}");
        names.sort();
        names.dedup();
        assert_eq!(names.len(), texts.len(), "{names:?}");
    }

    #[test]
    fn a_sign_at_the_start_of_a_word_is_a_word() {
        let names = ["-Infinity", "A n -1", "--x", " -y", "a - b", "a-b", "-", "<=x", "at>=", "get /a/-/b", "List<Pet>"];
        let spelled = names.map(|text| alone(type_name, text));
        let expected = [
            "MinusInfinity",
            "ANMinus1",
            "MinusMinusX",
            "MinusY",
            "AB",
            "AB",
            "Minus",
            "LessEqualX",
            "AtGreaterEqual",
            "GetAB",
            "ListPet",
        ];
        assert_eq!(spelled, expected);
    }

    #[test]
    fn letters_of_any_script_stay_letters() {
        let texts = [
            ("Behandlingsårsak", "Behandlingsårsak", "behandlingsårsak", "BEHANDLINGSÅRSAK"),
            ("großeStraße", "GroßeStraße", "große_straße", "GROSSE_STRASSE"),
            ("œuvre d’art", "ŒuvreDArt", "œuvre_d_art", "ŒUVRE_D_ART"),
            ("Ελληνικά όνομα", "ΕλληνικάΌνομα", "ελληνικά_όνομα", "ΕΛΛΗΝΙΚΆ_ΌΝΟΜΑ"),
            ("получитьПользователей", "ПолучитьПользователей", "получить_пользователей", "ПОЛУЧИТЬ_ПОЛЬЗОВАТЕЛЕЙ"),
            ("用户Id", "用户Id", "用户_id", "用户_ID"),
            ("ユーザー名", "ユーザー名", "ユーザー名", "ユーザー名"),
            ("사용자 이름", "사용자이름", "사용자_이름", "사용자_이름"),
            ("اسم المستخدم", "اسمالمستخدم", "اسم_المستخدم", "اسم_المستخدم"),
            ("उपयोगकर्ता", "उपयोगकर्ता", "उपयोगकर्ता", "उपयोगकर्ता"),
            ("ชื่อผู้ใช้", "ชื่อผู้ใช้", "ชื่อผู้ใช้", "ชื่อผู้ใช้"),
            ("კომპანია", "Კომპანია", "კომპანია", "ᲙᲝᲛᲞᲐᲜᲘᲐ"),
            ("İlçe adı", "İlçeAdı", "ilçe_adı", "İLÇE_ADI"),
        ];
        for (text, of_type, of_field, of_constant) in texts {
            let names = [alone(type_name, text), alone(field, text), alone(constant, text)];
            assert_eq!(names, [of_type, of_field, of_constant]);
        }
    }

    #[test]
    fn what_the_compiler_would_warn_of_is_in_ascii() {
        // Letters that all look Latin, a digit that looks Latin, letters in rare use.
        for (text, of_type, of_field) in [
            ("раса", "Rasa", "rasa"),
            ("١", "N1", "n1"),
            ("ĸ", "Q", "ĸ"),
            ("x̂ ŷ", "XŶ", "x_ŷ"),
            ("口", "Kou", "kou"),
            ("ﬁn Ａ② m²", "FinA2M2", "fin_a2_m2"),
            ("µs", "Ms", "μs"),
        ] {
            assert_eq!([alone(type_name, text), alone(field, text)], [of_type, of_field]);
        }
        // Another name shows which script they are of.
        let mut scripts = Scripts::default();
        scripts.show("номер");
        assert_eq!(field("раса", &scripts).as_str(), "раса");
        assert_eq!(alone(field, "a\u{30a}r"), "år");
        assert_eq!(alone(type_name, "用户🙂"), "用户U1f642");
    }

    #[test]
    fn modules_are_in_ascii() {
        let texts = ["Größe", "Œuvre", "ÆRLIG Ærlig", "用户管理", "Пользователь", "사용자", "ユーザー", "Ⴀ", "🙂"];
        let modules = texts.map(|text| module(text).to_string());
        let expected =
            ["grosse", "oeuvre", "aerlig_aerlig", "yong_hu_guan_li", "polzovatel", "sa_yong_ja", "yuza", "a", "u1f642"];
        assert_eq!(modules, expected);
    }

    #[test]
    fn brackets_quotation_marks_and_dashes_separate_words() {
        let texts = [
            "Page«User»",
            "Map«string,List«Pet»»",
            "Page<User>",
            "ApiResponse[User]",
            "List`1[User]",
            "Shop.Page`1[[Shop.User, Shop, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]",
            "„Page“ – ‘User’",
            "Page\u{a0}\u{200b}User",
            "Page（User）",
        ];
        let expected = [
            "PageUser",
            "MapStringListPet",
            "PageUser",
            "ApiResponseUser",
            "ListUser",
            "ShopPageShopUser",
            "PageUser",
            "PageUser",
            "PageUser",
        ];
        assert_eq!(texts.map(|text| alone(type_name, text)), expected);
    }

    #[test]
    fn long_names_stay_apart() {
        let long = "x".repeat(300);
        let longer = "x".repeat(301);
        assert_eq!((module(&long).as_str().len(), alone(type_name, &long).len()), (74, 120));
        assert_ne!(module(&long), module(&longer));
    }
}
