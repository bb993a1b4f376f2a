"""spaCy: a component that finds who said what in each `Doc`.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> component = nlp.add_pipe("quotation")
>>> doc = nlp("“It holds,” said Ines Okoro. “It always has,” she added.")
>>> for span in doc.spans["quotations"]:
...     print(span.text, span.label_, span._.speaker.name, span._.attribution.cue.text)
“It holds,” direct Ines Okoro said
“It always has,” direct Ines Okoro added
>>> [span.text for span in doc.spans["quotation_sources"]]
['Ines Okoro', 'she']

The component needs no model and no other component. With the package installed, spaCy knows its name.

| where | what it holds |
|---|---|
| `doc.spans["quotations"]` | what is quoted, a span for each piece, labelled `direct`, `mixed` or `indirect` |
| `doc.spans["quotation_cues"]`, `doc.spans["quotation_sources"]` | the words that tell of it and of whom |
| `doc._.quotation` | the `quotation.Document` |
| `doc._.attributions` | its attributions |
| `span._.attribution` | of a span of the three groups, the attribution that it belongs to; else `None` |
| `span._.speaker` | its speaker, if it has one |

The extension attributes are computed from what a `Doc` keeps when it is written and read again, or sent to another
process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from quotation._quotation import Attribution, Detector, Document, Speaker

__all__ = ["QuotationComponent", "create"]

_KEY = "quotation"


@lru_cache(maxsize=16)
def _read(json: str) -> Document:
    return Document.from_json(json)


def _document(doc: Doc) -> Document | None:
    json = doc.user_data.get(_KEY)
    return None if json is None else _read(json)


def _attributions(doc: Doc) -> list[Attribution]:
    document = _document(doc)
    return [] if document is None else document.attributions


def _attribution(span: Span) -> Attribution | None:
    # The component numbers its spans; a number stands in no other.
    document = _document(span.doc)
    if document is None or not span.id_.startswith(f"{_KEY}-"):
        return None
    return document.attributions[int(span.id_.removeprefix(f"{_KEY}-"))]


def _speaker(span: Span) -> Speaker | None:
    attribution = _attribution(span)
    return None if attribution is None else attribution.speaker


class QuotationComponent:
    """Finds who said what in a `Doc`, and keeps it there.

    >>> import spacy
    >>> import quotation
    >>> from quotation.spacy import QuotationComponent
    >>> find = QuotationComponent(quotation.Detector())
    >>> doc = find(spacy.blank("en")("“It holds,” said Ines Okoro."))
    >>> doc._.attributions[0].speaker.name
    'Ines Okoro'
    """

    def __init__(self, detector: Detector) -> None:
        self.detector = detector
        for owner, name, getter in [
            (Doc, "quotation", _document),
            (Doc, "attributions", _attributions),
            (Span, "attribution", _attribution),
            (Span, "speaker", _speaker),
        ]:
            if not owner.has_extension(name):
                owner.set_extension(name, getter=getter)

    def __call__(self, doc: Doc) -> Doc:
        """Reads one text."""
        return _keep(doc, self.detector.detect(doc.text))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 128) -> Iterable[Doc]:
        """Reads many texts, on all cores."""
        waiting: deque[Doc] = deque()

        def texts() -> Iterable[str]:
            for doc in docs:
                waiting.append(doc)
                yield doc.text

        for document in self.detector.detect_all(texts()):
            yield _keep(waiting.popleft(), document)


def _keep(doc: Doc, document: Document) -> Doc:
    contents, cues, sources = [], [], []
    for number, one in enumerate(document.attributions):

        def span(part: Any, label: str) -> Span:
            mode = "expand"
            return doc.char_span(part.start, part.end, label, span_id=f"{_KEY}-{number}", alignment_mode=mode)

        contents.extend(span(part, one.kind) for part in one.spans)
        if one.cue is not None:
            cues.extend(span(part, one.cue.kind) for part in one.cue.spans)
        if one.source is not None:
            sources.append(span(one.source, one.source.kind))
    doc.spans["quotations"] = contents
    doc.spans["quotation_cues"] = cues
    doc.spans["quotation_sources"] = sources
    doc.user_data[_KEY] = document.to_json()
    return doc


@Language.factory(
    "quotation",
    default_config={"options": {}},
    assigns=["doc._.quotation", "doc._.attributions", "span._.attribution", "span._.speaker"],
)
def create(nlp: Language, name: str, options: dict[str, Any]) -> QuotationComponent:
    """Makes the component: `nlp.add_pipe("quotation", config={"options": {"genre": "novel"}})`.

    `options` has the arguments of `quotation.Detector`.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> options = {"reporting_verbs": ["toot"], "cast": [{"name": "Ines Okoro"}]}
    >>> component = nlp.add_pipe("quotation", config={"options": options})
    >>> doc = nlp("“It holds,” tooted Okoro.")
    >>> doc._.attributions[0].speaker.name
    'Ines Okoro'
    """
    return QuotationComponent(Detector(**options))
