"""现场发现: a fact seen or heard during the visit, and the numbers registers are asked by."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from caseworker_app.model import estate_unit, id_number, plate
from caseworker_app.model.codes import AnswerState, Consent, FoundKind

_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9A-Za-z])")
_LIKE_NUMBER = re.compile(r"(?![0-9]{8}$)[0-9]{3,}[Xx]?")
"""Digits that are no date: part of an identity number."""
_BORN = re.compile(r"([12][0-9]{3})[-年./ ]?([01]?[0-9])[-月./ ]?([0-3]?[0-9])日?")
_LIKE_UNIT = re.compile(r"[0-9]{12}")
_EDGES = " ，,。；;、（）()生出"


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """What the office's registers say to a found fact that was asked about (已答复)."""

    state: AnswerState
    text: str
    """One sentence with department and date."""
    at: str
    """UTC instant, ISO 8601."""
    records: tuple[str, ...] = ()
    """Ids of the rows that came into the household's register slice."""


@dataclass(frozen=True, slots=True)
class Found:
    """One fact nobody had written down before; ``value`` stays exactly as it was typed."""

    id: str
    kind: FoundKind
    value: str
    """Plate or VIN; ID number, or name and birth; unit number or address; account, employer …"""
    note: str = ""
    place: str = ""
    """Where it was seen, or who spoke of it."""
    at: str = ""
    """UTC instant, ISO 8601."""
    by: str = ""
    """Name of who wrote it down."""
    consent: Consent = Consent.NONE
    ask: str = ""
    """Id of the question sent to the office; empty where it was not asked."""
    asked: str = ""
    """UTC instant at which it was put into the outbox (已提请查询)."""
    answer: FoundAnswer | None = None

    def outdates(self, before: "Found") -> bool:
        """Tell whether what was asked for this fact as it stood before answers it no longer."""
        refused = before.answer is not None and before.answer.state is AnswerState.REFUSED
        other = (self.kind, self.value) != (before.kind, before.value)
        return other or (refused and self.consent is not before.consent)


@dataclass(frozen=True, slots=True)
class Key:
    """What a value says, folded as registers are searched; only what was recognised is set."""

    plate: str = ""
    vin: str = ""
    number: str = ""
    """18 characters."""
    name: str = ""
    born: date | None = None
    unit: str = ""
    location: str = ""
    text: str = ""

    @property
    def can_be_asked(self) -> bool:
        """Whether a register can be searched by it; a name alone never finds anybody."""
        return bool(
            self.plate or self.vin or self.number or self.unit or self.location or self.text
        )


def key(kind: FoundKind, value: str) -> Key:
    """Return what registers can be searched by, as far as the value says it."""
    return _READERS[kind](unicodedata.normalize("NFKC", value).strip())


def doubt(kind: FoundKind, value: str) -> str:
    """Return what may be wrong with a value, as a sentence, or "". It warns and refuses nothing."""
    if not value.strip():
        return ""
    return _DOUBTS[kind](unicodedata.normalize("NFKC", value).strip())


def _vehicle(text: str) -> Key:
    folded = plate.normalise(text)
    return Key(vin=folded) if _VIN.fullmatch(folded) else Key(plate=folded)


def _person(text: str) -> Key:
    found = _NUMBER.search(text)
    if found:
        number = id_number.upgrade(id_number.normalise(found[0]))
        return Key(number=number, name=_rest(text, found[0]))
    if _LIKE_NUMBER.fullmatch(text):
        return Key()
    born = _BORN.search(text)
    if born is None:
        return Key(name=text.strip(_EDGES))
    return Key(name=_rest(text, born[0]), born=_day(*(int(part) for part in born.groups())))


def _estate(text: str) -> Key:
    looks = bool(_LIKE_UNIT.match(estate_unit.normalise(text)))
    return Key(unit=estate_unit.normalise(text)) if looks else Key(location=text)


def _rest(text: str, part: str) -> str:
    return text.replace(part, " ").strip(_EDGES)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _doubt_vehicle(text: str) -> str:
    if _vehicle(text).vin or plate.kind(text):
        return ""
    return f"“{text}”不像完整的号牌，请再看一眼；看不清的可以照样记下。"


def _doubt_person(text: str) -> str:
    read = _person(text)
    if read.number:
        wrong = id_number.fault(read.number)
        return f"{wrong.reason}。" if wrong else ""
    if _LIKE_NUMBER.fullmatch(text):
        return f"身份号码应为18位，现为{len(text)}位。"
    if read.born is None:
        return "只有姓名，不能查询登记；请补记身份号码，至少补记出生日期。"
    return "只有姓名和出生日期，不能查询登记；问到身份号码后请补上。"


def _doubt_estate(text: str) -> str:
    unit = _estate(text).unit
    wrong = estate_unit.fault(unit) if unit else None
    return f"{wrong.reason}。" if wrong else ""


_READERS: Mapping[FoundKind, Callable[[str], Key]] = {
    FoundKind.VEHICLE: _vehicle,
    FoundKind.PERSON: _person,
    FoundKind.ESTATE: _estate,
    FoundKind.OTHER: lambda text: Key(text=text),
}
_DOUBTS: Mapping[FoundKind, Callable[[str], str]] = {
    FoundKind.VEHICLE: _doubt_vehicle,
    FoundKind.PERSON: _doubt_person,
    FoundKind.ESTATE: _doubt_estate,
    FoundKind.OTHER: lambda _text: "",
}
