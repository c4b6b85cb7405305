"""F01 社会救助家庭入户调查(核查)表: the visit and its determination as a PDF."""

from caseworker_app.documents.visit_form.blank import (
    BlankForm as BlankForm,
    render_blank as render_blank,
)
from caseworker_app.documents.visit_form.form import VisitForm as VisitForm
from caseworker_app.documents.visit_form.paper import render as render
