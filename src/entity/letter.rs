//! Who writes "I" in a letter: whoever signs it.

use super::entities::Entities;
use super::narrator::is_of_narrator;
use super::resolution::Resolution;
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::ids::MentionId;
use crate::span::floor;

/// The longest line that opens or closes a letter, in bytes: "Dear Mr. and Mrs. Oyelaran-Whitby,".
const LONGEST_FORMULA: usize = 48;

/// Gives each "I" between a salutation and a signature, outside quotations, to whoever signs: "Dear Ada, I am ill. Yours,
/// Ben".
pub(super) fn sign(analysis: &Analysis<'_>, mentions: &Mentions, entities: &mut Entities<'_>) {
    let mut first = MentionId::FIRST;
    for number in MentionId::all(mentions.all.len()) {
        let mention = &mentions.all[number.index()];
        let Some(signer) = entities
            .of_mention(number)
            .filter(|_| signs(analysis, mention))
        else {
            continue;
        };
        let salutation = first
            .up_to(number)
            .find(|&one| salutes(analysis, &mentions.all[one.index()]));
        first = number.next();
        for one in salutation.unwrap_or(number).up_to(number) {
            let mention = &mentions.all[one.index()];
            let is_outside = analysis.enclosing[mention.chunk.index()].is_none();
            if is_outside && is_of_narrator(analysis, mention) {
                entities.resolve(one, signer, Resolution::Narrator);
            }
        }
    }
}

/// Whether a name stands alone on its line, after one that closes a letter: "Yours sincerely,".
fn signs(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let last = mention.end.previous().unwrap_or(mention.first);
    let after = &analysis.text[analysis.span(last, last).end()..];
    let is_alone = after.starts_with(['\n', '\r']) || after.is_empty();
    if !is_alone || !is_person(mention) {
        return false;
    }
    let [before, _] = around(analysis, mention);
    let closing = before.trim_end();
    let is_first = before[closing.len()..].contains('\n');
    let line = closing.rsplit('\n').next().unwrap_or_default();
    is_first && line.len() <= LONGEST_FORMULA && line.ends_with(',')
}

/// Whether a name stands at the end of a line that opens a letter: "Dear Ada,".
fn salutes(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let [before, after] = around(analysis, mention);
    let mut rest = after.chars();
    let is_last = rest.next() == Some(',') && rest.next() == Some('\n');
    let mut lines = before.rsplit('\n');
    let is_short = lines
        .next()
        .is_some_and(|line| line.len() <= LONGEST_FORMULA);
    let is_after_blank = lines.next().is_none_or(|line| line.trim().is_empty());
    is_person(mention) && is_last && is_short && is_after_blank
}

fn is_person(mention: &Mention) -> bool {
    mention.is_named()
        && !mention.possessor
        && matches!(mention.nature, Nature::Person | Nature::Open)
}

/// What stands before a mention, as far as two lines of a letter reach, and after it.
fn around<'t>(analysis: &Analysis<'t>, mention: &Mention) -> [&'t str; 2] {
    let text = analysis.text;
    let last = mention.end.previous().unwrap_or(mention.first);
    let span = analysis.span(mention.first, last);
    let from = floor(text, span.start().saturating_sub(2 * LONGEST_FORMULA));
    [&text[from..span.start()], &text[span.end()..]]
}
