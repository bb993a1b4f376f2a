"""Who said what: quotations with their cues, sources and speakers, found in plain text.

>>> import quotation
>>> document = quotation.detect("“The dam will hold,” said Ines Okoro. “It was built for worse,” she added.")
>>> for attribution in document:
...     print(f"{attribution.speaker.name}: {attribution.text}")
Ines Okoro: “The dam will hold,”
Ines Okoro: “It was built for worse,”

A `Detector` takes what you know beforehand, such as a cast. There is no model to download and no network, and the
same text gives the same result every time. All offsets count characters.
"""

from __future__ import annotations

from collections.abc import Iterable

from quotation._quotation import (
    Attribution,
    CastMember,
    Cue,
    Description,
    Detector,
    Document,
    Documents,
    Mention,
    Passage,
    Quote,
    Reason,
    Rows,
    Span,
    Speaker,
    __version__,
    tabulate,
)
from quotation.types import ArrowTable

__all__ = [
    "Attribution",
    "CastMember",
    "Cue",
    "Description",
    "Detector",
    "Document",
    "Documents",
    "Mention",
    "Passage",
    "Quote",
    "Reason",
    "Rows",
    "Span",
    "Speaker",
    "__version__",
    "attributions",
    "detect",
    "detect_all",
    "tabulate",
]

_DETECTOR = Detector()


def detect(text: str) -> Document:
    """Finds everything that a text quotes, as a `Detector` does that knows nothing but English.

    >>> import quotation
    >>> quotation.detect("“It holds,” said Ines Okoro.").attributions[0].speaker.name
    'Ines Okoro'
    """
    return _DETECTOR.detect(text)


def detect_all(texts: Iterable[str], *, threads: int | None = None) -> Documents:
    """Finds what each of many texts quotes, on all cores or so many threads, lazily and in order.

    `Detector.detect_all` tells the rest.

    >>> import quotation
    >>> texts = ("“It holds,” said Ines Okoro." for _ in range(1000))
    >>> sum(len(document) for document in quotation.detect_all(texts))
    1000
    """
    return _DETECTOR.detect_all(texts, threads=threads)


def attributions(
    data: ArrowTable,
    *,
    text: str = "text",
    id: str | None = None,
    cast: str | None = None,
    threads: int | None = None,
) -> Rows:
    """The attributions of a table with a column of texts, such as a data frame, as rows with an `id`.

    `Detector.attributions` tells the rest.

    >>> import pandas
    >>> import quotation
    >>> articles = pandas.DataFrame({"text": ["“It holds,” said Ines Okoro."]})
    >>> list(quotation.attributions(articles).to_pandas().speaker)
    ['Ines Okoro']
    """
    return _DETECTOR.attributions(data, text=text, id=id, cast=cast, threads=threads)
