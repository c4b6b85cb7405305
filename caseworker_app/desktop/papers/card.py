"""What the card says of a paper, and what can be done with it; no Qt."""

from dataclasses import dataclass

from caseworker_app.desktop.faces import ChipFace
from caseworker_app.desktop.papers.presenter import Row, chip
from caseworker_app.desktop.step import words
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.paper import VISIT_FORM
from caseworker_app.workflow.papers import Elsewhere, Issued


@dataclass(frozen=True, slots=True)
class CardView:
    """The chosen paper, and what can be done with it."""

    title: str
    chips: tuple[ChipFace, ...]
    why: str
    blocked: str
    facts: tuple[tuple[str, str], ...]
    act: str
    """Word for the first thing to do; "" where nothing can be done."""
    can_print: bool
    can_void: bool
    can_drop: bool
    can_blank: bool


def card(row: Row) -> CardView:
    """Return what the card says of a paper."""
    issued, elsewhere = row.issued, row.elsewhere
    stands = issued is not None and issued.void is None
    return CardView(
        title=row.title,
        chips=(chip(row),),
        why=_because(row),
        blocked=row.blocked,
        facts=_facts(issued) if issued else _told(elsewhere) if elsewhere else (),
        act=_act(row),
        can_print=stands,
        can_void=stands and row.form != VISIT_FORM,
        can_drop=bool(row.draft),
        can_blank=issued is None and elsewhere is None,
    )


def _act(row: Row) -> str:
    if row.elsewhere is not None:
        return ""
    return tr("查看") if row.issued else tr("继续写") if row.draft else tr("开始写")


def _because(row: Row) -> str:
    if not row.why:
        return ""
    cited = tr("（{article}）", article=row.article) if row.article else ""
    return tr("这一步要用：{why}{cited}", why=row.why, cited=cited)


def _told(paper: Elsewhere) -> tuple[tuple[str, str], ...]:
    """Return what is known of a colleague's paper."""
    facts = [
        (tr("编号"), paper.number),
        (tr("出具"), words.day(paper.day)),
        (tr("出具人"), tr("　").join(filter(None, (paper.person.name, paper.person.unit)))),
        (tr("原件"), tr("在出具人的电脑和办公室，要看、要印请找出具人。")),
    ]
    if paper.void is not None:
        facts += ((tr("作废"), words.written(paper.void.at)), (tr("原因"), paper.void.reason))
    return tuple(facts)


def _facts(issued: Issued) -> tuple[tuple[str, str], ...]:
    facts = [
        (tr("编号"), issued.number),
        (tr("出具"), words.moment(issued.issued)),
        (tr("打印"), tr("{n} 份", n=issued.copies) if issued.copies else tr("还没打印")),
        (tr("签字件"), tr("收回 {n} 页", n=issued.scans) if issued.scans else tr("还没收回")),
    ]
    if issued.about:
        facts.append((tr("所送达"), issued.about))
    if issued.void is not None:
        facts.append(
            (
                tr("作废"),
                tr("{at}　{who}", at=words.written(issued.void.at), who=issued.void.person.name),
            )
        )
        facts.append((tr("原因"), issued.void.reason))
    if issued.names_void:
        facts.append((tr("注意"), tr("它提到的文书已作废，这份也要重办。")))
    return tuple(facts)
