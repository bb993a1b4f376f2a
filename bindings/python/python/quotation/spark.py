"""Spark: the attributions of a data frame with a column of texts.

>>> from pyspark.sql import SparkSession
>>> import quotation.spark
>>> spark = SparkSession.builder.getOrCreate()
>>> articles = spark.createDataFrame([("a", "“It holds,” said Ines Okoro."), ("b", None)], ["url", "text"])
>>> rows = quotation.spark.attributions(articles, id="url")
>>> [tuple(row) for row in rows.select("id", "speaker", "content").collect()]
[('a', 'Ines Okoro', '“It holds,”')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyarrow
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructField, StructType

from quotation._quotation import Detector

__all__ = ["attributions"]


def attributions(
    dataframe: DataFrame,
    *,
    text: str = "text",
    id: str = "id",
    cast: str | None = None,
    detector: Detector | None = None,
) -> DataFrame:
    """The attributions of all texts, as rows in the columns of `quotation.Rows`, partition by partition.

    Each task reads its partition in one thread, a batch at a time (`spark.sql.execution.arrow.maxRecordsPerBatch`),
    and needs neither the others nor a shuffle. Nulls and empty texts have no rows. Within a partition rows are in the
    order of the texts and of each text; a task that is done again gives the same ones.

    dataframe
        The texts.
    text, id, cast
        The names of its columns: of texts; of what comes back as `id` beside the attributions of their text, with its
        type; of who may speak in a text alone, if there is such a column.
    detector
        One that knows something; by default one that knows nothing but English.

    >>> from pyspark.sql import SparkSession
    >>> import quotation.spark
    >>> spark = SparkSession.builder.getOrCreate()
    >>> articles = spark.createDataFrame([(7, "“It holds,” said Ines Okoro.")], ["id", "text"])
    >>> quotation.spark.attributions(articles).dtypes[:3]
    [('id', 'bigint'), ('kind', 'string'), ('speaker', 'string')]
    """
    columns = dict.fromkeys([text, id] if cast is None else [text, id, cast])
    selected = dataframe.select(*(dataframe[name] for name in columns))
    # What comes out for no texts tells the columns; the type of the id is Spark's own.
    found = from_arrow_schema(_empty(detector))
    id_field = StructField("id", selected.schema[id].dataType, True)
    schema = StructType([id_field, *(field for field in found.fields if field.name != "id")])
    return selected.mapInArrow(_reader(detector or Detector(), text, id, cast), schema)


def _empty(detector: Detector | None) -> pyarrow.Schema:
    nothing = pyarrow.table({"text": pyarrow.array([], pyarrow.string())})
    return pyarrow.table((detector or Detector()).attributions(nothing)).schema


def _reader(
    detector: Detector, text: str, id: str, cast: str | None
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """What a worker does with the batches of a partition."""

    def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            rows = detector.attributions(batch, text=text, id=id, cast=cast, threads=1)
            yield from pyarrow.RecordBatchReader.from_stream(rows)

    return read
