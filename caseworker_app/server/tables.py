"""The server's tables. Instants are milliseconds UTC, days ISO 8601, hashes as on the wire.

Rows of fact carry the region code. No sequence gives a ``seq``: see ``counter``.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),
)
person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("area", Text, nullable=False, server_default=""),
)
"""``area`` is a region's code as ``model.region`` has it; empty: nowhere yet."""
sight = Table(
    "sight",
    metadata,
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("household", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("seen", Boolean, nullable=False),
    PrimaryKeyConstraint("person", "household"),
)
"""What a change of post, or of a household's region, gave somebody to see or took from them."""
device = Table(
    "device",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("public", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("os", Text, nullable=False),
    Column("app", Text, nullable=False),
    Column("enrolled", BigInteger, nullable=False),
    Column("skew", BigInteger, nullable=False, server_default="0"),
)
"""``skew`` is by how many milliseconds the laptop's clock was ahead when it said so last."""
OK, REVOKED = "ok", "revoked"
"""States of a device."""
slip = Table(
    "slip",
    metadata,
    Column("name", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("used_by", ForeignKey("device.id")),
)
number_block = Table(
    "number_block",
    metadata,
    Column("form", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("device", ForeignKey("device.id"), nullable=False),
    PrimaryKeyConstraint("form", "year", "first"),
)
number_gap = Table(
    "number_gap",
    metadata,
    Column("form", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    PrimaryKeyConstraint("form", "year", "first"),
)
"""Numbers that may have been given after the backup a server came from: never given again."""
nonce = Table(
    "nonce",
    metadata,
    Column("nonce", Text, primary_key=True),
    Column("device", ForeignKey("device.id"), nullable=False),
    Column("until", BigInteger, nullable=False),
)
token = Table(
    "token",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("device", ForeignKey("device.id"), nullable=False),
    Column("until", BigInteger, nullable=False),
)
record = Table(
    "record",
    metadata,
    Column("rid", Text, primary_key=True),
    Column("region", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("gen", Integer, nullable=False),
    Column("dead", Boolean, nullable=False),
    Column("units", LargeBinary, nullable=False),
    Index(None, "household"),
    Index(None, "seq"),
)
version = Table(
    "version",
    metadata,
    Column("rid", ForeignKey("record.rid"), nullable=False),
    Column("rev", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("units", LargeBinary, nullable=False),
    PrimaryKeyConstraint("rid", "rev"),
)
oplog = Table(
    "oplog",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("op", Text, nullable=False, unique=True),
    Column("device", Text, nullable=False),
    Column("n", BigInteger),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("rid", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("applied", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("doc", LargeBinary, nullable=False),
    Column("head", Text, nullable=False),
    UniqueConstraint("device", "n"),
    Index(None, "rid"),
)
clock_review = Table(
    "clock_review",
    metadata,
    Column("op", ForeignKey("oplog.op"), primary_key=True),
    Column("why", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
"""Operations with a doubtful time, and that time; see ``rules.clock``."""
need = Table(
    "need",
    metadata,
    Column("op", ForeignKey("oplog.op"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("sha", Text, nullable=False),
    PrimaryKeyConstraint("op", "place"),
    Index(None, "sha"),
)
blob = Table(
    "blob",
    metadata,
    Column("sha", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
)
countersigned = Table(
    "countersigned",
    metadata,
    Column("sha", ForeignKey("blob.sha"), primary_key=True),
    Column("version", ForeignKey("blob.sha")),
    Column("at", BigInteger, nullable=False),
)
"""A delivered paper and the same one with the office's seal; none where its seal was not right."""
paper_number = Table(
    "paper_number",
    metadata,
    Column("device", ForeignKey("device.id"), nullable=False),
    Column("number", Text, nullable=False),
    Column("rid", ForeignKey("record.rid"), nullable=False),
    PrimaryKeyConstraint("device", "number"),
    Index(None, "number"),
)
"""Numbers of the papers that were kept; laptops that knew no office yet may have given the same."""
done = Table(
    "done",
    metadata,
    Column("done", BigInteger, primary_key=True, autoincrement=False),
    Column("op", ForeignKey("oplog.op"), nullable=False, unique=True),
)
conflict = Table(
    "conflict",
    metadata,
    Column("id", Text, primary_key=True),
    Column("rid", ForeignKey("record.rid"), nullable=False),
    Column("op", ForeignKey("oplog.op"), nullable=False),
    Column("paths", Text, nullable=False),
    Column("open", Boolean, nullable=False),
    Index(None, "rid"),
)
assignment = Table(
    "assignment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("household", Text, nullable=False),
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("ended", Date),
    Index(None, "person"),
    Index(None, "household"),
)
audit = Table(
    "audit",
    metadata,
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)
manifest = Table(
    "manifest",
    metadata,
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("needed_from", Date),
    Column("doc", LargeBinary, nullable=False),
)
"""规则目录 as they were signed; the newest is the one in force. ``needed_from`` is the first day on
which something in it holds that was not in the one before; none where only its term is new."""
published = Table(
    "published",
    metadata,
    Column("sha", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""Files of the lists: no laptop gives them, and no right to a household opens them."""
register = Table(
    "register",
    metadata,
    Column("dataset", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("plate", Text, nullable=False),
    Column("vin", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("hukou", Text, nullable=False),
    Column(
        "place",
        Text().with_variant(Text(collation="C"), "postgresql"),  # a prefix is a range of bytes
        nullable=False,
    ),
    Column("department", Text, nullable=False),
    Column("batch", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("expires", Date, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("dataset", "id"),
    Index(None, "person"),
    Index(None, "plate"),
    Index(None, "vin"),
    Index(None, "unit"),
    Index(None, "hukou"),
    Index(None, "place"),
)
"""部门登记数据: one row of a department each, by the numbers it is asked by. ``place`` is the
folded address backwards, so that its end, which people say, is a prefix an index finds."""
job = Table(
    "job",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("asked", BigInteger, nullable=False),
    Column("started", BigInteger, nullable=False, server_default="0"),
    Column("ended", BigInteger, nullable=False, server_default="0"),
    Column("beat", BigInteger, nullable=False, server_default="0"),
    Column("state", Text, nullable=False),
    Column("stopping", Boolean, nullable=False),
    Column("done", BigInteger, nullable=False, server_default="0"),
    Column("total", BigInteger, nullable=False, server_default="0"),
    Column("outcome", Text, nullable=False, server_default=""),
    Column("refused", Text, nullable=False, server_default=""),
)
"""Long work of the office; ``said`` is what was asked, as JSON, ``beat`` when it last lived."""
