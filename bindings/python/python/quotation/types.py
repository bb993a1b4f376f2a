"""The names of all kinds, as types, and what a member of a cast may be written as.

>>> import typing
>>> import quotation.types
>>> typing.get_args(quotation.types.AttributionKind)
('direct', 'mixed', 'indirect')
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, Protocol, TypeAlias, TypedDict

AttributionKind: TypeAlias = Literal["direct", "mixed", "indirect"]
CueKind: TypeAlias = Literal["verb", "noun", "phrase", "colon"]
DescriptionKind: TypeAlias = Literal["title", "role", "kin", "age", "affiliation"]
Gender: TypeAlias = Literal["female", "male", "neutral"]
Genre: TypeAlias = Literal["news", "novel"]
MentionKind: TypeAlias = Literal["name", "titled-name", "pronoun", "noun-phrase", "organisation", "group"]
Modality: TypeAlias = Literal["possible", "conditional", "future", "asked"]
Naming: TypeAlias = Literal["fullest", "most-used"]
Number: TypeAlias = Literal["singular", "plural"]
QuoteKind: TypeAlias = Literal["speech", "fragment", "title", "nickname", "sign", "unknown"]
QuoteStyle: TypeAlias = Literal[
    "double", "single", "guillemets", "single-guillemets", "corners", "white-corners", "dash", "script", "block"
]
ReasonKind: TypeAlias = Literal[
    "according-to",
    "apposition",
    "called",
    "cue",
    "description",
    "form",
    "formula",
    "goes-on",
    "kind-of-source",
    "label",
    "named-near",
    "pronoun",
    "report",
    "subject-of-cue",
    "turn",
]
ReportMode: TypeAlias = Literal["speech", "writing", "thought", "intent"]
SpeakerKind: TypeAlias = Literal["person", "organisation", "group", "unnamed", "document"]
TextPart: TypeAlias = Literal["headline", "byline", "caption", "body"]


class _Named(TypedDict):
    name: str


class CastMemberDict(_Named, total=False):
    """A member of a cast as a dictionary."""

    aliases: Iterable[str] | None
    gender: Gender | None
    narrator: bool


class ArrowStream(Protocol):
    """What hands over its columns batch after batch, by Arrow's C interface."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class ArrowArray(Protocol):
    """What hands over its columns at once, by Arrow's C interface."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


ArrowTable: TypeAlias = ArrowStream | ArrowArray
