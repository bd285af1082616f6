//! The rules, one file each.

mod oasdiff;
mod table;

mod accepted_type_added;
mod accepted_type_removed;
mod alias_added;
mod alias_removed;
mod alternative_added;
mod alternative_removed;
mod another_endpoint;
mod another_value;
mod argument_added;
mod argument_not_required;
mod argument_removed;
mod argument_required_again;
mod argument_type_changed;
mod arguments_form_changed;
mod arguments_reordered;
mod arguments_replaced;
mod arguments_swapped;
mod became_optional;
mod became_present;
mod became_read_only;
mod became_write_only;
mod body_added;
mod body_removed;
mod call_added;
mod call_removed;
mod call_renamed;
mod call_server_changed;
mod checks_changed;
mod constant_changed;
mod constraint_loosened;
mod constraint_tightened;
mod constructor_added;
mod constructor_removed;
mod credential_changed;
mod credentials_loosened;
mod credentials_needed;
mod default_changed;
mod deprecated;
mod deprecation_withdrawn;
mod discriminator_changed;
mod encoding_changed;
mod event_added;
mod event_removed;
mod explode_changed;
mod feature_added;
mod feature_needed;
mod feature_removed;
mod fixed_changed;
mod group_added;
mod group_removed;
mod group_renamed;
mod header_added;
mod header_not_required;
mod header_removed;
mod header_required;
mod item_dropped;
mod item_restored;
mod json_narrowed;
mod json_replaced;
mod json_widened;
mod member_renamed;
mod model_added;
mod model_became;
mod model_closed;
mod model_opened;
mod model_removed;
mod model_renamed;
mod name_softened;
mod not_read_only;
mod not_write_only;
mod pages_changed;
mod parameter_added;
mod parameter_removed;
mod part_type_changed;
mod path_changed;
mod place_changed;
mod property_added;
mod property_not_nullable;
mod property_not_required;
mod property_nullable;
mod property_removed;
mod property_required;
mod request_method_added;
mod request_method_removed;
mod required_property_added;
mod required_property_removed;
mod retry_changed;
mod scheme_added;
mod scheme_removed;
mod sent_type_added;
mod sent_type_removed;
mod server_added;
mod server_changed;
mod server_removed;
mod setter_added;
mod setter_removed;
mod status_added;
mod status_removed;
mod style_changed;
mod success_added;
mod success_removed;
mod tag_changed;
mod timeout_changed;
mod token_server_changed;
mod type_changed;
mod value_added;
mod value_removed;

pub use self::table::table;
use super::rule::Rule;

/// All rules, the most informative first among those of equal severity.
pub const RULES: &[Rule] = &[
    another_endpoint::RULE,
    another_value::RULE,
    arguments_swapped::RULE,
    arguments_replaced::RULE,
    credentials_needed::RULE,
    path_changed::RULE,
    place_changed::RULE,
    constant_changed::RULE,
    server_changed::RULE,
    retry_changed::RULE,
    default_changed::RULE,
    pages_changed::RULE,
    timeout_changed::RULE,
    fixed_changed::RULE,
    call_server_changed::RULE,
    checks_changed::RULE,
    tag_changed::RULE,
    credential_changed::RULE,
    token_server_changed::RULE,
    call_removed::RULE,
    group_removed::RULE,
    model_removed::RULE,
    model_became::RULE,
    call_renamed::RULE,
    group_renamed::RULE,
    model_renamed::RULE,
    member_renamed::RULE,
    became_optional::RULE,
    became_present::RULE,
    type_changed::RULE,
    json_replaced::RULE,
    json_widened::RULE,
    json_narrowed::RULE,
    argument_added::RULE,
    argument_removed::RULE,
    argument_type_changed::RULE,
    arguments_reordered::RULE,
    arguments_form_changed::RULE,
    required_property_removed::RULE,
    property_removed::RULE,
    setter_removed::RULE,
    value_removed::RULE,
    alternative_removed::RULE,
    status_removed::RULE,
    header_removed::RULE,
    parameter_removed::RULE,
    body_removed::RULE,
    event_removed::RULE,
    request_method_removed::RULE,
    constructor_removed::RULE,
    server_removed::RULE,
    scheme_removed::RULE,
    feature_removed::RULE,
    alias_removed::RULE,
    feature_needed::RULE,
    name_softened::RULE,
    required_property_added::RULE,
    property_added::RULE,
    setter_added::RULE,
    value_added::RULE,
    alternative_added::RULE,
    status_added::RULE,
    header_added::RULE,
    parameter_added::RULE,
    body_added::RULE,
    event_added::RULE,
    request_method_added::RULE,
    constructor_added::RULE,
    server_added::RULE,
    scheme_added::RULE,
    feature_added::RULE,
    alias_added::RULE,
    call_added::RULE,
    group_added::RULE,
    model_added::RULE,
    credentials_loosened::RULE,
    style_changed::RULE,
    explode_changed::RULE,
    encoding_changed::RULE,
    part_type_changed::RULE,
    sent_type_removed::RULE,
    sent_type_added::RULE,
    accepted_type_removed::RULE,
    accepted_type_added::RULE,
    success_removed::RULE,
    success_added::RULE,
    property_required::RULE,
    property_not_required::RULE,
    header_required::RULE,
    header_not_required::RULE,
    property_nullable::RULE,
    property_not_nullable::RULE,
    argument_not_required::RULE,
    argument_required_again::RULE,
    became_read_only::RULE,
    not_read_only::RULE,
    became_write_only::RULE,
    not_write_only::RULE,
    model_closed::RULE,
    model_opened::RULE,
    item_dropped::RULE,
    item_restored::RULE,
    deprecated::RULE,
    deprecation_withdrawn::RULE,
    discriminator_changed::RULE,
    constraint_tightened::RULE,
    constraint_loosened::RULE,
];

