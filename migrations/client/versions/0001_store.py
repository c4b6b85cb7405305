"""Everything a laptop keeps: households, visits, papers, log, outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "name, letters, tail, number, address, "
    "content='', contentless_delete=1, prefix='1 2 3 4', tokenize='ascii')"
)


def upgrade() -> None:
    _attachment()
    _audit()
    _copy()
    _household()
    _meta()
    _number_block()
    _outbox()
    _discrepancy()
    _outbox_blob()
    _dossier()
    _register_record()
    _visit()
    _paper()
    _visit_history()
    _visit_unit()
    op.execute(_SEARCH)


def downgrade() -> None:
    op.execute("DROP TABLE search")
    for table in (
        "visit_unit",
        "visit_history",
        "paper",
        "visit",
        "register_record",
        "dossier",
        "outbox_blob",
        "discrepancy",
        "outbox",
        "number_block",
        "meta",
        "household",
        "copy",
        "audit",
        "attachment",
    ):
        op.drop_table(table)


def _attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha", name="pk_attachment"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_audit"),
    )
    op.create_index("ix_audit_subject", "audit", ["subject"], unique=False)


def _copy() -> None:
    op.create_table(
        "copy",
        sa.Column("rid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("gen", sa.Integer(), nullable=False),
        sa.Column("dead", sa.Integer(), nullable=False),
        sa.Column("units", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("rid", name="pk_copy"),
    )
    op.create_index("ix_copy_kind", "copy", ["kind"], unique=False)


def _household() -> None:
    op.create_table(
        "household",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("id_tail", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("monthly", sa.Integer(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("village", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("last_check", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=True),
        sa.Column("red", sa.Integer(), server_default="0", nullable=False),
        sa.Column("orange", sa.Integer(), server_default="0", nullable=False),
        sa.Column("yellow", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("gen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_household"),
        sa.UniqueConstraint("id", name="uq_household_id"),
    )
    op.create_index(
        "ix_household_due_region_place", "household", ["due", "region", "place"], unique=False
    )
    op.create_index("ix_household_stage_due", "household", ["stage", "due"], unique=False)


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )


def _number_block() -> None:
    op.create_table(
        "number_block",
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("next", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("form", "year", "first", name="pk_number_block"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("rid", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sealed_at", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=True),
        sa.Column("epoch", sa.Text(), server_default="", nullable=False),
        sa.Column("receipt", sa.LargeBinary(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("problem", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("state IN ('sealed', 'held')", name="ck_outbox_state"),
        sa.PrimaryKeyConstraint("op", name="pk_outbox"),
        sa.UniqueConstraint("n", name="uq_outbox_n"),
    )
    op.create_index("ix_outbox_rid_n", "outbox", ["rid", "n"], unique=False)
    op.create_index("ix_outbox_state_n", "outbox", ["state", "n"], unique=False)


def _discrepancy() -> None:
    op.create_table(
        "discrepancy",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("household", "id", name="uq_discrepancy_household_id"),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_discrepancy_household_household",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("row", name="pk_discrepancy"),
    )
    op.create_index("ix_discrepancy_code", "discrepancy", ["code"], unique=False)


def _outbox_blob() -> None:
    op.create_table(
        "outbox_blob",
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sha", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["op"], ["outbox.op"], name="fk_outbox_blob_op_outbox", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sha"], ["attachment.sha"], name="fk_outbox_blob_sha_attachment"),
        sa.PrimaryKeyConstraint("op", "position", name="pk_outbox_blob"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_outbox_blob_sha", "outbox_blob", ["sha"], unique=False)


def _dossier() -> None:
    op.create_table(
        "dossier",
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("declaration", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("household", name="pk_dossier"),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_dossier_household_household",
            ondelete="CASCADE",
        ),
    )


def _register_record() -> None:
    op.create_table(
        "register_record",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("expires", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("household", "kind", "id", name="uq_register_record_household_kind_id"),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_register_record_household_household",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("row", name="pk_register_record"),
    )
    op.create_index("ix_register_record_expires", "register_record", ["expires"], unique=False)


def _visit() -> None:
    op.create_table(
        "visit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("sealed_at", sa.Text(), nullable=True),
        sa.Column("record_hash", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["household"], ["household.id"], name="fk_visit_household_household"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_visit"),
    )
    op.create_index("ix_visit_household", "visit", ["household"], unique=False)
    op.create_index("ix_visit_stage", "visit", ["stage"], unique=False)


def _paper() -> None:
    op.create_table(
        "paper",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("visit", sa.Text(), nullable=False),
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name="fk_paper_visit_visit"),
        sa.PrimaryKeyConstraint("number", name="pk_paper"),
    )
    op.create_index("ix_paper_visit", "paper", ["visit"], unique=False)


def _visit_history() -> None:
    op.create_table(
        "visit_history",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("visit", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit"], ["visit.id"], name="fk_visit_history_visit_visit", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("n", name="pk_visit_history"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_visit_history_visit_path", "visit_history", ["visit", "path"], unique=False)


def _visit_unit() -> None:
    op.create_table(
        "visit_unit",
        sa.Column("visit", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit"], ["visit.id"], name="fk_visit_unit_visit_visit", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("visit", "path", name="pk_visit_unit"),
        sqlite_with_rowid=False,
    )
