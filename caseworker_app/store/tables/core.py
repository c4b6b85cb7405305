"""The tables. Names of constraints follow a convention, so that a migration can name them.

Values of the model lie in ``body`` columns as JSON; only what is listed, sorted or joined has
a column. Days are ISO 8601 text. No table has a trigger.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

household = Table(
    "household",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("number", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("id_tail", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("monthly", Integer, nullable=False),
    Column("region", Text, nullable=False),
    Column("village", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("members", Integer, nullable=False),
    Column("due", Text, nullable=False),
    Column("last_check", Text),
    Column("stage", Text, nullable=False),
    Column("visit_id", Text),
    Column("red", Integer, nullable=False, server_default="0"),
    Column("orange", Integer, nullable=False, server_default="0"),
    Column("yellow", Integer, nullable=False, server_default="0"),
    Column("rev", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("gen", Integer, nullable=False),
    Column("recheck", Text, nullable=False, server_default="yearly"),
    Index(None, "due", "region", "place"),
    Index(None, "stage", "due"),
    *(Index(None, name) for name in ("category", "village", "recheck")),
    *(Index(None, n, sqlite_where=text(f"{n} > 0")) for n in ("red", "orange", "yellow")),
)

dossier = Table(
    "dossier",
    metadata,
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("declaration", LargeBinary),
)
"""Beside ``household`` and not in it, so that the worklist reads a tenth of the pages."""

register_record = Table(
    "register_record",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("household", "kind", "id"),
    Index(None, "expires"),
)

discrepancy = Table(
    "discrepancy",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), nullable=False),
    Column("id", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("household", "id"),
    Index(None, "code"),
)

visit = Table(
    "visit",
    metadata,
    Column("id", Text, primary_key=True),
    Column("household", ForeignKey("household.id"), nullable=False),
    Column("stage", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("started_by", Text, nullable=False),
    Column("sealed_at", Text),
    Column("record_hash", Text, nullable=False, server_default=""),
    Index(None, "household"),
    Index(None, "stage"),
)

ORIGINAL = text("path LIKE '/attachments/#%/origin/sha'")
"""Units of ``visit_unit`` that hold the hash of a file as it came; word for word in its index."""

visit_unit = Table(
    "visit_unit",
    metadata,
    Column("visit", ForeignKey("visit.id", ondelete="CASCADE"), nullable=False),
    Column("path", Text, nullable=False),
    Column("value", LargeBinary, nullable=False),
    PrimaryKeyConstraint("visit", "path"),
    Index(None, "value", sqlite_where=ORIGINAL),
    sqlite_with_rowid=False,
)

visit_history = Table(
    "visit_history",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("visit", ForeignKey("visit.id", ondelete="CASCADE"), nullable=False),
    Column("path", Text, nullable=False),
    Column("old", Text, nullable=False),
    Column("value", LargeBinary),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Index(None, "visit", "path"),
    sqlite_autoincrement=True,
)

visit_step = Table(
    "visit_step",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("visit", ForeignKey("visit.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    CheckConstraint("kind IN ('edit', 'undo', 'redo')", name="kind"),
    Index(None, "visit"),
    sqlite_autoincrement=True,
)
"""Which rows of ``visit_history`` were written in one step of work; both ends included."""

attachment = Table(
    "attachment",
    metadata,
    Column("sha", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("mime", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("cleared_at", Text, nullable=False, server_default=""),
)
"""``cleared_at``: since when the bytes are not here but at the office and in its backup."""

audit = Table(
    "audit",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "subject"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("op", Text, primary_key=True),
    Column("n", Integer, nullable=False, unique=True),
    Column("rid", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("sealed_at", Text, nullable=False),
    Column("seq", Integer),
    Column("done", Integer),
    Column("epoch", Text, nullable=False, server_default=""),
    Column("receipt", LargeBinary),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("problem", Text, nullable=False, server_default=""),
    Column("cleared_at", Text, nullable=False, server_default=""),
    CheckConstraint("state IN ('sealed', 'held')", name="state"),
    Index(None, "state", "n"),
    Index(None, "rid", "n"),
)
"""``cleared_at``: since when only the receipt is here, and of the body what a list shows."""

outbox_blob = Table(
    "outbox_blob",
    metadata,
    Column("op", ForeignKey("outbox.op", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("sha", ForeignKey("attachment.sha"), nullable=False),
    PrimaryKeyConstraint("op", "position"),
    Index(None, "sha"),
    sqlite_with_rowid=False,
)

copy = Table(
    "copy",
    metadata,
    Column("rid", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("owner", Text, nullable=False),
    Column("gen", Integer, nullable=False),
    Column("dead", Integer, nullable=False),
    Column("units", LargeBinary, nullable=False),
    Index(None, "kind"),
)

conflict = Table(
    "conflict",
    metadata,
    Column("id", Text, primary_key=True),
    Column("rid", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("gen", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("decided", Text),
    *(Index(None, name) for name in ("rid", "household")),
)
"""待裁决, as the server told of it; ``decided`` is this laptop's operation under way."""

