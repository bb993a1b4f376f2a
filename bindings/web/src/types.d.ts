/** What a detector may be told beforehand. Whatever is left out is told by the text. */
export interface DetectorOptions {
  /** People who may speak. */
  cast?: CastMember[];
  /** Further verbs that report, by their lemmas. */
  reporting_verbs?: string[];
  /** Further nouns that report. */
  reporting_nouns?: string[];
  /** Further titles before names. */
  titles?: string[];
  /** Names that never speak. */
  ignored_names?: string[];
  /** Listed verbs, nouns and titles that are none here. */
  ignored_words?: string[];
  /** The kinds of quotations to look for. */
  kinds?: AttributionKind[];
  /** Below it, from 0 to 1, an attribution is not made. */
  minimum_confidence?: number;
  /** Regular expressions, in the syntax of the crate regex, with groups named `speaker` and `content` and perhaps `cue`. */
  formulas?: string[];
  /** As what to read the texts. */
  genre?: Genre;
  /** Which of somebody's names to give. */
  naming?: "fullest" | "most-used";
}

/** Somebody who may speak. */
export interface CastMember {
  /** The name that is given. */
  name: string;
  /** Other names, and roles as the text has them. */
  aliases?: string[];
  gender?: Gender | null;
  /** Whether this is who says "I" outside quotations. */
  narrator?: boolean;
}

export type AttributionKind = "direct" | "mixed" | "indirect";
export type Gender = "female" | "male" | "neutral";
export type Genre = "news" | "novel";

/** Start and end of a stretch of text in UTF-16 units, the end not included: `text.slice(...span)`. */
export type Span = [start: number, end: number];

/** A text with its quotes, attributions and speakers. The JSON form of the crate, version 1. */
export interface Document {
  version: 1;
  unit: "utf-16";
  text: string;
  genre: Genre;
  /** How probable the genre is; null if the text did not decide it. */
  genre_confidence: number | null;
  /** Every pair of quotation marks, by its start, the outer before the inner. */
  quotes: Quote[];
  /** Every quotation with what is known of its speaker, by its first span. */
  attributions: Attribution[];
  /** Everybody whom the text names or quotes, by first mention. */
  speakers: Speaker[];
}

export interface Quote {
  /** With its marks; null in a quote that stands in eight others. */
  text: string | null;
  /** Without its marks. */
  inner_text: string | null;
  span: Span;
  /** Its part of each paragraph; empty if it is of one piece. */
  pieces: Span[];
  /** The position among `quotes` of the one that it stands in. */
  parent: number | null;
  depth: number;
  opened: boolean;
  closed: boolean;
  kind: "speech" | "fragment" | "title" | "nickname" | "sign" | "unknown";
  style: "double" | "single" | "guillemets" | "single-guillemets" | "corners" | "white-corners" | "dash" | "script" | "block";
}

export interface Attribution {
  /** The words of `spans`, a space between two pieces; null where the quote stands in eight others. */
  text: string | null;
  /** The same without the marks of its quotes. */
  inner_text: string | null;
  source_text: string | null;
  cue_text: string | null;
  part: "headline" | "byline" | "caption" | "body";
  /** The position among `attributions` of the one within whose words this one is quoted. */
  within: number | null;
  kind: AttributionKind;
  mode: "speech" | "writing" | "thought" | "intent" | null;
  /** Whether the text says that this was not said. */
  negated: boolean;
  modality: "possible" | "conditional" | "future" | "asked" | null;
  spans: Span[];
  /** Positions among `quotes`, ascending. */
  quotes: number[];
  /** What tells that something is quoted. */
  cue: { kind: "verb" | "phrase" | "noun" | "colon"; spans: Span[] } | null;
  /** What stands for the speaker beside the words. */
  source: { kind: "name" | "titled-name" | "pronoun" | "noun-phrase" | "organisation" | "group"; span: Span } | null;
  /** The position among `speakers` of whoever speaks. */
  speaker: number | null;
  /** The position among `speakers` of whoever is spoken to. */
  addressee: number | null;
  /** From 0 to 1: that these are the source's words. */
  confidence: number;
  /** From 0 to 1: that this speaker is whom the source means. */
  speaker_confidence: number | null;
  /** What spoke for the speaker and what against, the strongest first. */
  reasons: Reason[];
}

export interface Reason {
  kind:
    | "cue" | "subject-of-cue" | "apposition" | "according-to" | "report" | "label" | "named-near" | "goes-on"
    | "turn" | "called" | "pronoun" | "description" | "kind-of-source" | "form" | "formula";
  weight: number;
}

export interface Speaker {
  /** Its position among `speakers`. */
  id: number;
  kind: "person" | "organisation" | "group" | "unnamed" | "document";
  /** By the fullest name in the text, or the cast's. */
  name: string;
  aliases: string[];
  gender: Gender | null;
  number: "singular" | "plural" | null;
  mentions: Span[];
  /** The words of each of `mentions`. */
  mention_texts: string[];
  /** What the text calls somebody besides their names, in its order. */
  descriptions: { text: string; kind: "title" | "role" | "kin" | "age" | "affiliation"; span: Span }[];
}

/** What the program writes with `--format`: whole documents, tables, a page to look at, TEI P5, schema.org quotations, columns of tokens, text for voices. */
export type Form = "json" | "jsonl" | "csv" | "tsv" | "html" | "tei" | "jsonld" | "conll" | "ssml";

/** What offsets count. */
export type OffsetUnit = "bytes" | "characters" | "utf-16";
