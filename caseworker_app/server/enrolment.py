"""登记: a slip on paper lets one laptop in, once, for one person."""

import hmac
import secrets
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, Row, func, select

from caseworker_app.errors import UserError
from caseworker_app.model.paper import FORMS, OWN
from caseworker_app.model.values import CHINA
from caseworker_app.rules.rights import Act, Post, Reach, reach
from caseworker_app.seals.certificate import certify_device
from caseworker_app.seals.holder import Holder
from caseworker_app.server import audit, leases, posts, publishing, rights
from caseworker_app.server.central import EPOCH, Central, fact
from caseworker_app.server.tables import (
    OK,
    REVOKED,
    device,
    number_block,
    number_gap,
    person,
    slip,
)
from caseworker_app.wire import attest, signing, slip as paper
from caseworker_app.wire.bundle import vouched_box
from caseworker_app.wire.message import AskNumbers, Enrol, Enrolled, NumberBlock, Numbers, Spent
from caseworker_app.wire.problem import ProblemError, ProblemType

VALID_HOURS = 72
FORGOTTEN = 10_000
"""Numbers of a form and year a restored server leaves out: more than a day's laptops take."""
NUMBERS = 500
"""Paper numbers one laptop gets for each form and year."""
_HOUR = 3_600_000


class Laptop(NamedTuple):
    """A laptop the office knows, and whose it is."""

    id: str
    name: str
    unit: str
    enrolled: int
    """Milliseconds UTC."""
    is_active: bool
    """False once revoked."""


def put_person(
    central: Central, person_id: str, name: str, unit: str, post: Post | None = None
) -> None:
    """Put a person on the list of those who may work, or correct name and unit.

    A new one gets the post given, or the usual one; whoever has one keeps it (``posts.appoint``).
    """
    values = {"name": name, "unit": unit}
    with central.database.write() as connection:
        change = person.update().where(person.c.id == person_id).values(**values)
        if not connection.execute(change).rowcount:
            role, area = post or posts.usual(connection)
            row = {"id": person_id, "role": role, "area": area, **values}
            connection.execute(person.insert().values(**row))


def names(connection: Connection) -> dict[str, str]:
    """Return the name of everybody who may work, or might, by id."""
    return {row.id: row.name for row in connection.execute(select(person.c.id, person.c.name))}


def make_slip(central: Central, person_id: str, by: str) -> paper.Slip:
    """Return a new slip for a person: for one use within 72 hours, kept only as a key."""
    code = paper.code_of(secrets.token_bytes(paper.RANDOM_BYTES))
    key = paper.key(code)
    now = central.clock()
    with central.database.write() as connection:
        connection.execute(
            slip.insert().values(
                name=paper.name(key),
                key=key.hex(),
                person=person_id,
                expires=now + VALID_HOURS * _HOUR,
                made_by=by,
            )
        )
        audit.record(connection, now, by, "slip.made", person_id)
    return paper.Slip(code, signing.fingerprint(central.public))


def enrol(central: Central, asked: Enrol) -> Enrolled:
    """Let a laptop in; the same laptop asking again gets the same answer, and what is new since.

    Raises ``ProblemError``. A second laptop on a used slip leaves an alarm in the log.
    """
    with central.database.write() as connection:
        row = connection.execute(select(slip).where(slip.c.name == asked.slip)).first()
        refusal = _refusal(connection, central, asked, row)
        if refusal is None and row is not None:
            if row.used_by is None:
                _let_in(connection, central, asked, row)
            _give_missing(connection, central, asked.device)
            return _answer(connection, central, asked, row.person)
        kind = refusal or ProblemType.UNKNOWN_SLIP
        audit.record(connection, central.clock(), "", f"enrolment.{kind}", asked.slip, asked.device)
    raise ProblemError(kind)