leaving = Table(
    "leaving",
    metadata,
    Column("household", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("gone", Integer, nullable=False),
)
"""Households that are somebody else's by now; ``gone`` says that nothing of them waits here."""

pack = Table(
    "pack",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("id", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("since", Text, nullable=False),
)
"""Never cleared out: a determination is recomputed with the pack it names, years later."""

paper = Table(
    "paper",
    metadata,
    Column("number", Text, primary_key=True),
    Column("form", Text, nullable=False),
    Column("household", ForeignKey("household.id"), nullable=False),
    Column("visit", ForeignKey("visit.id")),
    Column("sha", Text, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("record", Text, unique=True),
    Column("units", LargeBinary),
    Column("void", LargeBinary),
    Index(None, "household"),
    Index(None, "visit"),
)
"""``record`` and ``units`` say what stands on it; of the visit form that is the visit."""

paper_listed = Table(
    "paper_listed",
    metadata,
    Column("paper", ForeignKey("paper.number"), nullable=False),
    Column("household", ForeignKey("household.id"), nullable=False),
    Column("visit", ForeignKey("visit.id"), nullable=False),
    PrimaryKeyConstraint("paper", "household"),
    Index(None, "household"),
    Index(None, "visit"),
    sqlite_with_rowid=False,
)
"""Further households of a notice: it is theirs as well as that of the first."""

paper_draft = Table(
    "paper_draft",
    metadata,
    Column("id", Text, primary_key=True),
    Column("form", Text, nullable=False),
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), nullable=False),
    Column("visit", ForeignKey("visit.id")),
    Column("about", Text, nullable=False),
    Column("is_large", Integer, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("started_by", Text, nullable=False),
    Index(None, "household"),
)

draft_listed = Table(
    "draft_listed",
    metadata,
    Column("draft", ForeignKey("paper_draft.id", ondelete="CASCADE"), nullable=False),
    Column("household", ForeignKey("household.id", ondelete="CASCADE"), nullable=False),
    Column("visit", ForeignKey("visit.id"), nullable=False),
    PrimaryKeyConstraint("draft", "household"),
    Index(None, "household"),
    sqlite_with_rowid=False,
)

paper_entry = Table(
    "paper_entry",
    metadata,
    Column("draft", ForeignKey("paper_draft.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("value", LargeBinary, nullable=False),
    PrimaryKeyConstraint("draft", "name"),
    sqlite_with_rowid=False,
)

scan = Table(
    "scan",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha", ForeignKey("attachment.sha"), nullable=False),
    Column("source", Text, nullable=False),
    Column("page", Integer, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("name", "code", "why", "at", "person")),
    Column("household", ForeignKey("household.id")),
    Column("form", Text, nullable=False),
    Column("paper", ForeignKey("paper.number")),
    Column("visit", ForeignKey("visit.id")),
    Column("record", Text),
    Column("put_away", Text, nullable=False),
    UniqueConstraint("source", "page"),
    *(Index(None, name) for name in ("sha", "household", "paper", "record")),
)

number_block = Table(
    "number_block",
    metadata,
    Column("form", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("next", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    PrimaryKeyConstraint("form", "year", "first"),
)

saved_view = Table(
    "saved_view",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
)
"""Ways of looking at the worklist a person gave a name."""

SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "name, letters, tail, number, address, "
    "content='', contentless_delete=1, prefix='1 2 3 4', tokenize='ascii')"
)
"""``ascii`` takes every other character for part of a word, also the newest and private ones;
``unicode61`` drops characters younger than its table. ``store.search`` cuts the words."""


@event.listens_for(metadata, "after_create")
def _create_search(_target: MetaData, connection: Connection, **_: object) -> None:
    connection.exec_driver_sql(SEARCH)
