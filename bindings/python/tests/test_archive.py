"""Many texts: in order, lazily, on threads, without the interpreter."""

import itertools
import multiprocessing
import threading
import time

import pytest

import quotation

ARTICLE = "“It holds for {} days,” said Ines Okoro. “Zoë, it leaks,” Tom Bright told her.\n\n"


def texts(count):
    return [ARTICLE.format(number) * (1 + number % 5) for number in range(count)]


@pytest.mark.parametrize("threads", [None, 1, 2, 3])
def test_documents_come_in_order(threads):
    given = texts(1500)
    found = list(quotation.detect_all(iter(given), threads=threads))
    assert [document.text for document in found] == given
    assert found[:50] == [quotation.detect(text) for text in given[:50]]


def test_nothing_gives_nothing():
    documents = quotation.detect_all([])
    assert list(documents) == [] and list(documents) == []


def test_texts_are_taken_as_documents_are_asked_for():
    taken = 0

    def endless():
        nonlocal taken
        for text in itertools.cycle(texts(10)):
            taken += 1
            yield text

    documents = quotation.detect_all(endless(), threads=2)
    assert taken == 0
    next(documents)
    # A block of two and one of four, which is read meanwhile.
    assert taken == 6
    for _ in range(2000):
        next(documents)
    assert taken < 2000 + 3 * 2 * 128


def test_large_texts_are_taken_by_their_size():
    taken = 0
    large = "It rained on the dam. " * 400_000

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield large

    documents = quotation.detect_all(endless(), threads=1)
    for _ in range(9):
        next(documents)
    # Two texts have 16 MiB: no block has more.
    assert taken <= 9 + 4


def test_what_is_raised_comes_after_the_documents_before_it():
    def broken():
        yield from texts(5)
        raise OSError("the disk is gone")

    documents = quotation.detect_all(broken(), threads=1)
    assert len([next(documents) for _ in range(5)]) == 5
    with pytest.raises(OSError, match="the disk is gone"):
        next(documents)
    assert list(documents) == []

    documents = quotation.detect_all(["“It holds,” said Ines Okoro.", None])
    next(documents)
    with pytest.raises(TypeError, match="text 1: expected a string, found NoneType"):
        next(documents)


def test_wrong_arguments_are_refused_at_once():
    with pytest.raises(TypeError, match="expected an iterable of strings, found str"):
        quotation.detect_all("“It holds.”")
    with pytest.raises(TypeError):
        quotation.detect_all(7)
    with pytest.raises(ValueError, match="threads: expected 1 to 1024, found 0"):
        quotation.detect_all([], threads=0)


def test_other_threads_run_meanwhile():
    large = ARTICLE * 50_000
    is_done = threading.Event()
    turns = 0

    def count():
        nonlocal turns
        while not is_done.is_set():
            turns += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    before = turns
    quotation.detect(large)
    between = turns
    next(quotation.detect_all([large]))
    after = turns
    is_done.set()
    thread.join()
    # With the interpreter held, it would have had no turn but the one that it was in.
    assert between - before > 3 and after - between > 3


def count_in_child(queue):
    queue.put(sum(len(document) for document in quotation.detect_all(texts(300))))


def test_a_forked_process_has_threads_of_its_own():
    expected = sum(len(document) for document in quotation.detect_all(texts(300)))
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    child = context.Process(target=count_in_child, args=(queue,))
    child.start()
    assert queue.get(timeout=60) == expected
    child.join()
