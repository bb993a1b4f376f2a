"""What a detector is told, and what it refuses."""

import pickle

import pytest

import quotation
from quotation import CastMember, Detector


def speaker(detector, text):
    return detector.detect(text).attributions[0].speaker.name


def test_a_cast_is_members_names_or_dictionaries():
    text = "“It holds,” said the engineer."
    for member in [
        CastMember("Ines Okoro", ["the engineer"], "female"),
        {"name": "Ines Okoro", "aliases": ["the engineer"], "gender": "female"},
    ]:
        detector = Detector(cast=[member, "Tom Bright"])
        one = detector.detect(text).attributions[0]
        assert (one.speaker.name, one.speaker.gender) == ("Ines Okoro", "female")
    narrator = Detector(cast=[CastMember("Tom Bright", narrator=True)], genre="novel")
    assert speaker(narrator, "“It leaks,” I said.") == "Tom Bright"


@pytest.mark.parametrize(
    ("options", "text", "found"),
    [
        ({"reporting_verbs": ["toot"]}, "“It holds,” tooted Ines Okoro.", "tooted"),
        ({"reporting_nouns": {"toot"}}, "Okoro’s toot: “It never held.”", "toot"),
        ({"titles": iter(["Dijkgraaf"])}, "“It holds,” said Dijkgraaf Okoro.", "said"),
    ],
)
def test_words_are_added(options, text, found):
    assert Detector(**options).detect(text).attributions[0].cue.text == found


def test_kinds_minimum_and_names_leave_out():
    text = "“It holds,” said Ines Okoro. She said that it had always held."
    assert [one.kind for one in Detector().detect(text)] == ["direct", "indirect"]
    assert [one.kind for one in Detector(kinds=["indirect"]).detect(text)] == ["indirect"]
    assert len(Detector(minimum_confidence=0.999999).detect(text)) < 2
    assert Detector(ignored_names=["Ines Okoro"]).detect(text).attributions[0].speaker is None
    assert Detector(ignored_words=["said"]).options == {"ignored_words": ["said"]}


def test_a_formula_and_a_choice_of_names():
    formula = r"(?m)^(?<speaker>[A-Z ]+): (?<content>.+)$"
    one = Detector(formulas=[formula]).detect("INES OKORO: It holds.").attributions[0]
    assert one.text == "It holds." and one.reasons[0].kind == "formula"
    text = "Ines Okoro came. “It holds,” said Okoro. Okoro laughed. Okoro left."
    assert speaker(Detector(naming="fullest"), text) == "Ines Okoro"
    assert speaker(Detector(naming="most-used"), text) == "Okoro"


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"minimum_confidence": 2}, ValueError, "minimum confidence: expected a number from 0 to 1, found 2"),
        ({"reporting_verbs": ["go off again"]}, ValueError, 'reporting verb "go off again": expected a verb'),
        ({"formulas": ["(?<speaker>"]}, ValueError, r'formula "\(\?<speaker>": expected a regular expression'),
        ({"cast": [""]}, ValueError, "cast member 1: expected a name, found nothing"),
        ({"cast": ["Ines Okoro", 7]}, TypeError, "cast: expected a CastMember, a name or a dictionary, found int"),
        ({"cast": [{"nom": "Ines Okoro"}]}, TypeError, "nom"),
        ({"kinds": ["quoted"]}, ValueError, 'AttributionKind "quoted": expected one of direct, mixed, indirect'),
        ({"kinds": []}, ValueError, "kinds: expected at least one of direct, mixed, indirect"),
        ({"genre": "poem"}, ValueError, 'Genre "poem": expected one of news, novel'),
        ({"naming": "first"}, ValueError, 'Naming "first": expected one of fullest, most-used'),
        ({"titles": "Dijkgraaf"}, TypeError, "titles: expected an iterable of strings, found str"),
        ({"titles": 7}, TypeError, "titles: expected an iterable of strings, found int"),
        ({"titles": [None]}, TypeError, "titles: expected a string, found NoneType"),
        ({"minimum_confidence": "high"}, TypeError, "minimum_confidence"),
        ({"verbs": ["toot"]}, TypeError, "verbs"),
    ],
)
def test_a_wrong_entry_is_refused_by_its_name(options, error, message):
    with pytest.raises(error, match=message):
        Detector(**options)


def test_a_member_is_checked_too():
    with pytest.raises(ValueError, match='Gender "f": expected one of female, male, neutral'):
        CastMember("Ines Okoro", gender="f")


def test_no_text_is_an_error():
    for text in ["", "\0", "“" * 1000, "\U0010ffff\r\n", "‘’“”" * 99]:
        assert quotation.detect(text).text == text
    for value in [None, 7, b"It holds."]:
        with pytest.raises(TypeError):
            quotation.detect(value)
    # A lone surrogate is no character.
    with pytest.raises(UnicodeEncodeError):
        quotation.detect("\ud800")


def test_detectors_are_values():
    options = {
        "cast": [{"name": "Ines Okoro", "aliases": ["the engineer"], "gender": "female", "narrator": False}],
        "reporting_verbs": ["toot"],
        "kinds": ["direct", "mixed"],
        "minimum_confidence": 0.7,
        "genre": "news",
        "naming": "most-used",
    }
    detector = Detector(**options)
    assert detector.options == options
    for copy in [Detector(**detector.options), pickle.loads(pickle.dumps(detector))]:
        assert copy == detector and hash(copy) == hash(detector) and copy.options == options
    assert Detector() != detector
    assert repr(Detector(genre="novel")) == "Detector(genre='novel')"
    member = CastMember("Ines Okoro", ["the engineer"], "female", narrator=True)
    assert pickle.loads(pickle.dumps(member)) == member == eval(repr(member))
