#!/usr/bin/env python3
"""Reads what `quotation` writes with the programs of others.

Usage: readers.py PROGRAM TEI_SCHEMA. Needs the packages of requirements.txt, and espeak-ng.
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import wave

import conllu
import pyarrow.parquet
from lxml import etree
from pybrat.parser import BratParser
from pyld import jsonld

HERE = os.path.dirname(os.path.abspath(__file__))
DIALOGUE = os.path.join(HERE, "../data/dialogue.txt")
ARTICLE = os.path.join(HERE, "../../../examples/article.txt")
SCHEMA = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"
checked = 0


def expect(what, holds):
    global checked
    checked += 1
    if not holds:
        sys.exit(f"readers: {what}")


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True).stdout


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def check_tei(schema, path, *options):
    document = etree.fromstring(run("--format", "tei", *options, path))
    rules = etree.RelaxNG(etree.parse(schema))
    expect(f"TEI all refuses {path}: {rules.error_log}", rules.validate(document))
    body = document.find(".//{http://www.tei-c.org/ns/1.0}body")
    expect("the body has the text", "".join(body.itertext()) == text_of(path))


def check_jsonld(path, *options):
    genre, role = ("novel", "spokenByCharacter") if "novel" in options else ("news", "creator")
    text = text_of(path)
    nodes = {}
    # Any context or document that is not in the file would be asked for.
    jsonld.set_document_loader(lambda *_: sys.exit("readers: JSON-LD asks for a network"))
    graph = json.loads(run("--format", "jsonld", *options, path))
    for node in jsonld.flatten(jsonld.expand(graph, {"base": "https://example.org/text"})):
        nodes[node["@id"]] = node
    [work] = (node for node in nodes.values() if SCHEMA + "CreativeWork" in node["@type"])
    expect("the genre", work[SCHEMA + "genre"] == [{"@value": genre}])
    quotations = [node for node in nodes.values() if SCHEMA + "Quotation" in node["@type"]]
    annotations = [node for node in nodes.values() if OA + "Annotation" in node["@type"]]
    expect("quotations and annotations", len(quotations) == len(annotations) > 5)
    named = [node for node in quotations if SCHEMA + role in node]
    expect("speakers", len(named) > 5)
    for node in named:
        speaker = nodes[node[SCHEMA + role][0]["@id"]]
        expect("a speaker has a name", SCHEMA + "name" in speaker)
    for node in annotations:
        for target in node[OA + "hasTarget"]:
            selectors = [nodes[one["@id"]] for one in nodes[target["@id"]][OA + "hasSelector"]]
            position = next(one for one in selectors if OA + "TextPositionSelector" in one["@type"])
            quote = next(one for one in selectors if OA + "TextQuoteSelector" in one["@type"])
            start, end = (position[OA + edge][0]["@value"] for edge in ("start", "end"))
            expect("words at a position", text[int(start) : int(end)] == quote[OA + "exact"][0]["@value"])


def check_brat(path):
    text = text_of(path)
    with tempfile.TemporaryDirectory() as folder:
        run("--format", "brat", "--output", folder, path)
        [example] = BratParser(error="raise").parse(folder)
    expect("brat has the text", example.text == text)
    for one in example.entities:
        words = " ".join(text[span.start : span.end] for span in one.spans)
        expect("brat has words at their positions", words == one.mention)
    quoted = {one.arg1.mention for one in example.relations if one.type == "Source"}
    expect("brat has sources of quotations", len(quoted) > 5)


def check_conll(path):
    sentences = conllu.parse(run("--format", "conll", path).decode())
    tokens = [token for sentence in sentences for token in sentence]
    words = "".join(token["form"] for token in tokens)
    expect("CoNLL-U has all words", words == "".join(text_of(path).split()))
    speakers = {(token["misc"] or {}).get("Speaker") for token in tokens}
    expect("CoNLL-U has speakers", "Ines Okoro" in speakers)


def check_parquet(path):
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "out.parquet")
        run("archive", "--quiet", path, "--output", table)
        columns = pyarrow.parquet.read_table(table).to_pylist()
    rows = list(csv.DictReader(io.StringIO(run("--format", "csv", path).decode())))
    expect("Parquet has a row an attribution", len(columns) == len(rows) > 5)
    for column, row in zip(columns, rows):
        for key, value in row.items():
            found = "" if column[key] is None else column[key]
            expect(f"{key} in Parquet", str(found) == value or float(found) == float(value))


def check_parquet_of_others():
    text = "“It holds,” said Ines Okoro."
    columns = {"id": [7, None], "text": [text, text], "other": [{"words": text}, None]}
    with tempfile.TemporaryDirectory() as folder:
        table, out = os.path.join(folder, "in.parquet"), os.path.join(folder, "out.csv")
        pyarrow.parquet.write_table(pyarrow.table(columns), table)
        run("archive", "--quiet", table, "--output", out)
        names = [row["file"] for row in csv.DictReader(io.StringIO(text_of(out)))]
        expect("the names of texts", names == ["7", f"{table}:2"])
        ended = subprocess.run(
            [PROGRAM, "archive", "--text", "other", "--restart", table, "--output", out], capture_output=True, text=True
        )
        expect("what is no text is left out", ended.returncode == 3 and ended.stderr.count("expected a text") == 2)


def check_ssml(path):
    with tempfile.TemporaryDirectory() as folder:
        script, sound = os.path.join(folder, "a.ssml"), os.path.join(folder, "a.wav")
        run("--format", "ssml", "--genre", "novel", "--output", script, path)
        subprocess.run(["espeak-ng", "-m", "-f", script, "-w", sound], check=True)
        with wave.open(sound) as file:
            expect("the text is read aloud", file.getnframes() / file.getframerate() > 30)


PROGRAM, tei_schema = sys.argv[1:]
check_tei(tei_schema, ARTICLE)
check_tei(tei_schema, DIALOGUE, "--genre", "novel")
check_jsonld(ARTICLE)
check_jsonld(DIALOGUE, "--genre", "novel")
check_brat(ARTICLE)
check_brat(DIALOGUE)
check_conll(ARTICLE)
check_parquet(ARTICLE)
check_parquet_of_others()
check_ssml(DIALOGUE)
print(f"{checked} passed, 0 failed")
