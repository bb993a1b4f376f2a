// What must hold for every text, and that the program says the same, byte for byte.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { QuoteDetector } from "quotation-web";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const program = process.env.QUOTATION;
assert.ok(program, "QUOTATION names the program that is compared with");

const folder = mkdtempSync(join(tmpdir(), "quotation-"));
after(() => rmSync(folder, { recursive: true }));

const PIECES = [
  "“", "”", "‘", "’", '"', "'", "«", "»", "—", "--", "…", ",", ".", "?", "!", ":", "(", ")", " ", " ", " ", "\n", "\n\n",
  "\r\n", "\u00a0", "said", "says", "asked", "told", "according to", "that", "he", "she", "I", "Mr.", "Ines Okoro", "Okoro",
  "Tomas", "the board", "police", "not", "who", "and", "don't", "Rain", "U.S.", "1,000", "é", "日本", "🦀", "\u0000", "Q:", "ANN:",
];

/** Texts of pieces that matter to the detector, in any order, the same ones each time. */
function* random(count) {
  let state = 0x2545_f491;
  const below = (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  for (let number = 0; number < count; number++) {
    yield Array.from({ length: below(80) }, () => PIECES[below(PIECES.length)]).join("");
  }
}

function* files() {
  yield "examples/article.txt";
  for (const name of ["article.txt", "novel.txt"]) yield `benches/texts/${name}`;
  for (const part of ["learn", "held"]) {
    for (const name of readdirSync(join(root, "tests/data/texts", part)).sort()) yield `tests/data/texts/${part}/${name}`;
  }
}

const texts = [
  ...[...files()].map((path) => readFileSync(join(root, path), "utf8")),
  ...random(400),
];
const paths = texts.map((text, number) => {
  const path = join(folder, `${number}.txt`);
  writeFileSync(path, text);
  return path;
});

function native(...parameters) {
  return execFileSync(program, parameters, { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
}

/** That both wrote the same; a difference is shown where it begins. */
function same(found, expected, what) {
  if (found === expected) return;
  let at = 0;
  while (found[at] === expected[at]) at += 1;
  const around = (words) => words.slice(Math.max(0, at - 200), at + 100);
  assert.fail(`${what}: expected\n${around(expected)}\nfound\n${around(found)}`);
}

test("offsets count what strings count", () => {
  const detector = new QuoteDetector();
  for (const text of texts) {
    const { unit, quotes, attributions, speakers, ...document } = detector.detect(text);
    assert.equal(unit, "utf-16");
    assert.equal(document.text, text);
    const joined = (spans) => spans.map((span) => text.slice(...span)).join(" ");
    for (const quote of quotes) {
      if (quote.text !== null) assert.equal(text.slice(...quote.span), quote.text);
      assert.ok(quote.parent === null || quotes[quote.parent].depth === quote.depth - 1);
    }
    for (const one of attributions) {
      if (one.text !== null) assert.equal(joined(one.spans), one.text);
      if (one.cue !== null) assert.equal(joined(one.cue.spans), one.cue_text);
      if (one.source !== null) assert.equal(text.slice(...one.source.span), one.source_text);
      for (const number of one.quotes) assert.ok(quotes[number]);
      assert.ok(one.speaker === null || speakers[one.speaker].id === one.speaker);
      assert.ok(one.confidence >= 0 && one.confidence <= 1);
    }
    for (const speaker of speakers) {
      assert.deepEqual(speaker.mentions.map((span) => text.slice(...span)), speaker.mention_texts);
    }
  }
  assert.ok(detector.detect(texts[0]).attributions.length > 5);
});

test("the same text gives the same document", () => {
  const [one, other] = [new QuoteDetector(), new QuoteDetector()];
  for (const text of texts.slice(0, 40)) {
    assert.deepEqual(one.detect(text), other.detect(text));
    assert.deepEqual(one.detect(text), other.detect(text));
  }
});

test("a surrogate that stands alone moves no offset", () => {
  const text = "\ud83e “It holds,” said Ines \udd80 Okoro.";
  const document = new QuoteDetector().detect(text);
  assert.equal(document.text, text.toWellFormed?.() ?? document.text);
  assert.equal(document.text.length, text.length);
  assert.equal(text.slice(...document.attributions[0].spans[0]), "“It holds,”");
});

test("whole documents are the program's", () => {
  for (const [genre, options] of [[[], {}], [["--genre", "novel"], { genre: "novel" }]]) {
    for (const unit of ["utf-16", "bytes"]) {
      const detector = new QuoteDetector(options);
      const entries = texts.map((text, number) => detector.write(text, "json", paths[number], unit).slice(2, -3));
      const expected = native("--format", "json", "--offsets", unit.replace("-", ""), ...genre, ...paths);
      same(`[\n${entries.join(",\n")}\n]\n`, expected, `${genre} ${unit}`);
    }
  }
});

test("what is detected is what is written", () => {
  const detector = new QuoteDetector();
  for (const text of texts) {
    const [{ document }] = JSON.parse(detector.write(text, "json"));
    assert.deepEqual(detector.detect(text), document);
  }
});

test("tables are the program's", () => {
  const detector = new QuoteDetector({ minimum_confidence: 0.7 });
  for (const form of ["csv", "tsv", "jsonl"]) {
    const head = form === "jsonl" ? "" : detector.write("", form);
    const rows = texts.map((text, number) => detector.write(text, form, paths[number]).slice(head.length));
    const expected = native("--format", form, "--offsets", "utf16", "--minimum-confidence", "0.7", ...paths);
    same(head + rows.join(""), expected, form);
  }
});

test("pages, TEI and the like are the program's", () => {
  const cast = [{ name: "Ines Okoro", aliases: ["the chief engineer"], gender: "female" }, { name: "Tomas Lindqvist" }];
  const castFile = join(folder, "cast.json");
  writeFileSync(castFile, JSON.stringify(cast));
  const detector = new QuoteDetector({ cast });
  for (const number of [0, 1, 5, 40, 41, 42]) {
    for (const form of ["html", "tei", "jsonld", "conll", "ssml"]) {
      const expected = native("--format", form, "--cast", castFile, paths[number]);
      same(detector.write(texts[number], form, paths[number]), expected, `${form} of text ${number}`);
    }
  }
});

test("what is wrong is refused with its reason", () => {
  const refused = (options) => {
    try {
      new QuoteDetector(options);
    } catch (error) {
      assert.ok(error instanceof Error);
      return error.message;
    }
    return "";
  };
  assert.match(refused({ cast: [{ name: " " }] }), /^cast member: expected a name, found nothing$/);
  assert.match(refused({ casts: [] }), /^unknown field `casts`, expected one of `cast`/);
  assert.match(refused({ genre: "poem" }), /^unknown variant `poem`, expected `news` or `novel`$/);
  assert.match(refused({ formulas: ["("] }), /^formula "\(": expected a regular expression, found a mistake in it: unclosed group$/);
  assert.match(refused(() => 0), /^options: expected an object$/);
  assert.equal(refused({ genre: undefined }), "");
  assert.throws(() => new QuoteDetector().write("", "word"), /form "word": expected one of json, jsonl, csv/);
  assert.throws(() => new QuoteDetector().write("", "csv", "a", "lines"), /offsets "lines": expected bytes/);
});
