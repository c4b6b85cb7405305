"""A look whether anything is new: one question, one answer, no session."""

from caseworker_app.server import changes, publishing, session
from caseworker_app.server.central import DURABLE, EPOCH, Central, fact
from caseworker_app.wire import attest
from caseworker_app.wire.message import Glance, Glanced
from caseworker_app.wire.problem import ProblemError, ProblemType


def glance(central: Central, asked: Glance) -> Glanced:
    """Say whether hello would bring anything; raises ``ProblemError`` for who is not the laptop.

    Whatever does not fit is news: only hello may find that this server went back in time.
    """
    caller = session.of_device(central, asked.device)
    if not attest.genuine(asked, caller.public):
        raise ProblemError(ProblemType.BAD_PROOF)
    with central.database.read() as connection:
        epoch, at = fact(connection, EPOCH), asked.hello.at
        agrees = at.epoch == epoch and not session.regressed(connection, asked.hello, epoch)
        settled = agrees and not changes.waits(connection, caller, at.seq)
        durable = int(fact(connection, DURABLE))
        manifest = publishing.version(connection) if caller.active else 0
    answer = Glanced(
        news=not (caller.active and settled),
        durable=durable,
        at=central.clock(),
        mine=asked.mine,
        manifest=manifest,
    )
    return attest.sign(answer, central.key)
