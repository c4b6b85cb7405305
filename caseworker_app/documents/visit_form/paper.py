"""Form F01 from values to bytes."""

from collections.abc import Callable, Iterator
from functools import partial

from caseworker_app.documents.binding import bound
from caseworker_app.documents.canvas import About
from caseworker_app.documents.cell import BLANK
from caseworker_app.documents.fonts import within
from caseworker_app.documents.furniture import Furniture
from caseworker_app.documents.page import LARGE, UPRIGHT
from caseworker_app.documents.table import Section
from caseworker_app.documents.visit_form.belongings import belongings
from caseworker_app.documents.visit_form.conclusion import conclusion
from caseworker_app.documents.visit_form.differences import differences
from caseworker_app.documents.visit_form.form import VisitForm, batches, place
from caseworker_app.documents.visit_form.household import basics, members, obligors
from caseworker_app.documents.visit_form.money import expenses, incomes
from caseworker_app.documents.visit_form.photos import photos
from caseworker_app.documents.visit_form.pictured import illustrated
from caseworker_app.documents.visit_form.signatures import signatures
from caseworker_app.documents.visit_form.surroundings import conditions, neighbours
from caseworker_app.documents.wording import SectionWords, Wording, read


def render(form: VisitForm) -> bytes:
    """Return the form as PDF; the same values give the same bytes.

    Raises ``UserError`` naming a character no shipped typeface has, or a broken photo, before
    anything is drawn.
    """
    wording = read("F01")
    household = form.visit.household
    about = About(
        title=f"{wording.title} {form.number} {household.head.name}",
        author="、".join(person.name for person in form.visit.investigators),
        subject=form.digest,
    )
    size = LARGE if form.is_large else UPRIGHT
    return bound(_furniture(form, wording), _sections(form, wording), about, size)


def _sections(form: VisitForm, wording: Wording) -> Iterator[Section]:
    w = {section.name: section for section in wording.sections}
    annex = w["现场照片"]
    makers: dict[str, Callable[[SectionWords], Section]] = {
        "基本情况": partial(basics, form),
        "共同生活的家庭成员": partial(members, form),
        "赡养抚养扶养人": partial(obligors, form),
        "收入核查": partial(incomes, form),
        "支出核查": partial(expenses, form),
        "财产核查": partial(belongings, form),
        "实际生活状况": partial(conditions, form),
        "三比对差异": partial(differences, form, annex=annex),
        "邻里访问": partial(neighbours, form),
        "调查结论与建议": partial(conclusion, form, notes=wording),
        "签名盖章": partial(signatures, form),
    }
    for name, make in makers.items():
        with within(name):
            yield illustrated(form, make(w[name]), annex)
    with within(annex.name):
        sheet = photos(form, annex)
    if sheet:
        yield sheet


def _furniture(form: VisitForm, wording: Wording) -> Furniture:
    household, decided = form.visit.household, form.determination
    return Furniture(
        title=wording.title,
        number=form.number,
        household_number=household.number,
        place=place(household),
        issued=form.issued,
        basis=wording.note("basis", form.visit.day),
        privacy=wording.privacy,
        pack_name=form.pack_name,
        pack_id=decided.pack_id,
        pack_hash=decided.pack_hash,
        data_version=form.data_version or batches(form.discrepancies) or BLANK,
        digest=form.digest,
        is_practice=form.is_practice,
    )
