"""Polars: the attributions of a frame with a column of texts, lazily too.

>>> import polars
>>> import quotation.polars
>>> articles = polars.LazyFrame({"url": ["a", "b"], "text": ["“It holds,” said Ines Okoro.", None]})
>>> quotation.polars.attributions(articles, id="url").select("id", "speaker").collect().rows()
[('a', 'Ines Okoro')]
"""

from __future__ import annotations

from typing import TypeVar

import polars

from quotation._quotation import Detector

__all__ = ["attributions"]

Frame = TypeVar("Frame", polars.DataFrame, polars.LazyFrame)


def attributions(
    frame: Frame, *, text: str = "text", id: str = "id", cast: str | None = None, detector: Detector | None = None
) -> Frame:
    """The attributions of all texts of a frame, as a frame of the same sort with the columns of `quotation.Rows`.

    A lazy frame is read by `map_batches` when it is collected, and what polars does before and after is its own
    matter: of a folder of Parquet it reads no more columns than these.

    >>> import polars
    >>> import quotation.polars
    >>> articles = polars.DataFrame({"id": [7], "text": ["“It holds,” said Ines Okoro."]})
    >>> quotation.polars.attributions(articles)["id", "gender"].rows()
    [(7, 'female')]
    """
    known = detector or Detector()
    columns = list(dict.fromkeys([text, id] if cast is None else [text, id, cast]))

    def read(batch: polars.DataFrame) -> polars.DataFrame:
        return known.attributions(batch, text=text, id=id, cast=cast).to_polars()

    if isinstance(frame, polars.DataFrame):
        return read(frame.select(columns))
    selected = frame.select(columns)
    schema = read(polars.DataFrame(schema=selected.collect_schema())).schema
    return selected.map_batches(read, schema=schema, streamable=True)
