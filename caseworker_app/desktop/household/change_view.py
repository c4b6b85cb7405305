"""What the guided flow of a change shows: its questions, its answers, what they do."""

from dataclasses import dataclass
from datetime import date

from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.values import Fen

GROUPS: tuple[tuple[str, tuple[ChangeKind, ...]], ...] = (
    (
        tr("来了人"),
        (
            ChangeKind.BIRTH,
            ChangeKind.ADOPTION,
            ChangeKind.MARRIAGE,
            ChangeKind.MOVE_IN,
            ChangeKind.RETURN,
        ),
    ),
    (
        tr("走了人"),
        (
            ChangeKind.DEATH,
            ChangeKind.DIVORCE,
            ChangeKind.MOVE_OUT,
            ChangeKind.PRISON,
            ChangeKind.MISSING,
            ChangeKind.SERVICE,
            ChangeKind.INDEPENDENT,
        ),
    ),
    (tr("变了样"), (ChangeKind.STUDY, ChangeKind.HEAD, ChangeKind.SPLIT, ChangeKind.MERGE)),
)
"""Kinds as they are offered."""

WHO: dict[ChangeKind, str] = {
    ChangeKind.RETURN: tr("谁回来了"),
    ChangeKind.DEATH: tr("谁去世了"),
    ChangeKind.DIVORCE: tr("离婚后谁离开本户"),
    ChangeKind.MOVE_OUT: tr("谁迁出了"),
    ChangeKind.PRISON: tr("谁"),
    ChangeKind.MISSING: tr("谁下落不明"),
    ChangeKind.SERVICE: tr("谁参军了"),
    ChangeKind.INDEPENDENT: tr("哪位成年子女独立生活"),
    ChangeKind.STUDY: tr("谁入学了"),
    ChangeKind.HEAD: tr("新户主是谁"),
    ChangeKind.SPLIT: tr("谁分出去（可多选）"),
}
DAY: dict[ChangeKind, str] = {
    ChangeKind.BIRTH: tr("出生日期"),
    ChangeKind.ADOPTION: tr("收养登记日期"),
    ChangeKind.MARRIAGE: tr("结婚登记日期"),
    ChangeKind.MOVE_IN: tr("开始共同生活的日期"),
    ChangeKind.RETURN: tr("回来的日期"),
    ChangeKind.DEATH: tr("死亡日期"),
    ChangeKind.DIVORCE: tr("离婚生效日期"),
    ChangeKind.MOVE_OUT: tr("迁出日期"),
    ChangeKind.PRISON: tr("起始日期"),
    ChangeKind.MISSING: tr("失踪或宣告日期"),
    ChangeKind.SERVICE: tr("入伍日期"),
    ChangeKind.INDEPENDENT: tr("独立生活的日期"),
    ChangeKind.STUDY: tr("入学日期"),
    ChangeKind.HEAD: tr("变更日期"),
    ChangeKind.SPLIT: tr("分户日期"),
    ChangeKind.MERGE: tr("并户日期"),
}
HOW: dict[ChangeKind, str] = {
    ChangeKind.PRISON: tr("情形"),
    ChangeKind.MISSING: tr("法院是否宣告"),
    ChangeKind.STUDY: tr("就读"),
}


@dataclass(frozen=True, slots=True)
class HintRow:
    """A change a register shows, ready to be taken over."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change in the list of those written down."""

    id: str
    what: str
    """Such as ``死亡：王桂兰``."""
    when: str
    proof: str
    tone: Tone
    lacks: str
    """What is still to be filled in, or ""."""


@dataclass(frozen=True, slots=True)
class RoleRow:
    id: str
    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class Effect:
    """One line about what the change does; ``tone`` GREY for plain facts."""

    text: str
    tone: Tone = Tone.GREY
    strong: bool = False


@dataclass(frozen=True, slots=True)
class OtherRow:
    """A household found to merge with."""

    id: str
    text: str
    refused: str


@dataclass(frozen=True, slots=True)
class FlowView:
    """The change being written down, as far as it goes."""

    kind: ChangeKind
    title: str
    source: str
    people: tuple[tuple[str, str], ...]
    """Who may be chosen: id and name with relation."""
    who: tuple[str, ...]
    name: str
    number: str
    number_said: str
    """Birth, sex and age it gives, or what is wrong with it."""
    number_tone: Tone
    relation: str
    status: EmploymentStatus
    how: str
    day: date | None
    paid_months: int
    support: Fen
    head: str
    heads: tuple[tuple[str, str], ...]
    roles: tuple[RoleRow, ...]
    address: str
    phone: str
    money: Fen
    papers: tuple[str, ...]
    reason: str
    effects: tuple[Effect, ...]
    written: bool
    """It stands in the visit: from now on each answer is saved as it is given."""
    can_write: bool
    found: tuple[OtherRow, ...]
    other: str
    """The household chosen to merge with, in words."""
