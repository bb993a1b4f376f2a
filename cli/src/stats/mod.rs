//! The command `stats`: who is quoted how often and how much.

mod count;
mod plot;
mod rows;
mod table;

use std::io::{BufWriter, Write};

use crate::arguments::{Stats, StatsFormat};
use crate::console;
use crate::detection::detector;
use crate::failure::{Failure, Outcome};
use count::Counts;

pub(crate) fn run(arguments: &Stats) -> Result<Outcome, Failure> {
    let detector = detector(&arguments.detection)?;
    let count = |paths: &[std::path::PathBuf]| {
        let mut counts = Counts::default();
        let key = |row: &_| arguments.by.key(row);
        rows::each(paths, arguments, &detector, |row| {
            counts.add(key(&row), &row)
        })?;
        Ok::<Counts, Failure>(counts)
    };
    let mut sides = vec![count(&arguments.inputs)?];
    if !arguments.against.is_empty() {
        sides.push(count(&arguments.against)?);
    }
    let figures = count::figures(&sides, arguments.top);
    let mut output = BufWriter::new(anstream::stdout());
    match arguments.format {
        StatsFormat::Table => table::write(&figures, &sides, arguments.by, &mut output)?,
        StatsFormat::Csv => table::write_csv(&figures, arguments.by, &mut output)?,
        StatsFormat::Bars => plot::write_bars(&figures, console::width(), &mut output)?,
        StatsFormat::Svg => plot::write_svg(&figures, arguments.by, &mut output)?,
    }
    output.flush()?;
    Ok(Outcome::Done)
}
