"""DuckDB, polars and spaCy: the same rows as everywhere."""

import duckdb
import polars
import pyarrow.parquet
import pytest
import spacy
from spacy.tokens import DocBin

import quotation
import quotation.duckdb
import quotation.polars

TEXTS = ["🦀 “It holds,” said Ines Okoro. “It always has,” she added.", None, "", "It rained."] * 700
TABLE = pyarrow.table({"id": range(len(TEXTS)), "text": TEXTS})


@pytest.fixture(scope="module")
def expected():
    return quotation.attributions(TABLE, id="id").to_arrow().to_pylist()


def test_sql_gives_the_same_rows(expected, tmp_path):
    for part in range(2):
        pyarrow.parquet.write_table(TABLE.slice(part * 1400, 1400), tmp_path / f"{part}.parquet")
    connection = duckdb.connect()
    quotation.duckdb.register(connection)
    query = f"""
        SELECT id, one.* FROM (SELECT id, unnest(attributions(text)) AS one FROM '{tmp_path}/*.parquet')
        ORDER BY id, one.start
    """
    assert connection.sql(query).to_arrow_table().to_pylist() == expected
    relation = connection.sql(f"SELECT id, text FROM '{tmp_path}/*.parquet' ORDER BY id")
    assert quotation.attributions(relation, id="id").to_arrow().to_pylist() == expected
    rows = quotation.attributions(TABLE, id="id")
    assert connection.sql("SELECT count(*) FROM rows").fetchall() == [(len(expected),)]


def test_sql_takes_a_detector_and_refuses_numbers():
    connection = duckdb.connect()
    detector = quotation.Detector(kinds=["indirect"])
    quotation.duckdb.register(connection, name="reports", detector=detector)
    text = "“It holds,” said Ines Okoro. She said that it had always held."
    found = connection.execute("SELECT unnest(reports(?)).kind", [text]).fetchall()
    assert found == [("indirect",)]
    with pytest.raises(duckdb.Error):
        connection.execute("SELECT reports([1, 2])").fetchall()


def test_frames_give_the_same_rows(expected, tmp_path):
    frame = polars.DataFrame({"id": range(len(TEXTS)), "text": TEXTS, "other": 1})
    assert quotation.polars.attributions(frame).to_dicts() == expected
    frame.write_parquet(tmp_path / "articles.parquet")
    lazy = quotation.polars.attributions(polars.scan_parquet(tmp_path / "articles.parquet"))
    assert lazy.collect().to_dicts() == expected
    assert lazy.filter(polars.col("gender") == "female").select("id").collect().height == len(expected)
    with pytest.raises(polars.exceptions.ColumnNotFoundError):
        quotation.polars.attributions(frame, text="body")


TEXT = "“It ‘holds’,” Dr. Ines Okoro told her, “for now.” Nobody else said that it would."


def test_a_doc_has_the_spans_of_the_document():
    nlp = spacy.blank("en")
    nlp.add_pipe("quotation")
    doc = nlp(TEXT)
    document = quotation.detect(TEXT)
    assert doc._.quotation == document and doc._.attributions == document.attributions
    pieces = [(part.text, one.kind) for one in document for part in one.spans]
    assert [(span.text, span.label_) for span in doc.spans["quotations"]] == pieces
    for span in [*doc.spans["quotations"], *doc.spans["quotation_cues"], *doc.spans["quotation_sources"]]:
        assert span._.attribution in document.attributions
        assert span._.speaker == span._.attribution.speaker
    assert doc[0:2]._.attribution is None and doc[0:2]._.speaker is None
    assert spacy.blank("en")("It rained.")._.quotation is None


def test_many_docs_are_read_in_order_and_kept():
    texts = [f"{TEXT} It held for {number} days." for number in range(300)]
    nlp = spacy.blank("en")
    nlp.add_pipe("quotation", config={"options": {"kinds": ["direct"]}})
    docs = list(nlp.pipe(texts))
    assert [doc.text for doc in docs] == texts
    assert all(doc._.quotation.text == doc.text and len(doc._.attributions) == 1 for doc in docs)
    stored = DocBin(store_user_data=True, docs=docs[:2]).to_bytes()
    again = list(DocBin().from_bytes(stored).get_docs(nlp.vocab))
    assert again[1]._.quotation == docs[1]._.quotation
    assert again[1].spans["quotations"][1]._.speaker.name == "Ines Okoro"
    others = list(nlp.pipe(texts[:4], n_process=2, batch_size=2))
    assert [doc._.quotation for doc in others] == [doc._.quotation for doc in docs[:4]]


def test_wrong_options_are_named():
    with pytest.raises(ValueError, match='Genre "poem": expected one of news, novel'):
        spacy.blank("en").add_pipe("quotation", config={"options": {"genre": "poem"}})
