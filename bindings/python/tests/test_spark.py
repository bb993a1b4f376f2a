"""Real Spark with two executors and four partitions, beside one process."""

import importlib.util
import os
import signal
import threading
import time
import uuid
from pathlib import Path

import pyarrow
import pyarrow.dataset
import pyarrow.parquet
import pytest
from pyspark.sql.types import LongType, StringType, StructField, StructType

import quotation
import quotation.spark

SCHEMA = StructType([StructField("id", LongType()), StructField("text", StringType())])
NAMES = ["Ines Okoro", "Tomas Lindqvist", "Marta Quill"]


def article(number):
    if number % 10 == 3:
        return None
    if number % 10 == 4:
        return ""
    name = NAMES[number % 3]
    return f"“It holds for {number} days 🦀,” said {name}. {name} said that it had never leaked.\n\n“So far,” she said."


TEXTS = [(number, article(number)) for number in range(400)]


@pytest.fixture(scope="module")
def articles(spark):
    return spark.createDataFrame(spark.sparkContext.parallelize(TEXTS, 4), SCHEMA)


@pytest.fixture(scope="module")
def expected():
    ids, texts = zip(*TEXTS)
    return quotation.attributions(pyarrow.table({"id": ids, "text": texts}), id="id").to_arrow().to_pylist()


def plain(rows):
    return [row.asDict() for row in rows.collect()]


def test_rows_are_those_of_one_process(articles, expected):
    rows = quotation.spark.attributions(articles)
    assert rows.rdd.getNumPartitions() == 4
    assert rows.columns == list(expected[0])
    assert len(expected) > 600
    assert plain(rows) == expected


def test_a_detector_goes_to_the_workers(articles, expected):
    detector = quotation.Detector(kinds=["indirect"], ignored_names=["Marta Quill"])
    rows = plain(quotation.spark.attributions(articles, detector=detector))
    assert {row["kind"] for row in rows} == {"indirect"}
    assert {row["speaker"] for row in rows} == {*NAMES[:2], None}


def test_columns_have_their_own_names_and_a_cast(spark):
    cast = [{"name": "Ines Okoro", "aliases": ["the engineer"]}]
    schema = "url string, body string, cast array<struct<name: string, aliases: array<string>>>"
    texts = spark.createDataFrame([("a", "“It holds,” said the engineer.", cast)], schema)
    rows = quotation.spark.attributions(texts, text="body", id="url", cast="cast")
    assert rows.select("id", "speaker").collect() == [("a", "Ines Okoro")]


def executors():
    """The processes of the executors that this one has started."""
    parents = {}
    lines = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                lines[int(folder.name)] = (folder / "cmdline").read_bytes()
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(") ")[2].split()[1])
            except OSError:
                continue
    found = []
    for process, line in lines.items():
        above = process
        while above in parents and above != os.getpid():
            above = parents[above]
        if above == os.getpid() and b"CoarseGrainedExecutorBackend" in line:
            found.append(process)
    return found


def test_an_executor_killed_in_the_middle_changes_nothing(articles, expected, tmp_path):
    marks = str(tmp_path)

    def slowly(batches):
        for batch in batches:
            open(os.path.join(marks, uuid.uuid4().hex), "w").close()
            time.sleep(0.3)
            yield batch

    rows = quotation.spark.attributions(articles)
    rows = rows.mapInArrow(slowly, rows.schema)
    found = []
    job = threading.Thread(target=lambda: found.extend(plain(rows)))
    job.start()
    deadline = time.monotonic() + 120
    while len(os.listdir(marks)) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    running = executors()
    assert len(running) == 2 and job.is_alive()
    os.kill(running[0], signal.SIGKILL)
    job.join()
    assert found == expected
    # Batches were done again: in all there are 16, of 25 texts each.
    assert len(os.listdir(marks)) > 16


def program(path):
    """A program of the package as a module."""
    path = Path(__file__).parents[1] / path
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_rate_is_measured_of_equal_work(spark, tmp_path):
    rate = program("benches/spark_rate.py")
    path = str(tmp_path / "articles.parquet")
    assert rate.write_articles(path, 2) == 2 * len(list(rate.TEXTS.glob("*.txt")))
    rows = rate.in_process(path, 1)
    assert rate.in_process(path, 2) == rows > 200
    assert quotation.spark.attributions(spark.read.parquet(path)).count() == rows
    rate.in_spark(spark, path)


def test_an_archive_is_written_by_publisher(spark, tmp_path):
    example = program("examples/spark_archive.py")
    numbers = [number for number, _ in TEXTS]
    columns = {
        "url": [f"https://example.org/{number}" for number in numbers],
        "publisher": [["Lantern", "Courier"][number % 2] for number in numbers],
        "text": [text for _, text in TEXTS],
    }
    (tmp_path / "articles").mkdir()
    pyarrow.parquet.write_table(pyarrow.table(columns), tmp_path / "articles/all.parquet")
    example.main(str(tmp_path / "articles"), str(tmp_path / "rows"))
    found = pyarrow.dataset.dataset(tmp_path / "rows", partitioning="hive").to_table()
    rows = quotation.attributions(pyarrow.table(columns), id="url").to_arrow()
    assert found.num_rows == rows.num_rows
    publishers = dict(zip(columns["url"], columns["publisher"]))
    assert all(publishers[row["url"]] == row["publisher"] for row in found.select(["url", "publisher"]).to_pylist())
    order = [("url", "ascending"), ("start", "ascending"), ("end", "ascending")]
    both = [found.select(["url", "content", "start", "end"]), rows.rename_columns({"id": "url"})]
    assert both[0].sort_by(order)["content"] == both[1].sort_by(order)["content"]
