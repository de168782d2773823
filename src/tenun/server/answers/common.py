"""Shapes that many answers share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

T = TypeVar("T")
GuidText = Annotated[str, StringConstraints(pattern="^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
Words = Annotated[str, StringConstraints(max_length=100_000)]
Line = Annotated[str, StringConstraints(max_length=2_000)]


class Asking(BaseModel):
    """What comes in; a field that is not known is refused, for it is a misspelling."""

    model_config = ConfigDict(extra="forbid")


class Telling(BaseModel):
    """What goes out."""

    model_config = ConfigDict(from_attributes=True)


class EventRef(Telling):
    """The event that a change became; `seq` is also the study's revision after it."""

    seq: int


class Changed(Telling, Generic[T]):
    """The rows that a change left behind, as they are now. A row that was taken away is in `gone` by its guid."""

    rows: list[T]
    gone: list[str] = Field(default_factory=list)
    event: EventRef


class Paged(Telling, Generic[T]):
    """A page of a table. `next` is the cursor of the page after, null on the last; `total` counts all pages."""

    rows: list[T]
    next: str | None
    total: int
    revision: int


class Listed(Telling, Generic[T]):
    """A short list, whole."""

    rows: list[T]
    revision: int


class TwoTongues(Telling):
    """Words in both languages; one may be empty."""

    en: str = ""
    id: str = ""


class FacetTokens(Asking):
    """Facets; what is not named takes the study's default, or stays as it is where a coding is changed."""

    actor: Literal["own", "partner", "national", "other"] | None = None
    basis: Literal["stated", "inferred"] | None = None
    voice: Literal["first-hand", "reported", "analyst"] | None = None
    polarity: Literal["supports", "opposes"] | None = None
    time: Literal["before", "at", "after", "na"] | None = None
    priority: Literal["none", "first", "secondary"] | None = None
    case: str | None = Field(default=None, max_length=200)

    def named(self) -> Mapping[str, str | None]:
        """The facets that were sent, and only those."""
        return self.model_dump(exclude_unset=True)
