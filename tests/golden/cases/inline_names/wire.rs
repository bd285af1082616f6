//! Inline schemas that are alike have names that say what distinguishes them.

use inline_names_case::generated::models::{
    Invite, InviteAsked, InviteLabels, InviteProjectsItemRole, InviteRole, InviteStatusObject, InviteSteps, MyThing, Titled,
    TitledOne,
};
use inline_names_case::probe::*;

#[test]
fn what_distinguishes_them_is_in_their_names() {
    let text = json!({
        "projects": [{"role": "viewer"}],
        "role": "owner",
        "status": {"since": "May"},
        "labels": {"names": [{"id": 1}]},
        "steps": "",
        "asked": {"action": "asked", "team": "a"},
    });
    let invite: Invite = round_trip(text);
    let project = invite.projects.and_then(|projects| projects.into_iter().next()).expect("there is one");
    assert_eq!(project.role, Some(InviteProjectsItemRole::Viewer));
    assert_eq!(invite.role, Some(InviteRole::Owner));
    assert!(matches!(invite.status, Some(InviteStatusObject { since: Some(_), .. })));
    assert!(matches!(invite.labels, Some(InviteLabels::NamesObjectList(_))));
    assert!(matches!(invite.steps, Some(InviteSteps::Empty(_))));
    assert!(matches!(invite.asked, Some(InviteAsked::Team(_))));
}

#[test]
fn an_exact_title_goes_first() {
    let titled: Titled = round_trip(json!({"one": {"a": "a"}, "two": {"b": "b"}}));
    let (one, two): (Option<TitledOne>, Option<MyThing>) = (titled.one, titled.two);
    assert_eq!((one.and_then(|one| one.a).as_deref(), two.and_then(|two| two.b).as_deref()), (Some("a"), Some("b")));
}
