"""Letters as somebody fills them in, and what can be read on them."""

import pypdfium2

from caseworker_app.documents import form as forms
from caseworker_app.documents.form import Filled
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import known


def read(code: str, case: Case, written: dict[str, Json] | None = None) -> str:
    """Return the words on a paper without any space; what is not written stands as proposed."""
    form = forms.read(code)
    proposed = {e.name for e in form.entries if e.asked} & known(form, case).keys()
    asked = {name: known(form, case)[name] for name in proposed} | (written or {})
    filled = Filled(
        form=form,
        entries=known(form, case, asked) | asked,
        region=case.household.region,
        place=case.household.village,
        day=case.day,
        number=f"330106-2026-{code}-000001",
        digest="sha256:" + "0" * 64,
    )
    with pypdfium2.PdfDocument(forms.render(filled)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())
