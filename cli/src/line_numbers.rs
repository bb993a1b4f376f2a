//! In which lines of a file the records of a table stand.

use std::io::Read;

use csv::{Position, Reader, StringRecord};

/// Turns positions of a reader into line numbers. A reader ends a record with the first byte of `\r\n`, so that the
/// next one begins a line too early for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineNumbers {
    late: u64,
}

impl LineNumbers {
    /// Those of a reader that has read its head and no more.
    pub(crate) fn after(head: &StringRecord, reader: &Reader<impl Read>) -> LineNumbers {
        let within: usize = head.iter().map(|name| name.matches('\n').count()).sum();
        let expected = within as u64 + 2;
        LineNumbers {
            late: expected.saturating_sub(reader.position().line()).min(1),
        }
    }

    pub(crate) fn line(self, position: Option<&Position>) -> usize {
        position.map_or(1, |position| (position.line() + self.late) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(table: &str) -> Vec<usize> {
        let mut reader = Reader::from_reader(table.as_bytes());
        let head = reader.headers().unwrap().clone();
        let numbers = LineNumbers::after(&head, &reader);
        let records = reader.records().map(Result::unwrap);
        records
            .map(|record| numbers.line(record.position()))
            .collect()
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let table = "a,b\n1,\"x\ny\"\n2,z\n3,z";
        assert_eq!(lines(table), [2, 4, 5]);
        assert_eq!(lines(&table.replace('\n', "\r\n")), [2, 4, 5]);
        assert_eq!(lines("\"a\nb\",c\r\n1,2\r\n"), [3]);
    }
}
