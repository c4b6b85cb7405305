"""The tables of departments' lists: imports, what they brought, what waits for a person."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from caseworker_app.store.tables.core import metadata

import_batch = Table(
    "import_batch",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("department", Text, nullable=False),
    Column("dataset", Text, nullable=False),
    Column("as_of", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("sha", Text, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("portions", Integer, nullable=False, server_default="0"),
    Column("kept", Integer, nullable=False, server_default="0"),
    Column("queued", Integer, nullable=False, server_default="0"),
    Column("elsewhere", Integer, nullable=False, server_default="0"),
    Column("closed", Integer, nullable=False, server_default="0"),
    Column("refused", Integer, nullable=False, server_default="0"),
    Column("done_at", Text, nullable=False, server_default=""),
    Column("undone_at", Text, nullable=False, server_default=""),
    Column("undone_by", Text, nullable=False, server_default=""),
    CheckConstraint("state IN ('reading', 'done', 'undone')", name="state"),
    Index(None, "sha"),
    sqlite_autoincrement=True,
)
"""Larger ``n`` is later; a number is never given twice, so that the order holds for ever."""

imported_record = Table(
    "imported_record",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("batch", ForeignKey("import_batch.n", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("batch", "position", "household"),
    Index(None, "household"),
    Index(None, "expires"),
)
"""Beside ``register_record``: what the office hands out replaces only what it handed out."""

import_household = Table(
    "import_household",
    metadata,
    Column("batch", ForeignKey("import_batch.n", ondelete="CASCADE"), nullable=False),
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), nullable=False),
    Column("since", Text, nullable=False),
    PrimaryKeyConstraint("batch", "household"),
    Index(None, "household"),
    sqlite_with_rowid=False,
)
"""Outlives the rows: a sealed visit rests on a batch also after its register data are erased."""

import_refusal = Table(
    "import_refusal",
    metadata,
    Column("batch", ForeignKey("import_batch.n", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    PrimaryKeyConstraint("batch", "position"),
    sqlite_with_rowid=False,
)

match_question = Table(
    "match_question",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("batch", ForeignKey("import_batch.n", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("expires", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("answer", Text, nullable=False, server_default=""),
    Column("household", Text, nullable=False, server_default=""),
    Column("member", Text, nullable=False, server_default=""),
    Column("answered_at", Text, nullable=False, server_default=""),
    Column("answered_by", Text, nullable=False, server_default=""),
    UniqueConstraint("batch", "position"),
    CheckConstraint("answer IN ('', 'same', 'none')", name="answer"),
    Index(None, "expires"),
)

match_candidate = Table(
    "match_candidate",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("question", ForeignKey("match_question.row", ondelete="CASCADE"), nullable=False),
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), nullable=False),
    Column("member", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("reason", Text, nullable=False),
    UniqueConstraint("question", "household", "member"),
    Index(None, "household"),
)

to_compare = Table(
    "to_compare",
    metadata,
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), primary_key=True),
)
"""Households whose data changed since they were compared."""

lapsed = Table(
    "lapsed",
    metadata,
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("renewed", Integer),
    PrimaryKeyConstraint("household", "kind"),
    sqlite_with_rowid=False,
)
"""Data erased because their term was over, and the import newer ones came with."""

heading_mapping = Table(
    "heading_mapping",
    metadata,
    Column("department", Text, nullable=False),
    Column("dataset", Text, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("department", "dataset"),
)
