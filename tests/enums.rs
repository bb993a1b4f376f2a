//! Every public enum has names: one each, the same when it is shown, read and written as JSON.

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;

use quotation::{
    AttributionKind, CueKind, DescriptionKind, Difference, Error, ErrorKind, Gender, Genre,
    GrammaticalNumber, MarkSide, MentionKind, Modality, Naming, QuoteKind, QuoteStyle, ReasonKind,
    ReportMode, SpeakerKind, TextPart, TokenKind, Verdict,
};

#[cfg(feature = "serde")]
trait Written: serde::Serialize + serde::de::DeserializeOwned {}
#[cfg(feature = "serde")]
impl<T: serde::Serialize + serde::de::DeserializeOwned> Written for T {}
#[cfg(not(feature = "serde"))]
trait Written {}
#[cfg(not(feature = "serde"))]
impl<T> Written for T {}

fn check<T>(all: &[T], name: fn(T) -> &'static str)
where
    T: Copy + Debug + Display + FromStr<Err = Error> + Hash + Ord + Send + Sync + Written,
{
    assert!(all.is_sorted(), "{all:?}");
    let names: BTreeSet<&str> = all.iter().map(|&one| name(one)).collect();
    assert_eq!(names.len(), all.len(), "{all:?}");
    for &one in all {
        let name = name(one);
        assert!(
            name.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        );
        assert_eq!(one.to_string(), name);
        assert_eq!(format!("{one:>20}").len(), 20);
        assert_eq!(T::from_str(name).unwrap(), one);
        #[cfg(feature = "serde")]
        {
            let json = serde_json::to_string(&one).unwrap();
            assert_eq!(json, format!("\"{name}\""));
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), one);
        }
    }
    let error = T::from_str("Nothing").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Name);
    let listed: Vec<&str> = all.iter().map(|&one| name(one)).collect();
    assert!(error.to_string().ends_with(&listed.join(", ")), "{error}");
}

/// Checks these enums, and gives their names.
macro_rules! checked {
    ($($enum:ident)+) => {{
        $(check($enum::ALL, $enum::as_str);)+
        BTreeSet::from([$(stringify!($enum)),+])
    }};
}

#[test]
fn every_public_enum_has_names() {
    let checked = checked!(
        AttributionKind CueKind DescriptionKind Difference ErrorKind Gender Genre GrammaticalNumber MarkSide
        MentionKind Modality Naming QuoteKind QuoteStyle ReasonKind ReportMode SpeakerKind TextPart TokenKind Verdict
    );
    let listing = include_str!("../docs/public-api.txt");
    let public: BTreeSet<&str> = listing
        .lines()
        .filter_map(|line| line.split_once("pub enum "))
        .map(|(_, name)| name)
        // The macro that makes most of them.
        .filter(|name| *name != "any_enum")
        .collect();
    assert_eq!(checked, public);
}

#[test]
fn marks_have_a_name_for_each_side() {
    for &side in MarkSide::ALL {
        assert!(TokenKind::ALL.contains(&TokenKind::Mark(side)));
    }
}
