use quotation::fit::choices;
use quotation::QuoteDetector;
use std::io::Read;
fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let w: std::collections::HashMap<String, f32> = std::fs::read_to_string("src/attribution/weights/news.txt").unwrap().lines().filter(|l| !l.starts_with('#')).map(|l| { let (a, b) = l.split_once(' ').unwrap(); (a.to_string(), b.parse().unwrap()) }).collect();
    let text: &str = &text;
    choices(&QuoteDetector::new(), text, |c| {
        println!("QUOTE {}", &text[c.quote]);
        let mut rows: Vec<(f32, usize, String)> = c.candidates.iter().enumerate().map(|(i, a)| {
            let s: f32 = a.evidence.iter().map(|e| w.get(e.name()).copied().unwrap_or(0.0)).sum();
            let ev: Vec<String> = a.evidence.iter().map(|e| format!("{}:{:.1}", e.name(), w.get(e.name()).copied().unwrap_or(0.0))).collect();
            (s, i, format!("{:?} {} {}", a.source.map(|s| &text[s]), if a.goes_on { "GOES" } else { "" }, ev.join(" ")))
        }).collect();
        rows.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (s, _, r) in rows.iter().take(6) { println!("   {s:.2} {r}"); }
        rows[0].1
    });
}
