"""文书: what the forms say about a household, and their way from a draft to a numbered paper.

The use cases, each of which raises UserError or RefusedError with a sentence for the person:

* ``offered(ws, household_id, visit_id="")``: which forms the law asks for now and why, which
  are begun, which are issued. With a sealed visit the way of its outcome asks; without one a
  paper rests on the household alone.
* ``begin(ws, form, household_id, visit_id="", about="")``: a draft, kept from now on; the one
  begun before where there is one. ``about`` is the number of the paper a proof of service
  is for, or the id of the member or neighbour a paper speaks of.
* ``resume(ws, draft_id)``, ``write(ws, draft_id, entry, value)`` (None empties an entry),
  ``enlarge(ws, draft_id, is_large=…)``, ``drop(ws, draft_id)``: each write is on the disk when
  the call returns, and answers the draft as it stands with everything that is in its way.
* ``villages(ws)``, ``acts()``, ``due(ws, village, act)``, ``post(ws, act, homes)``: one notice
  (F13) for several households of a village, its draft led by the first of them.
* ``preview(ws, draft_id)``: the PDF as it would be, without a number.
* ``issue(ws, draft_id)``: number, PDF, record, trail and delivery in one transaction. Doing it
  again, also after a crash, answers the same paper.
* ``issued(ws, household_id, visit_id="")``, ``read(ws, number)``, ``pdf(ws, number)``.
* ``void(ws, number, reason)``: the paper stays readable and is never printed again.

Printing and printing again are in ``workflow.printing``.
"""

from caseworker_app.documents.form import (
    Column as Column,
    Entry as Entry,
    Form as Form,
    Kind as Kind,
)
from caseworker_app.model.paper import Void as Void
from caseworker_app.workflow.papers.filing import issued as issued, pdf as pdf, read as read
from caseworker_app.workflow.papers.issuing import issue as issue
from caseworker_app.workflow.papers.offering import offered as offered
from caseworker_app.workflow.papers.opening import case_of as case_of
from caseworker_app.workflow.papers.posting import (
    Due as Due,
    acts as acts,
    due as due,
    post as post,
    villages as villages,
)
from caseworker_app.workflow.papers.told import (
    Draft as Draft,
    Elsewhere as Elsewhere,
    Fault as Fault,
    Issued as Issued,
    Offer as Offer,
    Offered as Offered,
    Voided as Voided,
    Whole as Whole,
)
from caseworker_app.workflow.papers.voiding import void as void
from caseworker_app.workflow.papers.writing import (
    begin as begin,
    drop as drop,
    enlarge as enlarge,
    preview as preview,
    resume as resume,
    write as write,
)
