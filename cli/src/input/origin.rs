//! The way from a span of a text back to the file.

use quotation::Span;
use quotation_formats::Location;

/// Where the pieces of a text come from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origin {
    /// The parts of the file, by number. Without any, offsets are the file's own.
    parts: Vec<String>,
    /// By their position in the text. Without any, the text is the file's.
    pieces: Vec<Piece>,
    /// How the file's bytes were decoded.
    units: Units,
}

/// A stretch of the text that comes from one stretch of the file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    /// Where it starts in the text.
    pub(crate) at: usize,
    pub(crate) len: usize,
    /// Where it starts in the file, or in the part of it.
    pub(crate) from: usize,
    pub(crate) from_len: usize,
    pub(crate) part: u32,
}

/// How the bytes of a file become the bytes of UTF-8.
#[derive(Clone, Debug, Default)]
pub(crate) enum Units {
    /// They are UTF-8, after a byte order mark of so many bytes.
    Utf8 { mark: usize },
    /// So many bytes for each UTF-16 unit or each character, after a byte order mark; by sums that
    /// stand at every so many bytes of the text.
    Counted(Counted),
    /// Nobody knows.
    #[default]
    Unknown,
}

/// How often a sum is kept.
const STEP: usize = 1024;

#[derive(Clone, Debug)]
pub(crate) struct Counted {
    /// Bytes of the file before each step of the text.
    sums: Vec<usize>,
    text: String,
    width: fn(char) -> usize,
}

impl Counted {
    pub(crate) fn new(text: &str, mark: usize, width: fn(char) -> usize) -> Counted {
        let mut sums = Vec::with_capacity(text.len() / STEP + 1);
        let mut sum = mark;
        for (at, c) in text.char_indices() {
            while sums.len() * STEP <= at {
                sums.push(sum);
            }
            sum += width(c);
        }
        if sums.is_empty() {
            sums.push(mark);
        }
        Counted {
            sums,
            text: text.to_owned(),
            width,
        }
    }

    /// Bytes of the file before a position in the text.
    fn count(&self, at: usize) -> usize {
        let step = (at / STEP).min(self.sums.len() - 1);
        // A sum belongs to the first character that starts at its step or after it.
        let mut from = step * STEP;
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let between = self.text.get(from..at).unwrap_or_default();
        self.sums[step] + between.chars().map(self.width).sum::<usize>()
    }
}

impl Origin {
    pub(crate) fn new(parts: Vec<String>, pieces: Vec<Piece>) -> Origin {
        Origin {
            parts,
            pieces,
            units: Units::Utf8 { mark: 0 },
        }
    }

    /// That of a text which is a file of UTF-8, or a value in one.
    pub(crate) fn plain() -> Origin {
        Origin::new(Vec::new(), Vec::new())
    }

    /// The same for a file whose bytes were decoded before.
    pub(crate) fn decoded_by(mut self, units: Units) -> Origin {
        self.units = units;
        self
    }

    /// Where a span of the text stands in the file.
    pub(crate) fn location(&self, span: Span) -> Option<Location> {
        if self.pieces.is_empty() {
            return Some(Location {
                part: None,
                start: self.bytes(span.start())?,
                end: self.bytes(span.end())?,
            });
        }
        let first = self.piece(|piece| piece.at <= span.start())?;
        let last = self.piece(|piece| piece.at < span.end()).unwrap_or(first);
        if first.part != last.part {
            return None;
        }
        Some(Location {
            part: self.parts.get(first.part as usize).cloned(),
            start: self.bytes(first.map(span.start()))?,
            end: self.bytes(last.map(span.end()))?,
        })
    }

    fn piece(&self, is_before: impl Fn(&Piece) -> bool) -> Option<&Piece> {
        let after = self.pieces.partition_point(is_before);
        self.pieces.get(after.checked_sub(1)?)
    }

    fn bytes(&self, at: usize) -> Option<usize> {
        match &self.units {
            Units::Utf8 { mark } => Some(at + mark),
            Units::Counted(counted) => Some(counted.count(at)),
            Units::Unknown => None,
        }
    }
}

impl Piece {
    /// Where a position in the text stands in the file. What was written otherwise there, such as a
    /// character reference, is one position.
    fn map(&self, at: usize) -> usize {
        let within = at.saturating_sub(self.at);
        match (self.len == self.from_len, within) {
            (true, _) => self.from + within.min(self.len),
            (false, 0) => self.from,
            (false, _) => self.from + self.from_len,
        }
    }
}
