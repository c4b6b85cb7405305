"""What each kind of change means in law: who it takes out, what is seen, by which article."""

from collections.abc import Mapping

from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.rules.membership import DEAD, MERGED

Words = tuple[tuple[str, str], ...]

COMES = frozenset(
    {
        ChangeKind.BIRTH,
        ChangeKind.ADOPTION,
        ChangeKind.MARRIAGE,
        ChangeKind.MOVE_IN,
        ChangeKind.MERGE,
    }
)
"""Somebody new stands on the list."""

GOES = frozenset(
    {
        ChangeKind.DEATH,
        ChangeKind.DIVORCE,
        ChangeKind.MOVE_OUT,
        ChangeKind.PRISON,
        ChangeKind.MISSING,
        ChangeKind.SERVICE,
        ChangeKind.INDEPENDENT,
        ChangeKind.SPLIT,
        ChangeKind.MERGED,
    }
)
"""Somebody on the list is away."""

HOWS: Mapping[ChangeKind, Words] = {
    ChangeKind.PRISON: (
        ("prison", "在监狱服刑"),
        ("drug_isolation", "强制隔离戒毒"),
        ("at_home", "社区矫正、缓刑或保外就医"),
    ),
    ChangeKind.MISSING: (("court", "法院已宣告失踪"), ("untraceable", "联系不上，未经宣告")),
    ChangeKind.STUDY: (
        ("compulsory", "小学、初中"),
        ("senior_secondary", "高中、中职"),
        ("college_full_time", "大专"),
        ("bachelor_full_time", "本科"),
        ("master_full_time", "硕士"),
        ("doctor_full_time", "博士"),
    ),
}
"""The one question that decides the effect of a kind, with its answers."""

_TAKES_OUT: Mapping[tuple[ChangeKind, str], str] = {
    (ChangeKind.DEATH, ""): DEAD,
    (ChangeKind.DIVORCE, ""): "divorced",
    (ChangeKind.MOVE_OUT, ""): "moved_out",
    (ChangeKind.PRISON, "prison"): "prison",
    (ChangeKind.PRISON, "drug_isolation"): "drug_isolation",
    (ChangeKind.MISSING, "court"): "declared_missing",
    (ChangeKind.SERVICE, ""): "conscript",
    (ChangeKind.INDEPENDENT, ""): "adult_independent",
    (ChangeKind.STUDY, "master_full_time"): "adult_independent",
    (ChangeKind.STUDY, "doctor_full_time"): "adult_independent",
    (ChangeKind.SPLIT, ""): "moved_out",
    (ChangeKind.MERGED, ""): MERGED,
}

_BY_EXCLUSION = {reason: kind for kind, reason in reversed(tuple(_TAKES_OUT.items()))}
"""Reason → the first kind and answer that take a member out for it."""

_BOOKLET = ("booklet", "户口簿")
_JUDGMENT = ("judgment", "判决书或调解书")
_VILLAGE = ("village", "村（居）委会证明")

PAPERS: Mapping[ChangeKind, Words] = {
    ChangeKind.BIRTH: (("birth_certificate", "出生医学证明"), _BOOKLET),
    ChangeKind.ADOPTION: (("adoption", "收养登记证"), _BOOKLET),
    ChangeKind.MARRIAGE: (("marriage", "结婚证"), _BOOKLET, ("id_card", "居民身份证")),
    ChangeKind.MOVE_IN: (_BOOKLET, ("id_card", "居民身份证"), ("residence", "居住证明"), _VILLAGE),
    ChangeKind.RETURN: (
        ("release", "释放或解除证明"),
        ("discharge", "退役证明"),
        ("graduation", "毕业或离校证明"),
        _VILLAGE,
    ),
    ChangeKind.DEATH: (
        ("death_certificate", "死亡医学证明"),
        ("cremation", "火化证明"),
        ("cancelled", "户口注销证明"),
        _VILLAGE,
    ),
    ChangeKind.DIVORCE: (("divorce", "离婚证"), _JUDGMENT),
    ChangeKind.MOVE_OUT: (("moved", "迁移证明"), _BOOKLET, _VILLAGE),
    ChangeKind.PRISON: (
        ("verdict", "判决书"),
        ("isolation", "强制隔离戒毒决定书"),
        ("correction", "社区矫正或保外就医决定"),
    ),
    ChangeKind.MISSING: (("declared", "法院宣告失踪判决书"), ("police", "报警回执"), _VILLAGE),
    ChangeKind.SERVICE: (("enlisted", "入伍通知书"),),
    ChangeKind.INDEPENDENT: (("work", "就业或收入证明"), ("residence", "居住证明"), _VILLAGE),
    ChangeKind.STUDY: (("admission", "录取通知书"), ("enrolled", "学籍证明")),
    ChangeKind.HEAD: (_BOOKLET, ("agreed", "家庭成员推选书"), _VILLAGE),
    ChangeKind.SPLIT: (("new_booklet", "新户口簿"), ("division", "分家协议"), _VILLAGE),
    ChangeKind.MERGE: (_BOOKLET, _VILLAGE),
    ChangeKind.MERGED: (_BOOKLET, _VILLAGE),
}
"""Papers looked at for each kind; what a register already shows is not asked for (SAL-62)."""

_ARTICLES: Mapping[ChangeKind, tuple[str, ...]] = {
    ChangeKind.DEATH: ("N22-1.3", "DBM-32"),
    ChangeKind.MISSING: ("DBM-7", "CC-40"),
    ChangeKind.DIVORCE: ("DBM-7", "SAL-47"),
    ChangeKind.HEAD: ("DBM-6", "SAL-46"),
    ChangeKind.SPLIT: ("DBM-7", "DBM-8", "SAL-47"),
    ChangeKind.MERGE: ("DBM-7", "SAL-47"),
    ChangeKind.MERGED: ("DBM-7", "SAL-47"),
}
REPORTED: tuple[str, ...] = ("SAL-46", "DBM-30")
"""变化须报告."""
LATE: tuple[str, ...] = ("N22-5.5",)
"""重大变化超过期限未报告."""


def excluded(kind: ChangeKind, how: str) -> str:
    """Return the reason code why the member no longer counts; empty where the member does."""
    return _TAKES_OUT.get((kind, how), "")


def kind_of(exclusion: str) -> tuple[ChangeKind, str] | None:
    """Return the kind and its answer that takes a member out for a reason."""
    return _BY_EXCLUSION.get(exclusion)


def articles(kind: ChangeKind) -> tuple[str, ...]:
    """Return the articles a kind of change rests on."""
    return _ARTICLES.get(kind, ("DBM-7", "SAL-47"))


def paper(kind: ChangeKind, code: str) -> str:
    """Return the name of a paper, or the code where the kind has none of it."""
    return dict(PAPERS[kind]).get(code, code)


def said(change: HouseholdChange) -> str:
    """Return the change in a word or two, with the answer that decides it."""
    how = dict(HOWS.get(change.kind, ())).get(change.how, "")
    return f"{change.kind.zh}（{how}）" if how else change.kind.zh
