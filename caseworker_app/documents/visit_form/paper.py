"""Form F01 from values to bytes."""

from caseworker_app.documents.binding import bound
from caseworker_app.documents.canvas import About
from caseworker_app.documents.cell import BLANK
from caseworker_app.documents.furniture import Furniture
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
from caseworker_app.documents.wording import Wording, read


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
    return bound(_furniture(form, wording), _sections(form, wording), about)


def _sections(form: VisitForm, wording: Wording) -> list[Section]:
    w = {section.name: section for section in wording.sections}
    made = [
        basics(form, w["基本情况"]),
        members(form, w["共同生活的家庭成员"]),
        obligors(form, w["赡养抚养扶养人"]),
        incomes(form, w["收入核查"]),
        expenses(form, w["支出核查"]),
        belongings(form, w["财产核查"]),
        conditions(form, w["实际生活状况"]),
        differences(form, w["三比对差异"], w["现场照片"]),
        neighbours(form, w["邻里访问"]),
        conclusion(form, w["调查结论与建议"], wording),
        signatures(form, w["签名盖章"]),
    ]
    annex = w["现场照片"]
    shown = [illustrated(form, section, annex) for section in made]
    sheet = photos(form, annex)
    return [*shown, sheet] if sheet else shown


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
