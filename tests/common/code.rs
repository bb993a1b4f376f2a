//! What a test needs to know of Rust's syntax to read the sources of the crate.

use std::collections::BTreeSet;

/// A piece of code; white space and comments are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lexeme {
    Name(String),
    /// What stands between the quotation marks of a string, as it is written.
    Text(String),
    Sign(char),
}

impl Lexeme {
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Lexeme::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn is(&self, sign: char) -> bool {
        *self == Lexeme::Sign(sign)
    }
}

/// The code of a source, with the modules and imports that only its tests have left out.
pub(crate) fn program(source: &str) -> Vec<Lexeme> {
    let all = lexemes(source);
    let marker = lexemes("#[cfg(test)]");
    let mut program = Vec::new();
    let mut rest = &all[..];
    while let Some((first, others)) = rest.split_first() {
        match rest.strip_prefix(&marker[..]) {
            Some(item) => rest = &item[item_len(item)..],
            None => {
                program.push(first.clone());
                rest = others;
            }
        }
    }
    program
}

/// The modules that a source declares for its tests alone.
pub(crate) fn test_modules(source: &str) -> Vec<String> {
    let all = lexemes(source);
    let marker = lexemes("#[cfg(test)] mod");
    let declared = all.windows(marker.len() + 1);
    declared
        .filter_map(|window| window.strip_prefix(&marker[..])?[0].name())
        .map(str::to_owned)
        .collect()
}

/// How many lexemes an item has: up to its semicolon, or to the end of its braces.
fn item_len(item: &[Lexeme]) -> usize {
    let mut depth = 0;
    for (at, lexeme) in item.iter().enumerate() {
        match lexeme {
            Lexeme::Sign('{' | '(' | '[') => depth += 1,
            Lexeme::Sign(close @ ('}' | ')' | ']')) => {
                depth -= 1;
                if depth == 0 && *close == '}' {
                    return at + 1;
                }
            }
            Lexeme::Sign(';' | ',') if depth == 0 => return at + 1,
            _ => {}
        }
    }
    item.len()
}

/// All lexemes of a source.
pub(crate) fn lexemes(source: &str) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let len = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(len) = string_len(rest) {
            let (open, close) = (rest.find('"').unwrap() + 1, rest[..len].rfind('"').unwrap());
            lexemes.push(Lexeme::Text(rest[open..close].to_owned()));
            len
        } else if c == '_' || c.is_alphanumeric() {
            let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric());
            let name = &rest[..end.unwrap_or(rest.len())];
            lexemes.push(Lexeme::Name(name.to_owned()));
            name.len()
        } else if c == '\'' {
            quoted_char_len(rest)
        } else {
            if !c.is_whitespace() {
                lexemes.push(Lexeme::Sign(c));
            }
            c.len_utf8()
        };
        rest = &rest[len..];
    }
    lexemes
}

/// The length of the string that the text begins with.
fn string_len(text: &str) -> Option<usize> {
    let prefix = text.trim_start_matches(['b', 'r', 'c']);
    let is_raw = text[..text.len() - prefix.len()].contains('r');
    let inner = prefix.trim_start_matches('#');
    let hashes = prefix.len() - inner.len();
    if !inner.starts_with('"') || hashes > 0 && !is_raw || text.len() - prefix.len() > 2 {
        return None;
    }
    let start = text.len() - inner.len() + 1;
    if is_raw {
        let close = format!("\"{}", "#".repeat(hashes));
        return Some(start + text[start..].find(&close)? + close.len());
    }
    let mut is_escaped = false;
    let close = text[start..].find(|c| {
        let closes = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        closes
    })?;
    Some(start + close + 1)
}

/// The length of the character in quotes, or of the apostrophe of a lifetime, that the text begins with.
fn quoted_char_len(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => {
            chars.next();
            chars.find(|&(_, c)| c == '\'').map_or(1, |(at, _)| at + 1)
        }
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}

/// A path in code: `crate::quote::find`, or what an import makes known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Import {
    /// The name by which it is known here; `*` for all in it.
    pub(crate) name: String,
    pub(crate) path: Vec<String>,
    /// Whether others may import it from here.
    pub(crate) is_public: bool,
}

/// What a program names that stands elsewhere.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    pub(crate) imports: Vec<Import>,
    /// The paths outside of imports, each of two names or more.
    pub(crate) paths: Vec<Vec<String>>,
    /// All names outside of imports.
    pub(crate) names: BTreeSet<String>,
}

impl Uses {
    pub(crate) fn of(program: &[Lexeme]) -> Uses {
        let mut uses = Uses::default();
        let mut at = 0;
        while at < program.len() {
            let before = at.checked_sub(1).map(|before| &program[before]);
            match program[at].name() {
                // Not the `+ use<'a>` of a type.
                Some("use") if !program[at + 1].is('<') => {
                    let is_public =
                        before.is_some_and(|before| before.is(')') || before.name() == Some("pub"));
                    at = read_import(program, at + 1, &[], is_public, &mut uses.imports);
                }
                Some(_) => {
                    let len = path_len(&program[at..]);
                    let names = program[at..at + len].iter().filter_map(Lexeme::name);
                    let names: Vec<String> = names.map(str::to_owned).collect();
                    uses.names.insert(names[0].clone());
                    // `$crate` is where a macro is used.
                    let is_path = before.is_none_or(|before| !before.is('.') && !before.is('$'));
                    if len > 1 && is_path {
                        uses.paths.push(names);
                    }
                    at += len;
                }
                None => at += 1,
            }
        }
        uses
    }
}

/// How many lexemes the path has that the code begins with.
fn path_len(code: &[Lexeme]) -> usize {
    let mut len = 1;
    while let [Lexeme::Sign(':'), Lexeme::Sign(':'), Lexeme::Name(_), ..] = &code[len..] {
        len += 3;
    }
    len
}

/// Reads the path or the group that stands at a position after `use`, and gives the position after it.
fn read_import(
    code: &[Lexeme],
    mut at: usize,
    prefix: &[String],
    is_public: bool,
    imports: &mut Vec<Import>,
) -> usize {
    let mut path = prefix.to_vec();
    let mut name = None;
    loop {
        match &code[at] {
            Lexeme::Name(alias) if alias == "as" => {
                name = code[at + 1].name().map(str::to_owned);
                at += 1;
            }
            Lexeme::Name(segment) if segment == "self" && !path.is_empty() => {}
            Lexeme::Name(segment) => path.push(segment.clone()),
            Lexeme::Sign('*') => name = Some("*".to_owned()),
            Lexeme::Sign(':') => {}
            Lexeme::Sign('{') => {
                at += 1;
                while !code[at].is('}') {
                    at = read_import(code, at, &path, is_public, imports);
                    at += usize::from(code[at].is(','));
                }
                return at + 1;
            }
            _ => break,
        }
        at += 1;
        if name.is_some() {
            break;
        }
    }
    let name = name.or(path.last().cloned()).unwrap_or_default();
    imports.push(Import {
        name,
        path,
        is_public,
    });
    at
}