#[cfg(test)]
mod tests {
    use super::super::comparison::messages;
    use super::super::rule::{Example, Opposite};
    use super::*;
    use crate::record::Record;

    fn record(lines: &str) -> Record {
        Record::parse(&format!("format 2\n{lines}\n")).unwrap_or_else(|error| panic!("{lines}: {error}"))
    }

    /// Compares two lists of lines; returns the ids of the rules that find something, and their messages.
    fn found(before: &str, after: &str) -> Vec<(&'static str, String)> {
        messages(&record(before), &record(after))
    }

    #[test]
    fn each_rule_says_what_its_example_shows() {
        for Rule { id, example: Example { before, after, says }, .. } in RULES {
            let found = found(before, after);
            assert!(found.contains(&(*id, (*says).to_owned())), "{id}: {found:?}");
        }
    }

    #[test]
    fn the_reverse_of_an_example_is_what_the_opposite_says() {
        for Rule { id, example: Example { before, after, .. }, opposite, .. } in RULES {
            let reverse = match opposite {
                Opposite::Rule(other) => other,
                Opposite::Itself => id,
                Opposite::None(reason) => {
                    assert!(reason.contains(' '), "{id} has no opposite, without a reason");
                    continue;
                }
            };
            let found = found(after, before);
            assert!(found.iter().any(|(rule, _)| rule == reverse), "the opposite of {id} is not {reverse}: {found:?}");
            let other = RULES.iter().find(|rule| rule.id == *reverse).map(|rule| rule.opposite);
            assert!(matches!(other, Some(back) if back == Opposite::Rule(id) || back == Opposite::Itself), "{reverse} and {id}");
        }
    }

    #[test]
    fn rules_are_complete() {
        for (place, rule) in RULES.iter().enumerate() {
            assert!(
                RULES[..place].iter().all(|other| other.id != rule.id && other.title != rule.title),
                "{} is there twice",
                rule.id
            );
            assert!([rule.title, rule.message, rule.help].iter().all(|text| !text.is_empty()), "{} says nothing", rule.id);
            let effects = [rule.source, rule.wire, rule.behaviour];
            assert!(effects.iter().any(|effect| effect.otherwise.is_some()), "{} means nothing", rule.id);
        }
    }

    #[test]
    fn fields_of_a_struct_of_arguments_are_arguments() {
        let model = |fields: &[&str]| {
            let field = |name: &&str| {
                let key = format!("#/components/schemas/Pet own required .{name}");
                format!("{key} = field models::PetRequired::{name}: String\n")
            };
            "#/components/schemas/Pet = struct models::Pet\n\
             #/components/schemas/Pet = new models::Pet::new: PetRequired\n\
             #/components/schemas/Pet own required = struct models::PetRequired\n"
                .to_owned()
                + &fields.iter().map(field).collect::<String>()
        };
        let found = found(&model(&["name"]), &model(&["name", "tag"]));
        assert_eq!(found, [("argument-added", "`models::Pet::new` now also takes `tag: String`".to_owned())]);
    }

    #[test]
    fn properties_without_a_name_are_optional() {
        let before = "#/components/schemas/Pet = struct models::Pet\n";
        let map = "#/components/schemas/Pet {} = field models::Pet::additional: std::collections::BTreeMap<String, String>";
        let ids = |found: Vec<(&'static str, String)>| found.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(ids(found(before, &format!("{before}{map}"))), ["property-added"]);
        assert_eq!(ids(found(&format!("{before}{map}"), before)), ["property-removed"]);
    }

    #[test]
    fn nothing_is_found_where_nothing_changed() {
        for Rule { example: Example { before, after, .. }, .. } in RULES {
            assert_eq!((found(before, before), found(after, after)), (Vec::new(), Vec::new()));
        }
    }
}
