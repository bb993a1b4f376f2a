//! Counts as a table for people or for spreadsheets.

use std::io::{self, Write};

use anstyle::Style;
use quotation_formats::{counted, printable};
use unicode_width::UnicodeWidthStr;

use super::count::{Counts, Figure};
use crate::arguments::By;

/// What two archives beside each other are called.
pub(super) const SIDES: [&str; 2] = ["first", "second"];

const HEAD: Style = Style::new().bold();
/// The longest label; more of it is cut off.
const LABEL: usize = 36;

/// Writes a table with aligned columns.
pub(super) fn write(
    figures: &[Figure],
    sides: &[Counts],
    by: By,
    output: &mut impl Write,
) -> io::Result<()> {
    for (side, name) in sides.iter().zip(SIDES) {
        let which = if sides.len() > 1 {
            format!("{name}: ")
        } else {
            String::new()
        };
        let (texts, words) = (counted(side.files(), "text"), counted(side.words, "word"));
        writeln!(output, "{which}{texts} with quotations, {words}")?;
    }
    let mut rows = vec![head(by, sides.len())];
    for figure in figures {
        let mut row = vec![shortened(&figure.label)];
        if by == By::Speaker {
            row.push(figure.gender.clone().unwrap_or_default());
        }
        for side in &figure.sides {
            row.push(side.quotations.to_string());
            row.push(percent(Some(side.share)));
            if by == By::Gender {
                row.push(percent(side.share_of_known));
            }
            row.push(side.words.to_string());
            row.push(percent(Some(side.share_of_words)));
            row.push(side.files.to_string());
            row.push(format!("{:.2}", side.per_thousand));
        }
        if let [first, second] = &figure.sides[..] {
            row.push(format!("{:+.1}", (second.share - first.share) * 100.0));
        }
        rows.push(row);
    }
    let columns = rows[0].len();
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].width())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let texts = if by == By::Speaker { 2 } else { 1 };
    writeln!(output)?;
    for (number, row) in rows.iter().enumerate() {
        let style = if number == 0 { HEAD } else { Style::new() };
        let mut line = String::new();
        for (column, value) in row.iter().enumerate() {
            let gap = " ".repeat(widths[column] - value.width());
            line += &match column < texts {
                true => format!("{value}{gap}  "),
                false => format!("{gap}{value}  "),
            };
        }
        writeln!(output, "{style}{}{style:#}", line.trim_end())?;
    }
    Ok(())
}

fn head(by: By, sides: usize) -> Vec<String> {
    let mut head = vec![by.name()];
    if by == By::Speaker {
        head.push("gender");
    }
    for _ in 0..sides {
        head.extend(["quotations", "share"]);
        if by == By::Gender {
            head.push("of known");
        }
        head.extend(["words", "share", "texts", "per 1000 words"]);
    }
    if sides == 2 {
        head.push("points");
    }
    head.into_iter().map(str::to_owned).collect()
}

fn percent(share: Option<f64>) -> String {
    share
        .map(|share| format!("{:.1} %", share * 100.0))
        .unwrap_or_default()
}

/// A label on one line that is not too long.
pub(super) fn shortened(label: &str) -> String {
    let label: String = label.split_whitespace().collect::<Vec<_>>().join(" ");
    let label = printable(&label).into_owned();
    if label.width() <= LABEL {
        return label;
    }
    let mut short = String::new();
    for c in label.chars() {
        if short.width() + 2 > LABEL {
            break;
        }
        short.push(c);
    }
    short + "…"
}

/// Writes all figures, a column each.
pub(super) fn write_csv(figures: &[Figure], by: By, output: &mut impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(output);
    let sides = figures.first().map_or(1, |figure| figure.sides.len());
    let columns = [
        "quotations",
        "share",
        "share_of_known",
        "words",
        "share_of_words",
        "texts",
        "per_thousand_words",
    ];
    let mut head = vec![by.name().to_owned()];
    if by == By::Speaker {
        head.push("gender".to_owned());
    }
    for side in 1..=sides {
        head.extend(columns.map(|column| match sides {
            1 => column.to_owned(),
            _ => format!("{column}_{side}"),
        }));
    }
    writer.write_record(&head)?;
    for figure in figures {
        let mut record = vec![figure.label.clone()];
        if by == By::Speaker {
            record.push(figure.gender.clone().unwrap_or_default());
        }
        for side in &figure.sides {
            record.extend([
                side.quotations.to_string(),
                format!("{:.6}", side.share),
                side.share_of_known
                    .map(|share| format!("{share:.6}"))
                    .unwrap_or_default(),
                side.words.to_string(),
                format!("{:.6}", side.share_of_words),
                side.files.to_string(),
                format!("{:.6}", side.per_thousand),
            ]);
        }
        writer.write_record(&record)?;
    }
    writer.flush()
}
