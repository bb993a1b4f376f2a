"""Rows a second of Spark with two executors beside one process, on the same file of Parquet.

Usage: spark_rate.py [TIMES]. The texts are the annotated articles of the repository, so many times over.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pyspark
from pyspark.sql import SparkSession

import quotation.spark

TEXTS = Path(__file__).parents[3] / "tests/data/texts/learn"
ROUNDS = 3
PARTITIONS = 4


def write_articles(path: str, times: int) -> int:
    """Writes the articles in row groups that go to different tasks; how many there are."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))] * times
    table = pyarrow.table({"id": range(len(texts)), "text": texts})
    rows = -(-len(texts) // PARTITIONS)
    # As large as the texts, of which there are few.
    pyarrow.parquet.write_table(table, path, compression="none", use_dictionary=False, row_group_size=rows)
    return len(texts)


def in_process(path: str, threads: int) -> int:
    """How many rows one process makes with so many threads."""
    file = pyarrow.parquet.ParquetFile(path)
    batches = pyarrow.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches())
    rows = quotation.attributions(batches, id="id", threads=threads)
    return sum(batch.num_rows for batch in pyarrow.RecordBatchReader.from_stream(rows))


def in_spark(spark: SparkSession, path: str) -> None:
    rows = quotation.spark.attributions(spark.read.parquet(path))
    rows.write.format("noop").mode("overwrite").save()


def shortest(*works):
    """The shortest of the times that each takes, in seconds; all take turns."""
    times = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, own in zip(works, times):
            start = time.perf_counter()
            work()
            own.append(time.perf_counter() - start)
    return [min(own) for own in times]


def main(times: int) -> None:
    os.environ.update(
        PYSPARK_PYTHON=sys.executable, SPARK_HOME=os.path.dirname(pyspark.__file__), SPARK_LOCAL_IP="127.0.0.1"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.parquet")
        texts = write_articles(path, times)
        size = os.path.getsize(path)
        settings = {
            "spark.ui.enabled": "false",
            "spark.driver.host": "127.0.0.1",
            "spark.sql.files.maxPartitionBytes": str(size // PARTITIONS + 1),
            "spark.sql.files.openCostInBytes": "0",
        }
        builder = SparkSession.builder.master("local-cluster[2,1,1024]")
        for name, value in settings.items():
            builder = builder.config(name, value)
        spark = builder.getOrCreate()
        rows = in_process(path, 2)
        # The first run starts the workers.
        in_spark(spark, path)
        seconds = shortest(
            lambda: in_process(path, 1), lambda: in_process(path, 2), lambda: in_spark(spark, path)
        )
        spark.stop()
    print(f"{texts} texts, {size / 1e6:.1f} MB, {rows} rows")
    for name, one in zip(("one thread", "two threads", "Spark, two executors"), seconds):
        print(f"{name}: {rows / one:.0f} rows a second, {one / seconds[0]:.2f} times the first's time")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
