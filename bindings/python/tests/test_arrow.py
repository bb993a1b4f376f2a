"""Tables in, rows out: by Arrow's C interface, whoever has or takes them."""

import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest

import quotation

COLUMNS = (
    "id kind speaker gender source cue content start end confidence speaker_confidence addressee before after words mode"
).split()
TEXTS = ["🦀 “It holds,” said Ines Okoro. “It always has,” she added.", None, "", "It rained.", "“It leaks,” said Bo Lind."]
IDS = ["a", "b", None, "d", "e"]


def rows_of(data, **options):
    return quotation.attributions(data, **options).to_arrow().to_pylist()


def expected(ids):
    """The rows of each text by itself, which are what documents tell."""
    found = []
    for id, text in zip(ids, TEXTS):
        for one in quotation.detect(text or ""):
            found.append((id, one.speaker.name, one.cue.text, one.start, one.end, round(one.confidence, 4)))
    return found


def told(rows):
    return [(row["id"], row["speaker"], row["cue"], row["start"], row["end"], row["confidence"]) for row in rows]


def test_rows_are_what_documents_tell():
    table = pyarrow.table({"key": IDS, "text": TEXTS})
    assert told(rows_of(table, id="key")) == expected(IDS)
    assert told(rows_of(table)) == expected(range(5))
    documents = quotation.detect_all(text or "" for text in TEXTS)
    assert quotation.tabulate(documents).to_arrow().to_pylist() == rows_of(table)
    first = quotation.detect(TEXTS[0])
    assert first.to_arrow().to_pylist() == rows_of(table)[:2]


@pytest.mark.parametrize(
    "data",
    [
        pyarrow.table({"text": TEXTS}),
        pyarrow.table({"text": pyarrow.array(TEXTS, pyarrow.large_string())}),
        pyarrow.table({"text": pyarrow.array(TEXTS, pyarrow.string_view())}),
        pyarrow.table({"text": pyarrow.chunked_array([TEXTS[:2], TEXTS[2:]])}),
        pyarrow.record_batch({"text": TEXTS}),
        pyarrow.table({"text": TEXTS}).to_reader(max_chunksize=2),
        polars.DataFrame({"text": TEXTS}),
        pandas.DataFrame({"text": TEXTS}),
    ],
    ids=["strings", "large", "views", "chunks", "batch", "reader", "polars", "pandas"],
)
def test_whoever_has_a_table_is_read(data):
    assert told(rows_of(data)) == expected(range(5))


def test_whoever_takes_a_stream_reads_rows():
    def rows():
        return quotation.attributions(pyarrow.table({"text": TEXTS}))

    speakers = ["Ines Okoro", "Ines Okoro", "Bo Lind"]
    assert pyarrow.table(rows())["speaker"].to_pylist() == speakers
    assert polars.DataFrame(rows())["speaker"].to_list() == speakers
    assert rows().to_polars().columns == list(rows().to_pandas().columns) == COLUMNS
    assert [batch.num_rows for batch in pyarrow.RecordBatchReader.from_stream(rows())] == [3]
    assert pyarrow.schema(rows()).field("start").type == pyarrow.int64()


def test_ids_keep_their_type():
    for ids in [pyarrow.array([5, None, 7, 8, 9], pyarrow.int16()), pyarrow.array([[i] for i in range(5)])]:
        table = pyarrow.table({"id": ids, "text": TEXTS})
        found = quotation.attributions(table, id="id").to_arrow()
        assert found.schema.field("id").type == ids.type
        assert found["id"].to_pylist() == [ids[0].as_py(), ids[0].as_py(), ids[4].as_py()]


def test_a_cast_is_that_of_its_text():
    casts = [[{"name": "Ines Okoro", "aliases": ["the engineer"], "gender": "female"}], None]
    table = pyarrow.table({"text": ["“It holds,” said the engineer."] * 2, "cast": casts})
    found = rows_of(table, cast="cast")
    assert [row["speaker"] == "Ines Okoro" for row in found] == [True, False]


def test_rows_are_made_as_they_are_asked_for():
    taken = 0

    def batches():
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield pyarrow.record_batch({"text": TEXTS})

    reader = pyarrow.RecordBatchReader.from_batches(pyarrow.schema({"text": pyarrow.string()}), batches())
    rows = pyarrow.RecordBatchReader.from_stream(quotation.attributions(reader))
    assert taken == 0
    rows.read_next_batch()
    rows.read_next_batch()
    assert taken == 2
    assert rows.read_next_batch()["id"].to_pylist() == [10, 10, 14]


def test_threads_change_nothing():
    table = pyarrow.table({"text": TEXTS * 1000})
    assert rows_of(table, threads=1) == rows_of(table, threads=3)


def test_an_archive_goes_from_file_to_file(tmp_path):
    source, target = tmp_path / "articles.parquet", tmp_path / "rows.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"text": TEXTS * 3000}), source)
    reader = pyarrow.parquet.ParquetFile(source).iter_batches(batch_size=1000)
    reader = pyarrow.RecordBatchReader.from_batches(pyarrow.schema({"text": pyarrow.string()}), reader)
    rows = pyarrow.RecordBatchReader.from_stream(quotation.attributions(reader))
    with pyarrow.parquet.ParquetWriter(target, rows.schema) as writer:
        for batch in rows:
            writer.write_batch(batch)
    assert pyarrow.parquet.read_metadata(target).num_rows == 9000


@pytest.mark.parametrize(
    ("data", "options", "error", "message"),
    [
        (pyarrow.table({"body": TEXTS}), {}, ValueError, 'there is no column "text", but body'),
        (pyarrow.table({"text": TEXTS}), {"id": "url"}, ValueError, 'there is no column "url", but text'),
        (pyarrow.table({"text": [1]}), {}, TypeError, 'column "text": expected strings, found Int64'),
        (pyarrow.table({"text": TEXTS}), {"cast": "text"}, TypeError, 'column "text": expected lists of names'),
        (TEXTS, {}, TypeError, "data: expected a table with __arrow_c_stream__ .* found list"),
        (pyarrow.table({"text": TEXTS}), {"threads": 0}, ValueError, "threads: expected 1 to 1024, found 0"),
    ],
)
def test_what_is_wrong_is_named_at_once(data, options, error, message):
    with pytest.raises(error, match=message):
        quotation.attributions(data, **options)


def test_a_wrong_member_is_named_with_its_row():
    table = pyarrow.table({"text": ["It rained."] * 2, "cast": [["Ines Okoro"], [""]]})
    with pytest.raises(ValueError, match="cast of row 1: cast member 1: expected a name, found nothing"):
        quotation.attributions(table, cast="cast").to_arrow()


def test_rows_are_read_once():
    rows = quotation.attributions(pyarrow.table({"text": TEXTS}))
    assert repr(rows).startswith("<quotation.Rows of id, kind, speaker, ")
    rows.to_arrow()
    with pytest.raises(ValueError, match="the rows were read before"):
        rows.to_arrow()


def test_only_documents_are_tabulated():
    with pytest.raises(TypeError):
        quotation.tabulate(["“It holds.”"])
