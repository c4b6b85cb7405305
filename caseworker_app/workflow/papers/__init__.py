"""文书: what the forms say about a household, and their way from a draft to a numbered paper.

The use cases, each of which raises UserError or RefusedError with a sentence for the person:

* ``offered(ws, household_id, visit_id="")``: which forms the law asks for now and why, which
  are begun, which are issued. With a sealed visit the way of its outcome asks; without one a
  paper rests on the household alone.
* ``begin(ws, form, household_id, visit_id="", about="")``: a draft, kept from now on; the one
  begun before where there is one. ``about`` is the number of the paper a proof of service is for.
* ``resume(ws, draft_id)``, ``write(ws, draft_id, entry, value)`` (None empties an entry),
  ``enlarge(ws, draft_id, is_large=…)``, ``drop(ws, draft_id)``: each write is on the disk when
  the call returns, and answers the draft as it stands with everything that is in its way.
* ``preview(ws, draft_id)``: the PDF as it would be, without a number.
* ``issue(ws, draft_id)``: number, PDF, record, trail and delivery in one transaction. Doing it
  again, also after a crash, answers the same paper.
* ``issued(ws, household_id, visit_id="")``, ``read(ws, number)``, ``pdf(ws, number)``.
* ``void(ws, number, reason)``: the paper stays readable and is never printed again.

Printing and printing again are in ``workflow.printing``.
"""
