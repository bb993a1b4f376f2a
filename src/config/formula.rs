//! A house style's own way to say who speaks, as a regular expression.

use regex::Regex;

use crate::error::{Error, Problem};
use crate::span::Span;

/// A regular expression with the groups `speaker`, `content` and, if it likes, `cue`.
#[derive(Clone, Debug)]
pub(crate) struct Formula {
    expression: Regex,
}

/// One position where a formula matches. Speaker and content are not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FormulaMatch {
    pub(crate) speaker: Span,
    pub(crate) content: Span,
    pub(crate) cue: Option<Span>,
}

impl Formula {
    pub(crate) fn new(expression: &str) -> Result<Formula, Error> {
        let formula = || expression.to_owned();
        let compiled = Regex::new(expression).map_err(|cause| match cause {
            regex::Error::CompiledTooBig(limit) => Problem::TooLarge {
                formula: formula(),
                limit,
            },
            cause => Problem::Expression {
                formula: formula(),
                mistake: mistake(&cause),
                cause,
            },
        })?;
        let named = || compiled.capture_names().flatten();
        let mut needed = ["speaker", "content"].into_iter();
        if let Some(missing) = needed.find(|needed| !named().any(|group| group == *needed)) {
            let expected = "groups named (?<speaker>…) and (?<content>…)";
            return Err(refusal(expression, expected, format!("no {missing}")));
        }
        let is_unknown = |group: &&str| !matches!(*group, "speaker" | "content" | "cue");
        if let Some(unknown) = named().find(is_unknown) {
            let expected = "no named groups but speaker, content and cue";
            return Err(refusal(expression, expected, unknown.to_owned()));
        }
        Ok(Formula {
            expression: compiled,
        })
    }

    /// The matches in text order, none overlapping another.
    pub(crate) fn matches<'a>(&'a self, text: &'a str) -> impl Iterator<Item = FormulaMatch> + 'a {
        self.expression.captures_iter(text).filter_map(|captures| {
            let group = |name| {
                let found = captures.name(name)?;
                Span::new(found.start(), found.end()).filter(|span| !span.is_empty())
            };
            Some(FormulaMatch {
                speaker: group("speaker")?,
                content: group("content")?,
                cue: group("cue"),
            })
        })
    }
}

fn refusal(expression: &str, expected: &'static str, found: String) -> Error {
    Error::entry(format_args!("formula {expression:?}"), expected, found)
}

/// The last line of an error's message, which shows the position in the lines before.
fn mistake(error: &regex::Error) -> String {
    let message = error.to_string();
    let last = message.lines().next_back().unwrap_or_default();
    last.trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_groups_on_every_line() {
        let formula = Formula::new(r"(?m)^(?<speaker>[A-Z]+)(?<cue>:) (?<content>.*)$").unwrap();
        let text = "ANN: Is it far?\nBOB: \nCY: It is.";
        let found: Vec<_> = formula
            .matches(text)
            .map(|m| (&text[m.speaker], &text[m.content], m.cue.map(|c| &text[c])))
            .collect();
        assert_eq!(
            found,
            [
                ("ANN", "Is it far?", Some(":")),
                ("CY", "It is.", Some(":"))
            ]
        );
    }
}
