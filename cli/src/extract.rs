//! The command without a name: the quotations of files in one of many forms.

use std::path::{Path, PathBuf};

use clap::CommandFactory;
use quotation::Scratch;
use quotation_formats::Item;

use crate::arguments::{Arguments, Extract};
use crate::console;
use crate::detection::{detector, selected};
use crate::failure::{Failure, Outcome};
use crate::input;
use crate::writer::Writer;

pub(crate) fn run(arguments: &Extract) -> Result<Outcome, Failure> {
    let detector = detector(&arguments.detection)?;
    let standard = [PathBuf::from("-")];
    let files = match arguments.files.is_empty() {
        true => &standard[..],
        false => &arguments.files[..],
    };
    if let Some(output) = &arguments.output {
        input::refuse_output_among(files, output)?;
    }
    if let Some(name) = files.iter().find(|file| is_command(file) && !file.exists()) {
        let name = name.display();
        return Err(Failure::new(format!(
            "there is no file {name}; as a command it stands before all options: `quotation {name} …`"
        )));
    }
    let mut writer = Writer::new(arguments, files.len())?;
    let options = arguments.reading.options();
    let speakers = &arguments.selection.speaker;
    let mut scratch = Scratch::default();
    let (mut texts, mut attributions) = (0, 0);
    for file in files {
        let read = match input::read(file, &options) {
            Ok(read) => read,
            Err(Failure::Message(message)) if files.len() > 1 => {
                console::report(&message);
                continue;
            }
            Err(failure) => return Err(failure),
        };
        if let Some(note) = &read.note {
            console::note(arguments.common, note);
        }
        let document = detector.detect_with(&mut scratch, &read.text);
        let locate = |span| read.origin.location(span);
        let item = Item::new(&read.name, &document).located_by(&locate);
        let item = selected(item, speakers);
        texts += 1;
        attributions += item.attributions().len();
        writer.write(&item)?;
    }
    writer.finish()?;
    if texts == 0 {
        return Err(Failure::new("none of the files could be read"));
    }
    if attributions == 0 {
        let note = match speakers.join(" or ") {
            names if names.is_empty() => "no quotation was found".to_owned(),
            names => {
                format!("nothing is quoted of {names}; without --speaker you see who is quoted")
            }
        };
        console::note(arguments.common, &note);
    }
    Ok(match texts == files.len() {
        true => Outcome::Done,
        false => Outcome::Skipped,
    })
}

fn is_command(file: &Path) -> bool {
    let command = Arguments::command();
    let mut names = command.get_subcommands().map(clap::Command::get_name);
    names.any(|name| file == Path::new(name))
}
