"""DuckDB: the attributions of texts in SQL.

>>> import duckdb
>>> import quotation.duckdb
>>> connection = duckdb.connect()
>>> quotation.duckdb.register(connection)
>>> connection.sql('''
...     SELECT url, one.speaker, one.content
...     FROM (SELECT url, unnest(attributions(text)) AS one
...           FROM (VALUES ('a', '“It holds,” said Ines Okoro.'), ('b', NULL)) AS articles (url, text))
... ''').fetchall()
[('a', 'Ines Okoro', '“It holds,”')]

A relation is a table too, so that `quotation.attributions(connection.sql("FROM articles"))` reads it without SQL. Those
rows come lazily: read them before the same connection is asked for anything else.
"""

from __future__ import annotations

from typing import Any

import duckdb
import pyarrow

from quotation._quotation import Detector, attribution_lists

__all__ = ["register"]

_TYPES = {pyarrow.string(): "VARCHAR", pyarrow.int64(): "BIGINT", pyarrow.float64(): "DOUBLE"}


def register(
    connection: duckdb.DuckDBPyConnection, *, name: str = "attributions", detector: Detector | None = None
) -> None:
    """Makes a function of SQL that takes a text and gives a list of its attributions, as structs of the columns of
    `quotation.Rows` without `id`.

    The list of a null or an empty text is empty or null: `unnest` gives no row.

    >>> import duckdb
    >>> import quotation
    >>> import quotation.duckdb
    >>> connection = duckdb.connect()
    >>> quotation.duckdb.register(connection, name="lines", detector=quotation.Detector(kinds=["direct"]))
    >>> connection.sql("SELECT lines('“It holds,” said Okoro.')[1].cue").fetchall()
    [('said',)]
    """
    known = detector or Detector()
    item = attribution_lists(known, pyarrow.array([], pyarrow.string())).type.value_type
    fields = {field.name: duckdb.sqltype(_TYPES[field.type]) for field in item}
    returned = duckdb.list_type(duckdb.struct_type(fields))

    def read(texts: Any) -> pyarrow.ChunkedArray:
        return attribution_lists(known, texts)

    connection.create_function(name, read, [duckdb.sqltype("VARCHAR")], returned, type="arrow")
