//! A value whose type is hidden is used like the value itself.

use crate::runtime::{Deep, from_json, to_json};

#[test]
fn what_is_done_with_the_box_is_done_with_the_value() {
    let mut list: Deep<Vec<i64>> = from_json(b"[1,2]").expect("it is a list");
    let copy = list.clone();
    list.push(3);
    assert_eq!((list.len(), copy.len(), list == copy, copy == Deep::from(vec![1, 2])), (3, 2, false, true));
    assert_eq!(format!("{list:?}"), "[1, 2, 3]");
    assert_eq!(to_json(&list).ok(), Some(b"[1,2,3]".to_vec()));
    assert_eq!(list.into_inner(), [1, 2, 3]);
    let error = from_json::<Deep<Vec<i64>>>(b"[1,true]").expect_err("that is no integer");
    assert_eq!(error.to_string(), from_json::<Vec<i64>>(b"[1,true]").expect_err("that is no integer").to_string());
}
