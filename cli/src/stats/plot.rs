//! Counts as bars, in the terminal or as SVG.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use quotation_formats::escape;
use unicode_width::UnicodeWidthStr;

use super::count::Figure;
use super::table::{SIDES, shortened};
use crate::arguments::By;

const COLORS: [AnsiColor; 2] = [AnsiColor::Cyan, AnsiColor::Yellow];
/// Bars end in eighths of a column.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Writes a bar for each label and archive.
pub(super) fn write_bars(
    figures: &[Figure],
    width: usize,
    output: &mut impl Write,
) -> io::Result<()> {
    let labels: Vec<String> = figures
        .iter()
        .map(|figure| shortened(&figure.label))
        .collect();
    let widest = labels.iter().map(|label| label.width()).max().unwrap_or(0);
    // After a bar stand the share and the number: ` 12.3 % (1234)`.
    let room = width.saturating_sub(widest + 18).max(10);
    let most = most(figures);
    if figures.iter().any(|figure| figure.sides.len() > 1) {
        for (number, name) in SIDES.iter().enumerate() {
            let (gap, style) = (if number == 0 { "" } else { "  " }, style_of(number));
            write!(output, "{gap}{style}█{style:#} {name}")?;
        }
        writeln!(output)?;
    }
    for (figure, label) in figures.iter().zip(&labels) {
        for (number, side) in figure.sides.iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            let gap = " ".repeat(widest - label.width());
            let eighths = (side.share / most * room as f64 * 8.0).round() as usize;
            let bar = "█".repeat(eighths / 8) + EIGHTHS[eighths % 8];
            let style = style_of(number);
            let (share, quotations) = (side.share * 100.0, side.quotations);
            writeln!(
                output,
                "{label}{gap}  {style}{bar}{style:#} {share:.1} % ({quotations})"
            )?;
        }
    }
    Ok(())
}

fn style_of(side: usize) -> Style {
    Style::new().fg_color(Some(COLORS[side % 2].into()))
}

fn most(figures: &[Figure]) -> f64 {
    let shares = figures
        .iter()
        .flat_map(|figure| &figure.sides)
        .map(|side| side.share);
    shares.fold(f64::MIN_POSITIVE, f64::max)
}

/// Measures of the drawing, in pixels.
const LABELS: usize = 260;
const BARS: usize = 420;
const BAR: usize = 16;
const GAP: usize = 10;

/// Writes the bars as a drawing that a page or a paper can hold.
pub(super) fn write_svg(figures: &[Figure], by: By, output: &mut impl Write) -> io::Result<()> {
    let sides = figures.first().map_or(1, |figure| figure.sides.len());
    let block = sides * BAR + GAP;
    let legend = if sides > 1 { BAR + GAP } else { 0 };
    let (width, height) = (
        LABELS + BARS + 120,
        figures.len() * block + legend + 2 * GAP,
    );
    let most = most(figures);
    writeln!(
        output,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\">\n\
         <title>Shares of quotations by {}</title>\n\
         <style>text {{ fill: #222 }} .first {{ fill: #2a6f97 }} .second {{ fill: #c77d0a }} \
         @media (prefers-color-scheme: dark) {{ text {{ fill: #ddd }} }}</style>",
        by.name()
    )?;
    for (number, figure) in figures.iter().enumerate() {
        let top = GAP + number * block;
        let middle = top + sides * BAR / 2 + 5;
        let label = escape(&shortened(&figure.label));
        let x = LABELS - 8;
        writeln!(
            output,
            "<text x=\"{x}\" y=\"{middle}\" text-anchor=\"end\">{label}</text>"
        )?;
        for (number, side) in figure.sides.iter().enumerate() {
            let y = top + number * BAR;
            let bar = side.share / most * BARS as f64;
            let class = SIDES[number % 2];
            let (x, text_y) = (LABELS as f64 + bar + 6.0, y + BAR - 4);
            writeln!(
                output,
                "<rect class=\"{class}\" x=\"{LABELS}\" y=\"{y}\" width=\"{bar:.1}\" \
                 height=\"{}\"/><text x=\"{x:.1}\" y=\"{text_y}\">{:.1} % ({})</text>",
                BAR - 2,
                side.share * 100.0,
                side.quotations
            )?;
        }
    }
    if sides > 1 {
        let (y, text_y) = (height - GAP - BAR, height - GAP - 3);
        for (number, name) in SIDES.iter().enumerate() {
            let x = LABELS + number * 100;
            let text_x = x + BAR + 4;
            writeln!(
                output,
                "<rect class=\"{name}\" x=\"{x}\" y=\"{y}\" width=\"{BAR}\" height=\"{BAR}\"/>\
                 <text x=\"{text_x}\" y=\"{text_y}\">{name}</text>"
            )?;
        }
    }
    writeln!(output, "</svg>")
}
