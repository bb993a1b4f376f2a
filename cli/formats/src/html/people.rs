//! The speakers of a page, with how much each says and in which colour.

use std::collections::HashMap;
use std::io::{self, Write};

use quotation::{Attribution, Gender, Speaker};

use crate::facts::{counted, escape};
use crate::row::count_words;

/// Hues so far apart that neighbours in the list differ: the golden angle.
const HUE_STEP: f64 = 137.508;

#[derive(Debug, Default)]
pub(super) struct People {
    all: Vec<Person>,
    by_name: HashMap<String, usize>,
    nobody: Person,
}

#[derive(Debug, Default)]
pub(super) struct Person {
    pub(super) name: String,
    gender: Option<Gender>,
    quotations: usize,
    words: u64,
}

impl People {
    /// Counts a quotation for its speaker, whose number it gives.
    pub(super) fn count(&mut self, attribution: Attribution<'_>, text: &str) -> Option<usize> {
        let speaker = attribution.speaker();
        let number = speaker.map(|speaker| self.number(speaker.name()));
        let person = match number {
            Some(number) => &mut self.all[number],
            None => &mut self.nobody,
        };
        person.gender = person.gender.or_else(|| speaker.and_then(Speaker::gender));
        person.quotations += 1;
        let spans = attribution.spans().iter();
        person.words += spans.map(|&span| count_words(&text[span])).sum::<u64>();
        number
    }

    /// The number of somebody by that name.
    pub(super) fn number(&mut self, name: &str) -> usize {
        if let Some(&number) = self.by_name.get(name) {
            return number;
        }
        let number = self.all.len();
        self.by_name.insert(name.to_owned(), number);
        self.all.push(Person {
            name: name.to_owned(),
            ..Person::default()
        });
        number
    }

    pub(super) fn get(&self, number: usize) -> &Person {
        &self.all[number]
    }

    /// A rule of style for each speaker.
    pub(super) fn colors(&self) -> String {
        let hue = |number: usize| (40.0 + number as f64 * HUE_STEP) % 360.0;
        (0..self.all.len())
            .map(|number| format!(".s{number}{{--hue:{:.0}}}\n", hue(number)))
            .collect()
    }

    /// Those who say most first, each with a bar.
    pub(super) fn write_list(&self, output: &mut impl Write) -> io::Result<()> {
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.retain(|&number| self.all[number].quotations > 0);
        order.sort_by_key(|&number| std::cmp::Reverse(self.all[number].quotations));
        let most = order.first().map_or(0, |&first| self.all[first].quotations);
        let most = most.max(self.nobody.quotations).max(1);
        writeln!(output, "<ul class=\"people\" aria-label=\"Speakers\">")?;
        for number in order {
            self.all[number].write(&format!("s{number}"), &number.to_string(), most, output)?;
        }
        if self.nobody.quotations > 0 {
            self.nobody.write("nobody", "", most, output)?;
        }
        writeln!(output, "</ul>")
    }
}

impl Person {
    fn write(
        &self,
        class: &str,
        number: &str,
        most: usize,
        output: &mut impl Write,
    ) -> io::Result<()> {
        let name = match self.name.as_str() {
            "" => "(unknown)".to_owned(),
            name => escape(name),
        };
        let gender = self.gender.map_or("", Gender::as_str);
        let (quotations, words) = (self.quotations, counted(self.words, "word"));
        let share = quotations as f64 / most as f64 * 100.0;
        writeln!(
            output,
            "<li><button type=\"button\" class=\"{class}\" data-speaker=\"{number}\" \
             aria-pressed=\"false\" title=\"{words} {gender}\"><span class=\"name\">{name}</span> \
             <span class=\"count\">{quotations}</span><span class=\"bar\" \
             style=\"width:{share:.1}%\"></span></button></li>"
        )
    }
}
