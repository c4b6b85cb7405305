"""Rules of an office, and by which of them a visit is judged."""

from sqlalchemy import Column, ForeignKey, Table, Text

from caseworker_app.store.tables.core import metadata

visit_pack = Table(
    "visit_pack",
    metadata,
    Column("visit", ForeignKey("visit.id", ondelete="CASCADE"), primary_key=True),
    Column("pack", ForeignKey("pack.hash"), nullable=False),
    Column("since", Text, nullable=False),
)
"""The rules a visit was begun with; another pack takes their place only where a person says so."""

published = Table(
    "published",
    metadata,
    Column("path", Text, primary_key=True),
    Column("sha", Text, nullable=False),
    Column("pack", ForeignKey("pack.hash")),
    Column("effective_from", Text, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("text", "region", "effective_to")),
)
"""What the office's newest list names, beside what ships with the application; a pack's text lies
with the pack, and a form's text has no region or end of its own."""
