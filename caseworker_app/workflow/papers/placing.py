"""Where a page belongs: what its code says, held against the papers and households of this laptop.

Nothing is guessed. What the code leaves open is a sentence, and a person decides.
"""

from dataclasses import dataclass

from caseworker_app.documents import qr
from caseworker_app.documents.qr import Named
from caseworker_app.errors import UserError
from caseworker_app.model.paper import VISIT_FORM
from caseworker_app.store import household as households, paper as papers, visit as visits
from caseworker_app.store.database import Connection
from caseworker_app.store.paper import PaperRow
from caseworker_app.workflow.papers import filing

_NONE = "这一页没有二维码，或被遮住、撕掉了。请指明是哪户的哪份表。"
_FOREIGN = "这一页的二维码不是本系统的。请看看是不是夹进了别的纸，或指明是哪户的哪份表。"
_TWO = "一页上有两份文书的二维码，分不清是哪一份。请分开重新扫描，或指明是哪户的哪份表。"
_STRANGE_HOME = (
    "这张空白表的那一户不在本机，可能是另一台电脑印的。请到那台电脑上收，或指明是哪一户。"
)

_BY_HAND = "手写的内容不会自动录入。请照着填写并发出这份文书，程序才往下走。"
_VISIT_BY_HAND = "手写的内容不会自动录入。请照着把本户的核查填完。"


@dataclass(frozen=True, slots=True)
class Place:
    """A paper, or an empty form of a household."""

    household: str
    form: str
    paper: str | None = None
    """Number of the issued paper."""
    visit: str | None = None
    about: str = ""
    """Number of the paper an empty form goes along with, or ""."""


def placed(connection: Connection, codes: tuple[str, ...]) -> Place | str:
    """Return what the codes of a page name, or the sentence why they name nothing."""
    named = {one for one in map(qr.read, codes) if one is not None}
    if not named:
        return _FOREIGN if codes else _NONE
    if len(named) > 1:
        return _TWO
    (one,) = named
    return _issued(connection, one) if one.number else _empty(connection, one)


def chosen(connection: Connection, household: str, form: str, number: str) -> Place:
    """Return the place a person names; raises UserError where the paper is another household's."""
    if not number:
        return Place(household, form, visit=visits.of_household(connection, household))
    row = filing.known(connection, number)
    mine = {one.number for one in papers.of_household(connection, household)}
    if number not in mine or row.form != form:
        raise UserError(f"{number}号不是这一户的这种文书。请重新选择。")
    return Place(row.household, form, number, row.visit)


def still_to_do(place: Place) -> str:
    """Return what a filed page does not do by itself, or ""."""
    if place.paper:
        return ""
    return _VISIT_BY_HAND if place.form == VISIT_FORM else _BY_HAND


def _issued(connection: Connection, named: Named) -> Place | str:
    row = papers.get(connection, named.number)
    if row is None:
        return (
            f"本机没有{named.number}号文书，可能是另一台电脑发出的。"
            "请到那台电脑上收，或指明是哪户的哪份表。"
        )
    if not qr.fits(named, _digest(connection, row)):
        return (
            f"纸上的摘要与本机的{row.number}号文书不符，可能是另一台电脑发出的同号文书。"
            "请核对后指明是哪户的哪份表。"
        )
    why = filing.void_reason(row)
    if why:
        return f"{row.number}号文书已作废（{why}）。要留存的，请指明归到哪里。"
    return Place(row.household, row.form, row.number, row.visit)


def _empty(connection: Connection, named: Named) -> Place | str:
    homes = households.called(connection, named.subject)
    if len(homes) != 1:
        return _STRANGE_HOME
    (home,) = homes
    served = papers.get(connection, named.about)
    if served is not None and served.household == home:
        return Place(home, named.form, visit=served.visit, about=named.about)
    visit = named.visit if visits.household_of(connection, named.visit) == home else None
    if named.form == VISIT_FORM and not visit:
        visit = visits.of_household(connection, home)
    return Place(home, named.form, visit=visit, about=named.about)


def _digest(connection: Connection, row: PaperRow) -> str:
    return filing.listed(connection, (row,))[0].digest