def certificate(connection: Connection, central: Central, device_id: str) -> str:
    """Return the office's certificate (hex) of a laptop's key; empty for one that is revoked."""
    row = connection.execute(
        select(device.c.public, person.c.name, person.c.unit)
        .join(person, person.c.id == device.c.person)
        .where(device.c.id == device_id, device.c.state == OK)
    ).first()
    if row is None:
        return ""
    holder = Holder(row.name, row.unit, device_id)
    return certify_device(central.key, signing.from_hex(row.public), holder).hex()


def more_numbers(central: Central, device_id: str, asked: AskNumbers) -> Numbers:
    """Return the blocks of the forms and years asked about, with a new one where they run out.

    A question whose answer was lost on the way is answered with the same block again.
    """
    wanted = {(s.form, s.year) for s in asked.spent}
    with central.database.write() as connection:
        once = dict.fromkeys(asked.spent)
        may = _may_number(connection, device_id)
        given = [s for s in once if may and _is_spent(connection, central, device_id, s)]
        for one in given:
            _give_numbers(connection, device_id, one.form, one.year)
        if given:
            told = ",".join(f"{one.form}/{one.year}" for one in given)
            audit.record(connection, central.clock(), "", "numbers.allotted", device_id, told)
        blocks = _blocks(connection, device_id)
    return Numbers(tuple(b for b in blocks if (b.form, b.year) in wanted))


def laptops(central: Central) -> tuple[Laptop, ...]:
    """Return every laptop that was ever let in, in that order."""
    query = (
        select(device.c.id, person.c.name, person.c.unit, device.c.enrolled, device.c.state == OK)
        .join(person, person.c.id == device.c.person)
        .order_by(device.c.enrolled, device.c.id)
    )
    with central.database.read() as connection:
        return tuple(Laptop(*row) for row in connection.execute(query))


def revoke(central: Central, device_id: str, by: str) -> None:
    """Stop a laptop: it reads nothing more; what it sends is kept apart.

    A second time changes nothing. Raises UserError where there is none of this id.
    """
    with central.database.write() as connection:
        this = device.c.id == device_id
        if connection.execute(select(device.c.id).where(this)).first() is None:
            raise UserError(
                f"没有编号为 {device_id} 的笔记本。请用 caseworker laptop list 查看编号。"
            )
        stop = device.update().where(this, device.c.state == OK).values(state=REVOKED)
        if connection.execute(stop).rowcount:
            audit.record(connection, central.clock(), by, "device.revoked", device_id)


def _refusal(
    connection: Connection, central: Central, asked: Enrol, row: Row[tuple[object, ...]] | None
) -> ProblemType | None:
    if row is None:
        return ProblemType.UNKNOWN_SLIP
    if not hmac.compare_digest(paper.proof(bytes.fromhex(row.key), asked), asked.proof):
        return ProblemType.BAD_PROOF
    if row.expires < central.clock():
        return ProblemType.SLIP_EXPIRED
    found = connection.execute(select(device).where(device.c.id == asked.device)).first()
    if row.used_by is not None:
        is_same = row.used_by == asked.device and found and found.public == asked.public
        stopped = None if found and found.state == OK else ProblemType.REVOKED
        return stopped if is_same else ProblemType.SLIP_USED
    key_fits = len(signing.from_hex(asked.public)) == signing.KEY_SIZE
    return None if found is None and key_fits else ProblemType.BAD_PROOF


def _let_in(
    connection: Connection, central: Central, asked: Enrol, row: Row[tuple[object, ...]]
) -> None:
    connection.execute(
        device.insert().values(
            id=asked.device,
            person=row.person,
            public=asked.public,
            state=OK,
            os=asked.os,
            app=asked.app,
            enrolled=central.clock(),
        )
    )
    connection.execute(slip.update().where(slip.c.name == row.name).values(used_by=asked.device))
    audit.record(connection, central.clock(), row.person, "device.enrolled", asked.device, asked.os)


def _give_missing(connection: Connection, central: Central, device_id: str) -> None:
    """Give numbers of every form the laptop has none of, for two years: one may turn offline."""
    for form in FORMS if _may_number(connection, device_id) else ():
        for year in _years(central):
            if not _last(connection, form, year, device_id):
                _give_numbers(connection, device_id, form, year)


