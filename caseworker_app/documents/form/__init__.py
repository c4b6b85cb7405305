"""Every form but F01: described in ``resources/forms``, filled from entries, drawn in one style."""

from caseworker_app.documents.form.description import (
    Column as Column,
    Entry as Entry,
    Form as Form,
    Kind as Kind,
    described as described,
    read as read,
)
from caseworker_app.documents.form.filled import Filled as Filled
from caseworker_app.documents.form.paper import render as render
