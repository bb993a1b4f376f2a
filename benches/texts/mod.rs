//! The texts that are measured, and longer ones made of them.

/// An article about invented people, with curly marks.
pub(crate) const ARTICLE: &str = include_str!("article.txt");

/// From the first stave of "A Christmas Carol" by Charles Dickens (1843, public domain).
pub(crate) const NOVEL: &str = include_str!("novel.txt");

/// A text of about so many bytes, of the paragraphs of another in random order.
///
/// A short text that is only repeated would not do: the processor learns its course by heart.
pub(crate) fn long(source: &str, bytes: usize) -> String {
    let paragraphs: Vec<&str> = source.trim_end().split("\n\n").collect();
    let mut random = Random(bytes as u64);
    let mut text = String::with_capacity(bytes + 2000);
    loop {
        let room = bytes.saturating_sub(text.len());
        let paragraph = paragraphs[random.below(paragraphs.len())];
        if room < paragraph.len() && !text.is_empty() {
            return text;
        }
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
}

/// So many articles, each with all paragraphs of `ARTICLE`, in random order.
#[allow(dead_code, reason = "not every benchmark reads single articles")]
pub(crate) fn articles(count: usize) -> Vec<String> {
    let mut paragraphs: Vec<&str> = ARTICLE.trim_end().split("\n\n").collect();
    let mut random = Random(1);
    let mut article = || {
        for last in (1..paragraphs.len()).rev() {
            paragraphs.swap(last, random.below(last + 1));
        }
        paragraphs.join("\n\n")
    };
    (0..count).map(|_| article()).collect()
}

/// A linear congruential generator.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        // Its high bits are the random ones.
        (self.0 >> 33) as usize % limit
    }
}
