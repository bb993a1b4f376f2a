"""What a document has, and what its parts are as values."""

import json
import pickle
from pathlib import Path

import jsonschema
import pytest

import quotation

ROOT = Path(__file__).parents[3]
ARTICLE = (ROOT / "examples/article.txt").read_text(encoding="utf-8")
TEXT = "Zoë 🦀 rang. “It ‘holds’,” Dr. Ines Okoro told her, “for now.” “I doubt it,” she said."
NOVEL = "“Is it far?” asked Marta Quill.\n\nJonas Peel shrugged. “An hour.”\n\n“Then we walk.”"


@pytest.fixture(scope="module")
def document():
    return quotation.detect(TEXT)


def parts(document):
    """Everything in a document that has words and a position."""
    for one in document.attributions:
        yield one.sentence
        yield one.paragraph
        yield from one.spans
        yield from [one.source] if one.source else []
        yield from one.cue.spans if one.cue else []
        yield from one.quotes
    for speaker in document.speakers:
        yield from speaker.mentions
        yield from speaker.descriptions
    yield from document.quotes
    yield from document.passages
    yield from document.sentences
    yield from document.paragraphs


@pytest.mark.parametrize("text", [TEXT, ARTICLE, NOVEL, "", "\0 “é\u0301” \ufeff"])
def test_offsets_count_characters(text):
    document = quotation.detect(text)
    assert document.text == text
    for part in parts(document):
        assert text[part.start : part.end] == part.text
    assert "".join(passage.text for passage in document.passages) == text


def test_an_attribution_has_its_parts(document):
    first, second = document.attributions
    assert [span.text for span in first.spans] == ["“It ‘holds’,”", "“for now.”"]
    assert first.text == "“It ‘holds’,” “for now.”"
    assert first.inner_text == "It ‘holds’, for now."
    assert (first.kind, first.mode, first.is_negated, first.modality) == ("direct", "speech", False, None)
    assert (first.cue.text, first.cue.kind) == ("told", "verb")
    assert (first.source.text, first.source.kind) == ("Dr. Ines Okoro", "titled-name")
    assert first.speaker.name == "Ines Okoro" and first.speaker.kind == "person"
    assert first.speaker.descriptions[0].text == "Dr."
    assert 0.5 < first.confidence <= 1 and 0.5 < first.speaker_confidence <= 1
    assert first.reasons[0].weight > 0
    assert [quote.text for quote in first.quotes] == ["“It ‘holds’,”", "“for now.”"]
    assert first.part == "body" and first.within is None
    assert second.quotes[0].parent is None and document.quotes[1].parent == document.quotes[0]
    assert (first.start, first.end) == (first.spans[0].start, first.spans[1].end)


def test_what_is_unknown_is_none():
    one = quotation.detect("“It holds.”").attributions[0]
    assert one.cue is one.source is one.speaker is one.addressee is one.speaker_confidence is None


def test_a_novel_has_addressees_and_turns():
    document = quotation.Detector(genre="novel").detect(NOVEL)
    assert document.genre == "novel" and document.genre_confidence is None
    said = [(passage.speaker.name, passage.text) for passage in document.passages if passage.is_speech]
    assert said == [("Marta Quill", "“Is it far?”"), ("Jonas Peel", "“An hour.”"), ("Marta Quill", "“Then we walk.”")]
    assert [one.text for one in document.attributions_of(document.speakers[1])] == ["“An hour.”"]


def test_equal_texts_give_equal_documents(document):
    again = quotation.detect(TEXT)
    assert again == document and hash(again) == hash(document)
    assert list(parts(again)) == list(parts(document))
    assert again.attributions == document.attributions and again.speakers == document.speakers
    assert {hash(one) for one in again.attributions} == {hash(one) for one in document.attributions}
    other = quotation.detect(TEXT.replace("holds", "leaks"))
    assert other != document and other.attributions[0] != document.attributions[0]
    assert document != TEXT and document.attributions[0] != document.attributions[1]


def everything(document):
    yield document
    for one in document.attributions:
        yield one
        yield from filter(None, [one.cue, one.source, one.speaker])
        yield from one.reasons
    yield from document.speakers
    yield from parts(document)


@pytest.mark.parametrize("text", [TEXT, NOVEL, ARTICLE])
def test_everything_is_pickled(text):
    document = quotation.detect(text)
    for value in everything(document):
        copy = pickle.loads(pickle.dumps(value))
        assert copy == value and hash(copy) == hash(value) and repr(copy) == repr(value)


def test_a_pickled_list_holds_its_document_once():
    attributions = quotation.detect(ARTICLE).attributions
    assert len(pickle.dumps(attributions)) < 2 * len(pickle.dumps(attributions[0]))


def test_plain_values_show_how_they_are_made(document):
    for value in everything(document):
        if type(value) in (quotation.Span, quotation.Cue, quotation.Mention, quotation.Description, quotation.Reason):
            assert eval(repr(value), vars(quotation)) == value
    assert repr(document).startswith("Document('Zoë 🦀 rang. “It ‘holds’,” Dr. Ines Okoro told her, ")
    assert repr(document).endswith("…', attributions=2, speakers=2)")


def test_dictionaries_are_plain(document):
    for value in everything(document):
        found = value.to_dict()
        assert json.loads(json.dumps(found)) == found
    first = document.attributions[0].to_dict()
    assert first["speaker"]["name"] == "Ines Okoro" and first["spans"][1]["text"] == "“for now.”"


@pytest.mark.parametrize("text", [TEXT, NOVEL, ARTICLE, ""])
def test_a_document_is_written_by_the_schema(text):
    schema = json.loads((ROOT / "docs/document.schema.json").read_text(encoding="utf-8"))
    found = quotation.detect(text).to_dict()
    jsonschema.validate(found, schema)
    assert found["unit"] == "characters"
    for one in found["attributions"]:
        assert " ".join(text[start:end] for start, end in one["spans"]) == one["text"]
    for one in found["speakers"]:
        assert [text[start:end] for start, end in one["mentions"]] == one["mention_texts"]


def test_json_is_read_back(document):
    assert quotation.Document.from_json(document.to_json()) == document
    with pytest.raises(ValueError, match="ends before it starts at line 1 column"):
        quotation.Document.from_json(document.to_json().replace('"spans":[[', '"spans":[[9', 1))


def test_nothing_can_be_changed(document):
    for value in everything(document):
        with pytest.raises(AttributeError):
            value.text = "“It leaks.”"


def test_the_page_is_that_of_the_program(document):
    page = document.to_html(title="folder/a & b.txt")
    assert "<title>Who said what: a &amp; b.txt</title>" in page
    assert "http://" not in page and "https://" not in page
    shown = document._repr_html_()
    assert shown.startswith("<iframe srcdoc=\"&lt;!DOCTYPE html&gt;") and shown.count("<") == 2


def test_what_is_equal_has_equal_positions_and_hashes():
    # Their positions are the same in bytes and others in characters.
    texts = [f"{begin} “It holds,” said Ines Okoro." for begin in ("éé", "four")]
    documents = [quotation.detect(text) for text in texts]
    for views in ("attributions", "speakers", "quotes", "passages"):
        one, other = (getattr(document, views)[-1] for document in documents)
        assert one != other
        again = getattr(quotation.detect(texts[0]), views)[-1]
        assert one == again and hash(one) == hash(again)
