//! Bytes to text: which encoding they are in, and where they are in none.

use std::io::Read;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::origin::{Counted, Units};

/// A text with how it was decoded.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) units: Units,
    pub(crate) note: Option<String>,
}

/// Decodes what is in the encoding of a label, or in UTF-8, UTF-16 or Windows-1252.
pub(crate) fn decode(bytes: Vec<u8>, label: Option<&str>) -> Result<Decoded, String> {
    if UTF_32_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err("this is UTF-32, which few programs read; save it as UTF-8".to_owned());
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return with(encoding, &bytes, mark);
    }
    if let Some(label) = label {
        return with(by_label(label)?, &bytes, 0);
    }
    if let Some(encoding) = utf16_without_mark(&bytes) {
        return Ok(Decoded {
            note: Some(format!("read as {}", encoding.name())),
            ..with(encoding, &bytes, 0)?
        });
    }
    let wrong = match String::from_utf8(bytes) {
        Ok(text) => {
            let units = Units::Utf8 { mark: 0 };
            let note = None;
            return Ok(Decoded { text, units, note });
        }
        Err(wrong) => wrong,
    };
    let at = wrong.utf8_error().valid_up_to();
    let bytes = wrong.into_bytes();
    let wrong = format!("{} is no UTF-8", wrong_byte(&bytes, at));
    if bytes.contains(&0) {
        return Err(format!("{wrong}, and this is no text"));
    }
    if has_more_utf8(&bytes) || bytes.iter().any(|byte| UNUSED.contains(byte)) {
        return Err(format!(
            "{wrong}; repair it, or say with --encoding what the file is in"
        ));
    }
    Ok(Decoded {
        note: Some(format!(
            "read as Windows-1252, since {wrong}; if it is another encoding, say it with --encoding"
        )),
        ..with(WINDOWS_1252, &bytes, 0)?
    })
}

/// The encoding of a label, as the web knows it.
fn by_label(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(label.as_bytes()).ok_or_else(|| {
        format!(
            "there is no encoding {label:?}; \
             say one by its name on the web, such as utf-8, utf-16le or windows-1252"
        )
    })
}

/// Bytes as UTF-8, from the encoding of a label or the one that a byte order mark tells, which is left out. Without
/// either they stay as they are.
pub(crate) fn decoded_stream<R: Read>(
    reader: R,
    label: Option<&str>,
) -> Result<impl Read + use<R>, String> {
    let encoding = label.map(by_label).transpose()?;
    Ok(DecodeReaderBytesBuilder::new()
        .encoding(encoding.filter(|&encoding| encoding != UTF_8))
        .utf8_passthru(true)
        .strip_bom(true)
        .build(reader))
}

/// The byte order marks of UTF-32. The second one starts with that of UTF-16, in which no text begins
/// with the character zero.
const UTF_32_MARKS: [&[u8]; 2] = [b"\0\0\xFE\xFF", b"\xFF\xFE\0\0"];

/// Bytes that stand for nothing in Windows-1252.
const UNUSED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

fn with(encoding: &'static Encoding, bytes: &[u8], mark: usize) -> Result<Decoded, String> {
    let body = &bytes[mark..];
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(body) else {
        let at = mark + first_wrong(encoding, body);
        let wrong = wrong_byte(bytes, at);
        return Err(format!(
            "{wrong} is no {}; repair it, or say with --encoding what the file is in",
            encoding.name()
        ));
    };
    let text = text.into_owned();
    let units = if encoding == UTF_8 {
        Units::Utf8 { mark }
    } else if encoding == UTF_16LE || encoding == UTF_16BE {
        Units::Counted(Counted::new(&text, mark, |c| 2 * c.len_utf16()))
    } else if encoding.is_single_byte() {
        Units::Counted(Counted::new(&text, mark, |_| 1))
    } else {
        Units::Unknown
    };
    Ok(Decoded {
        text,
        units,
        note: None,
    })
}

