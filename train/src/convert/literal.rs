//! Lists as Python writes them, which the tables of PDNC have in their fields.

/// A value that a field can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Literal {
    Number(usize),
    Text(String),
    /// A list, a tuple or a set.
    List(Vec<Literal>),
}

impl Literal {
    /// Reads a field; nothing if it is no literal of these kinds.
    pub(super) fn read(field: &str) -> Option<Literal> {
        let mut reader = Reader(field.trim());
        let value = reader.value()?;
        reader.0.is_empty().then_some(value)
    }

    pub(super) fn list(&self) -> &[Literal] {
        match self {
            Literal::List(all) => all,
            _ => &[],
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Literal::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<usize> {
        match self {
            Literal::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The texts of a list.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.list().iter().filter_map(Literal::text)
    }
}

/// What is still to be read.
struct Reader<'t>(&'t str);

impl Reader<'_> {
    fn value(&mut self) -> Option<Literal> {
        match self.0.chars().next()? {
            '[' => self.list(']'),
            '{' => self.list('}'),
            '(' => self.list(')'),
            quote @ ('"' | '\'') => self.text(quote),
            _ => self.number(),
        }
    }

    fn list(&mut self, close: char) -> Option<Literal> {
        let mut all = Vec::new();
        self.0 = self.0[1..].trim_start();
        loop {
            if let Some(rest) = self.0.strip_prefix(close) {
                self.0 = rest.trim_start();
                return Some(Literal::List(all));
            }
            all.push(self.value()?);
            match self.0.strip_prefix(',') {
                Some(rest) => self.0 = rest.trim_start(),
                None if self.0.starts_with(close) => {}
                None => return None,
            }
        }
    }

    fn text(&mut self, quote: char) -> Option<Literal> {
        let mut text = String::new();
        let mut chars = self.0[1..].chars();
        loop {
            match chars.next()? {
                c if c == quote => break,
                '\\' => match chars.next()? {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'r' => text.push('\r'),
                    kind @ ('x' | 'u') => {
                        let digits = if kind == 'x' { 2 } else { 4 };
                        let code: String = chars.by_ref().take(digits).collect();
                        text.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
                    }
                    other => text.push(other),
                },
                c => text.push(c),
            }
        }
        self.0 = chars.as_str().trim_start();
        Some(Literal::Text(text))
    }

    fn number(&mut self) -> Option<Literal> {
        let end = self
            .0
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(self.0.len());
        let number = self.0[..end].parse().ok()?;
        self.0 = self.0[end..].trim_start();
        Some(Literal::Number(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_lists_are_read() {
        let spans = Literal::read("[[12, 40], [55, 60]]").unwrap();
        let ends: Vec<_> = spans
            .list()
            .iter()
            .map(|one| one.list()[1].number())
            .collect();
        assert_eq!(ends, [Some(40), Some(60)]);
    }

    #[test]
    fn texts_have_either_mark_and_escapes() {
        let names = Literal::read(r#"{'Ines Okoro', "O'Dowd", 'M\xe8re\n'}"#).unwrap();
        assert!(names.texts().eq(["Ines Okoro", "O'Dowd", "Mère\n"]));
    }

    #[test]
    fn what_is_no_literal_is_refused() {
        for field in ["", "nan", "{'Okoro", "['a' 'b']", "[1] 2"] {
            assert_eq!(Literal::read(field), None, "{field}");
        }
    }
}
