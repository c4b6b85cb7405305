"""Lists of departments taken in on the laptop: batches, rows, questions, headings."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _import_batch()
    _heading_mapping()
    _imported_record()
    _import_household()
    _import_refusal()
    _match_question()
    _match_candidate()
    _to_compare()
    _lapsed()


def downgrade() -> None:
    for table in (
        "lapsed",
        "to_compare",
        "match_candidate",
        "match_question",
        "import_refusal",
        "import_household",
        "imported_record",
        "heading_mapping",
        "import_batch",
    ):
        op.drop_table(table)


def _import_batch() -> None:
    op.create_table(
        "import_batch",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("dataset", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("portions", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("kept", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("queued", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("elsewhere", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("closed", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("refused", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("done_at", sa.Text(), nullable=False, server_default=""),
        sa.Column("undone_at", sa.Text(), nullable=False, server_default=""),
        sa.Column("undone_by", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("n", name="pk_import_batch"),
        sa.CheckConstraint("state IN ('reading', 'done', 'undone')", name="ck_import_batch_state"),
        sa.UniqueConstraint("id", name="uq_import_batch_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_batch_sha", "import_batch", ["sha"])


def _heading_mapping() -> None:
    op.create_table(
        "heading_mapping",
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("dataset", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("department", "dataset", name="pk_heading_mapping"),
    )


def _imported_record() -> None:
    op.create_table(
        "imported_record",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("expires", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_imported_record"),
        sa.UniqueConstraint(
            "batch", "position", "household", name="uq_imported_record_batch_position_household"
        ),
        sa.ForeignKeyConstraint(
            ["batch"],
            ["import_batch.n"],
            name="fk_imported_record_batch_import_batch",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_imported_record_household_household",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_imported_record_expires", "imported_record", ["expires"])
    op.create_index("ix_imported_record_household", "imported_record", ["household"])


def _import_household() -> None:
    op.create_table(
        "import_household",
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("batch", "household", name="pk_import_household"),
        sa.ForeignKeyConstraint(
            ["batch"],
            ["import_batch.n"],
            name="fk_import_household_batch_import_batch",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_import_household_household_household",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_import_household_household", "import_household", ["household"])


def _import_refusal() -> None:
    op.create_table(
        "import_refusal",
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("batch", "position", name="pk_import_refusal"),
        sa.ForeignKeyConstraint(
            ["batch"],
            ["import_batch.n"],
            name="fk_import_refusal_batch_import_batch",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )


def _match_question() -> None:
    op.create_table(
        "match_question",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("expires", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False, server_default=""),
        sa.Column("household", sa.Text(), nullable=False, server_default=""),
        sa.Column("member", sa.Text(), nullable=False, server_default=""),
        sa.Column("answered_at", sa.Text(), nullable=False, server_default=""),
        sa.Column("answered_by", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("row", name="pk_match_question"),
        sa.UniqueConstraint("batch", "position", name="uq_match_question_batch_position"),
        sa.CheckConstraint("answer IN ('', 'same', 'none')", name="ck_match_question_answer"),
        sa.ForeignKeyConstraint(
            ["batch"],
            ["import_batch.n"],
            name="fk_match_question_batch_import_batch",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_match_question_expires", "match_question", ["expires"])


def _match_candidate() -> None:
    op.create_table(
        "match_candidate",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_match_candidate"),
        sa.UniqueConstraint(
            "question", "household", "member", name="uq_match_candidate_question_household_member"
        ),
        sa.ForeignKeyConstraint(
            ["question"],
            ["match_question.row"],
            name="fk_match_candidate_question_match_question",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_match_candidate_household_household",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_match_candidate_household", "match_candidate", ["household"])


def _to_compare() -> None:
    op.create_table(
        "to_compare",
        sa.Column("household", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("household", name="pk_to_compare"),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_to_compare_household_household",
            ondelete="CASCADE",
        ),
    )


def _lapsed() -> None:
    op.create_table(
        "lapsed",
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("renewed", sa.Integer()),
        sa.PrimaryKeyConstraint("household", "kind", name="pk_lapsed"),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_lapsed_household_household",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