/// Where the first bytes stand that mean nothing in an encoding.
fn first_wrong(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    // A prefix decodes if and only if it ends before them, a cut character aside.
    let decodes = |len: usize| {
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let mut text = String::with_capacity(
            decoder
                .max_utf8_buffer_length_without_replacement(len)
                .unwrap_or(len * 3),
        );
        let (result, _) =
            decoder.decode_to_string_without_replacement(&bytes[..len], &mut text, false);
        result == encoding_rs::DecoderResult::InputEmpty
    };
    let (mut good, mut bad) = (0, bytes.len() + 1);
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        match decodes(middle) {
            true => good = middle,
            false => bad = middle,
        }
    }
    good.min(bytes.len().saturating_sub(1))
}

/// Such as `line 3, column 14: byte 0x92`; columns count bytes.
fn wrong_byte(bytes: &[u8], at: usize) -> String {
    let before = &bytes[..at];
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    let start = before.iter().rposition(|&byte| byte == b'\n');
    let column = at - start.map_or(0, |newline| newline + 1) + 1;
    match bytes.get(at) {
        Some(byte) => format!("line {line}, column {column}: byte 0x{byte:02X}"),
        None => format!("line {line}, column {column}: the end"),
    }
}

/// How many bytes are looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 4096;

/// Western text in UTF-16 has a zero in nearly every second byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros = |first: usize| {
        sample
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let pairs = sample.len() / 2;
    let is_most = |zeros: usize| pairs > 0 && zeros * 10 > pairs * 7;
    match (is_most(zeros(0)), is_most(zeros(1))) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether a file that is no UTF-8 throughout has more characters beyond ASCII that are UTF-8 than
/// bytes that are not: then it is UTF-8 with damage and no other encoding.
fn has_more_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += chunk.invalid().len();
    }
    right > wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, mark: bool) -> Vec<u8> {
        let units = mark
            .then_some(0xFEFF)
            .into_iter()
            .chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn reads_utf16_with_and_without_a_mark() {
        let text = "“It holds,” said Ines Okoro.";
        assert_eq!(decode(utf16(text, true), None).unwrap().text, text);
        let read = decode(utf16(text, false), None).unwrap();
        assert_eq!(read.text, text);
        assert_eq!(read.note.unwrap(), "read as UTF-16LE");
    }

    #[test]
    fn tells_windows_1252_from_damaged_utf8() {
        let read = decode(b"\x93It holds,\x94 she said.".to_vec(), None).unwrap();
        assert_eq!(read.text, "“It holds,” she said.");
        assert_eq!(
            read.note.unwrap(),
            "read as Windows-1252, since line 1, column 1: byte 0x93 is no UTF-8; \
             if it is another encoding, say it with --encoding"
        );
        let mut damaged = "“It holds,”\n“she” said.".as_bytes().to_vec();
        damaged.push(0x92);
        let problem = decode(damaged, None).unwrap_err();
        assert!(
            problem.starts_with("line 2, column 16: byte 0x92 is no UTF-8;"),
            "{problem}"
        );
    }

    #[test]
    fn utf32_is_told_from_utf16() {
        let units = "\u{feff}It holds."
            .chars()
            .flat_map(|c| (c as u32).to_le_bytes());
        let problem = decode(units.collect(), None).unwrap_err();
        assert!(problem.starts_with("this is UTF-32"), "{problem}");
    }

    #[test]
    fn says_where_an_encoding_is_wrong() {
        let problem = decode(b"abc\xFF".to_vec(), Some("utf-8")).unwrap_err();
        assert!(
            problem.starts_with("line 1, column 4: byte 0xFF is no UTF-8;"),
            "{problem}"
        );
        let problem = decode(b"abc".to_vec(), Some("morse")).unwrap_err();
        assert!(
            problem.starts_with("there is no encoding \"morse\""),
            "{problem}"
        );
    }
}
