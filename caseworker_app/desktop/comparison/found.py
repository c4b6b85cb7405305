"""现场发现 as the screen shows it: the list, and the one being written down."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from caseworker_app.desktop.comparison.agreed import provenance
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import joined, spoken, tr
from caseworker_app.model import found as model
from caseworker_app.model.codes import AnswerState, Consent, FoundKind
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.found import Found
from caseworker_app.rules.comparison.found import difference_of
from caseworker_app.rules.comparison.matching import Match, Matched, match, may_be_asked

_FACES: Mapping[Match, tuple[str, Tone, Shape]] = {
    Match.AGREED: (tr("与登记一致"), Tone.GREEN, Shape.TICK),
    Match.DECLARED: (tr("已申报"), Tone.BLUE, Shape.CIRCLE),
    Match.UNDECLARED: (tr("未申报"), Tone.RED, Shape.TRIANGLE),
    Match.OTHERS: (tr("不在本户名下"), Tone.YELLOW, Shape.DIAMOND),
    Match.UNKNOWN: (tr("本机没有数据"), Tone.ORANGE, Shape.RING),
    Match.BARE: (tr("还不能比对"), Tone.GREY, Shape.RING),
}
_ANSWERS: Mapping[AnswerState, tuple[Tone, Shape]] = {
    AnswerState.HELD: (Tone.GREEN, Shape.TICK),
    AnswerState.NONE: (Tone.GREY, Shape.TICK),
    AnswerState.REFUSED: (Tone.ORANGE, Shape.DIAMOND),
}
_ONLY_KEEP = "keep"
_CONSENTS: Mapping[str, Consent] = {
    "signed": Consent.NONE,
    "household": Consent.HOUSEHOLD,
    "person": Consent.PERSON,
}
_CODES = {consent: code for code, consent in _CONSENTS.items()}

ASKING: tuple[tuple[str, str], ...] = (
    (_ONLY_KEEP, tr("只记下，不查询")),
    ("signed", tr("凭核对授权书查询")),
    ("household", tr("本户在场人同意查询")),
    ("person", tr("被查询人本人同意查询")),
)
"""Whether the office is asked, and on whose consent."""

_STRANGER = (tr("未申报的人"), Tone.ORANGE, Shape.SQUARE)

NAMES: Mapping[FoundKind, tuple[str, str]] = {
    FoundKind.VEHICLE: (tr("号牌"), tr("如 浙A12345；看不清号牌的，写车辆识别代号")),
    FoundKind.PERSON: (tr("身份号码，或姓名和出生日期"), tr("住在这里、没有申报的人")),
    FoundKind.ESTATE: (tr("坐落，或不动产单元号"), tr("看到或听说的房屋、店铺")),
    FoundKind.OTHER: (tr("单位、店名、银行或账户"), tr("听说在哪里上班、开店、存款")),
}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One found fact in the list."""

    id: str
    kind: str
    value: str
    seen: str
    """Where, what, by whom, when."""
    match: ChipFace
    text: str
    source: str
    state: ChipFace
    answer: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The fact being written down, as far as it goes."""

    fact: Found
    name: str
    hint: str
    doubt: str
    match: ChipFace
    text: str
    source: str
    offers: bool
    """Whether the office can be asked about it, for the first time or on another consent."""
    asking: str
    """Code of ``ASKING``."""
    state: ChipFace
    answer: str
    is_new: bool
    can_write: bool
    locked: str
    """Why nothing can be changed, or ""."""
    onward: str
    """Words of the button that keeps it."""


class FoundPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self._fact = Found("", FoundKind.VEHICLE, "")
        self.ask = True
        """Whether the office is asked about what the slice cannot answer."""

    @property
    def can_write(self) -> bool:
        """Whether facts may be added and changed: until somebody signs."""
        return self._case.is_open and not self._case.visit.signatures

    @property
    def visit_id(self) -> str:
        return self._case.visit.id

    def rows(self) -> tuple[FoundRow, ...]:
        return tuple(map(self._row, self._case.visit.found or ()))

    def begin(self, found_id: str = "") -> None:
        """Take up a fact, or a new one."""
        fresh = Found(self._case.actions.new_id(), FoundKind.VEHICLE, "")
        known = (fact for fact in self._case.visit.found or () if fact.id == found_id)
        self._fact = next(known, fresh)
        self.ask = True

    def kind(self, kind: FoundKind) -> None:
        self._fact = replace(self._fact, kind=kind)

    def value(self, text: str) -> None:
        self._fact = replace(self._fact, value=text)

    def place(self, text: str) -> None:
        self._fact = replace(self._fact, place=text)

    def note(self, text: str) -> None:
        self._fact = replace(self._fact, note=text)

    def asking(self, code: str) -> None:
        """Take whether the office is asked, and on whose consent."""
        self.ask = code != _ONLY_KEEP
        if self.ask:
            self._fact = replace(self._fact, consent=_CONSENTS[code])

    def ready(self) -> Found | None:
        """Return the fact to be kept; None while there is nothing in it or nothing changed."""
        known = self._known(self._fact.id)
        written = bool(self._fact.value.strip())
        wanted = self.ask and not self._asked(self._fact) and self._may_be_asked()
        return self._fact if written and (self._fact != known or wanted) else None

    def draft(self) -> Draft:
        fact, matched = self._fact, self._match(self._fact)
        offers = self._offers(fact, matched)
        name, hint = NAMES[fact.kind]
        return Draft(
            fact=fact,
            name=name,
            hint=hint,
            doubt=model.doubt(fact.kind, fact.value),
            match=_face(fact, matched),
            text=matched.text if fact.value.strip() else tr("边写边比对申报和本机的登记数据"),
            source=_source(matched, self._case.visit.day),
            offers=offers,
            asking=_CODES[fact.consent] if self.ask else _ONLY_KEEP,
            state=_state(fact),
            answer=_answer(fact),
            is_new=self._known(fact.id) is None,
            can_write=self.can_write,
            locked=self._locked(),
            onward=tr("记下并提请查询")
            if self.ask and offers and not self._asked(fact)
            else tr("记下"),
        )

    def seen(self, difference: Discrepancy) -> str:
        """Return what was seen on the spot of the thing a difference is about."""
        about = set(difference.record_ids)
        told = (
            _seen_words(fact)
            for fact in self._case.visit.found or ()
            if difference_of(fact) == difference.id
            or about.intersection(self._match(fact).record_ids)
        )
        return tr("；").join(told)

    def _known(self, found_id: str) -> Found | None:
        return next((f for f in self._case.visit.found or () if f.id == found_id), None)

    def _asked(self, fact: Found) -> bool:
        """Tell whether this very fact was asked about."""
        known = self._known(fact.id)
        return known is not None and bool(known.ask) and not fact.outdates(known)

    def _offers(self, fact: Found, matched: Matched) -> bool:
        known = self._known(fact.id)
        refused = known and known.answer and known.answer.state is AnswerState.REFUSED
        open_ = not self._asked(fact) or bool(refused)
        return self.can_write and open_ and may_be_asked(fact, matched)

    def _may_be_asked(self) -> bool:
        return may_be_asked(self._fact, self._match(self._fact))

    def _match(self, fact: Found) -> Matched:
        file = self._case.dossier
        return match(fact, file.declaration, file.records, self._case.visit.day)

    def _locked(self) -> str:
        if not self._case.is_open:
            return tr("核查已封存，现场发现不能再改。")
        return "" if self.can_write else tr("已经有人签字，要改现场发现请先撤回签字。")

    def _row(self, fact: Found) -> FoundRow:
        matched = self._match(fact)
        return FoundRow(
            id=fact.id,
            kind=spoken(fact.kind),
            value=fact.value,
            seen=" · ".join(filter(None, (fact.place, fact.note, fact.by, words.written(fact.at)))),
            match=_face(fact, matched),
            text=matched.text,
            source=_source(matched, self._case.visit.day),
            state=_state(fact),
            answer=_answer(fact),
        )


def _face(fact: Found, matched: Matched) -> ChipFace:
    text, tone, shape = _FACES[matched.match]
    strange = matched.match not in (Match.AGREED, Match.DECLARED)
    if fact.kind is FoundKind.PERSON and strange and fact.value.strip():
        text, tone, shape = _STRANGER
    if fact.kind is FoundKind.OTHER and matched.match is Match.AGREED:
        text = tr("登记中有")
    return ChipFace(text, tone, shape)


def _state(fact: Found) -> ChipFace:
    if fact.answer:
        tone, shape = _ANSWERS[fact.answer.state]
        return ChipFace(tr("已答复：{word}", word=spoken(fact.answer.state)), tone, shape)
    if fact.asked:
        return ChipFace(tr("已提请查询"), Tone.BLUE, Shape.RING)
    return ChipFace(tr("已比对"), Tone.TEAL, Shape.TICK)


def _answer(fact: Found) -> str:
    if fact.answer:
        return fact.answer.text
    return (
        tr("{written} 提请，联网送达时答复", written=words.written(fact.asked))
        if fact.asked
        else ""
    )


def _source(matched: Matched, day: date) -> str:
    return tr("；").join(dict.fromkeys(provenance(row.source, day) for row in matched.rows[:2]))


def _seen_words(fact: Found) -> str:
    return joined(tr("现场发现 {value}", value=fact.value), fact.place, fact.note)
