"""The package itself: its page, docstrings and types."""

import doctest
import importlib
import importlib.metadata
import inspect
import json
import re
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import quotation
import quotation.types

PACKAGE = Path(__file__).parents[1]
MODULES = ["quotation", "quotation.duckdb", "quotation.polars", "quotation.spacy", "quotation.spark", "quotation.types"]


def public(module):
    """The names, classes, functions and members of a module, each with its docstring."""
    yield module.__name__, module
    for name in getattr(module, "__all__", ()):
        value = getattr(module, name)
        if not (inspect.isclass(value) or inspect.isroutine(value)):
            continue
        yield f"{module.__name__}.{name}", value
        if inspect.isclass(value):
            for member in dir(value):
                if not member.startswith("_"):
                    yield f"{module.__name__}.{name}.{member}", inspect.getattr_static(value, member)


ITEMS = [item for name in MODULES for item in public(importlib.import_module(name))]


@pytest.mark.parametrize(("name", "value"), ITEMS, ids=[name for name, _ in ITEMS])
def test_docstrings_tell_and_their_examples_hold(name, value, request):
    if name.startswith("quotation.spark"):
        request.getfixturevalue("spark")
    text = inspect.getdoc(getattr(value, "__func__", value))
    assert text, f"{name} has no docstring"
    is_member = name.count(".") > 1
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    assert test.examples or is_member, f"{name} has no example"
    runner = doctest.DocTestRunner()
    output = []
    runner.run(test, out=output.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(output)


def page_programs():
    """The programs of the page, each with what it prints, if that is shown."""
    page = (PACKAGE / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    for number, (language, text) in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else ("", "")
        if language == "python":
            yield text, following[1] if following[0] == "text" else None


def test_the_page_does_what_it_says(spark, spark_folder, capsys, monkeypatch):
    monkeypatch.chdir(spark_folder)
    namespace = {}
    programs = list(page_programs())
    assert len(programs) >= 3
    for program, shown in programs:
        exec(program, namespace)
        printed = capsys.readouterr().out
        if shown is not None:
            assert printed == shown


def test_the_stubs_are_those_of_the_package():
    done = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "quotation._quotation"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_names_of_kinds_are_those_of_the_schema():
    schema = json.loads((PACKAGE / "../../docs/document.schema.json").read_text(encoding="utf-8"))
    lists = [tuple(one["enum"]) for one in objects(schema) if "enum" in one]
    lists = {tuple(name for name in names if name is not None) for names in lists}
    kinds = [kind for kind in vars(quotation.types).values() if typing.get_origin(kind) is typing.Literal]
    assert len(kinds) > 12
    for kind in kinds:
        if kind is not quotation.types.Naming:
            assert set(typing.get_args(kind)) in map(set, lists), kind


def objects(value):
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


def test_the_types_hold_in_a_program(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        """
import quotation

def names(text: str) -> list[str]:
    found = quotation.detect(text).attributions
    return [one.speaker.name for one in found if one.speaker is not None]

for document in quotation.detect_all(["“It holds.”"], threads=1):
    start: int = document.passages[0].start
quotation.Detector(kinds=["quoted"])
quotation.detect("“It holds.”").attributions[0].speaker.name
"""
    )
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", str(program)], capture_output=True, text=True)
    lines = [line for line in done.stdout.splitlines() if ": error: " in line]
    # The last two lines have a mistake each, and nothing else has.
    assert [line.split(":")[1] for line in lines] == ["10", "11"], done.stdout


def test_the_version_is_that_of_the_library():
    manifest = (PACKAGE / "../../Cargo.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.*)"$', manifest, re.MULTILINE).group(1)
    assert quotation.__version__ == version == importlib.metadata.version("quotation")


def test_what_is_built_in_goes_along_with_its_licences():
    names = ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.txt"]
    files = [file for file in importlib.metadata.files("quotation") if file.parent.name == "licenses"]
    assert sorted(file.name for file in files) == names
    [notices] = (file.read_text() for file in files if file.name == "THIRD-PARTY.txt")
    for name in ("pyo3", "arrow-array", "regex-automata"):
        assert re.search(rf"^{name} [0-9.]+: ", notices, re.MULTILINE), name
    assert "Permission is hereby granted" in notices