def _may_number(connection: Connection, device_id: str) -> bool:
    """Tell whether the person of a laptop writes papers at all."""
    whose = connection.scalar(select(device.c.person).where(device.c.id == device_id))
    post = rights.post_of(connection, whose or "")
    return post is not None and reach(post.role, Act.NUMBER) is not Reach.NONE


def leave_out_numbers(connection: Connection, central: Central) -> None:
    """Give none of the numbers the server may have given after the backup it came from."""
    given = connection.execute(select(number_block.c.form, number_block.c.year).distinct())
    due = {(form, year) for form in FORMS for year in _years(central)}
    for form, year in sorted(due | {(row.form, row.year) for row in given}):
        first = _last(connection, form, year) + 1
        last = min(first + FORGOTTEN, OWN[0]) - 1
        if first <= last:
            row = {"form": form, "year": year, "first": first, "last": last}
            connection.execute(number_gap.insert().values(**row))


def may_be_forgotten(connection: Connection, form: str, year: int, serial: int) -> bool:
    """Tell whether a number may have been given by this server before it went back."""
    gap = number_gap.c
    found = select(gap.form).where(
        gap.form == form, gap.year == year, gap.first <= serial, gap.last >= serial
    )
    return connection.execute(found).first() is not None


def _is_spent(connection: Connection, central: Central, device_id: str, asked: Spent) -> bool:
    if asked.form not in FORMS or asked.year not in _years(central):
        return False
    last = _last(connection, asked.form, asked.year, device_id)
    return last == asked.last or (
        last < asked.last and may_be_forgotten(connection, asked.form, asked.year, asked.last)
    )


def _years(central: Central) -> tuple[int, int]:
    year = datetime.fromtimestamp(central.clock() / 1000, UTC).astimezone(CHINA).year
    return year, year + 1


def _give_numbers(connection: Connection, device_id: str, form: str, year: int) -> None:
    """Give a block; none of the numbers that laptops without an office give themselves."""
    first = _last(connection, form, year) + 1
    if first + NUMBERS > OWN[0]:
        return
    connection.execute(
        number_block.insert().values(
            form=form, year=year, first=first, last=first + NUMBERS - 1, device=device_id
        )
    )


def _last(connection: Connection, form: str, year: int, device_id: str = "") -> int:
    """Return the last number given of a form and year, to one laptop or to any; 0 for none.

    What may have been given and forgotten counts as given to any.
    """
    query = select(func.max(number_block.c.last)).where(
        number_block.c.form == form, number_block.c.year == year
    )
    if device_id:
        return connection.scalar(query.where(number_block.c.device == device_id)) or 0
    gap = select(func.max(number_gap.c.last)).where(
        number_gap.c.form == form, number_gap.c.year == year
    )
    return max(connection.scalar(query) or 0, connection.scalar(gap) or 0)


def _blocks(connection: Connection, device_id: str) -> tuple[NumberBlock, ...]:
    rows = connection.execute(
        select(number_block)
        .where(number_block.c.device == device_id)
        .order_by(number_block.c.form, number_block.c.year, number_block.c.first)
    )
    return tuple(NumberBlock(b.form, b.year, b.first, b.last) for b in rows)


def _answer(connection: Connection, central: Central, asked: Enrol, person_id: str) -> Enrolled:
    who = connection.execute(select(person).where(person.c.id == person_id)).one()
    answer = Enrolled(
        device=asked.device,
        person=who.id,
        name=who.name,
        unit=who.unit,
        server=central.public.hex(),
        recovery=central.recovery,
        numbers=_blocks(connection, asked.device),
        epoch=fact(connection, EPOCH),
        at=central.clock(),
        certificate=certificate(connection, central, asked.device),
        box=vouched_box(central.key),
        lease=leases.grant(connection, central, asked.device),
        publisher=publishing.vouched_publisher(connection, central),
    )
    return attest.sign(answer, central.key)
