"""One of the processes that take records in: its own laptop, its own connection.

Reads what to do from the command line, says ``ready``, begins when told, prints its seconds.
"""

import gc
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from caseworker_app.model.values import Json
from caseworker_app.server import intake, receipts, session
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.operation import Document, Operation, document
from tests.server.laptop import Laptop

BATCH = 128
_TEXT = "家庭人均收入、存款、车辆与房产经入户核实相符"


def visits(laptop: Laptop, household: str, count: int, size: int) -> Iterator[Operation]:
    """Seal so many visits of about ``size`` bytes."""
    for n in range(count):
        units: dict[str, Json] = {"/household/id": household, "/paper_number": f"{n:06d}"}
        for place in range(max(1, (size - 620) // 97)):
            units[f"/answers/q{place:02d}/value"] = f"{_TEXT}{(n * 7919 + place) % 99991}"
        rid = f"{laptop.device}-visit-{n}"
        yield laptop.patch(rid, {}, units, kind="create", atomic=True)


def batches(sent: Sequence[Document]) -> Iterator[Sequence[Document]]:
    for start in range(0, len(sent), BATCH):
        yield sent[start : start + BATCH]


def main() -> None:
    folder, url, name, key, household, count, size = sys.argv[1:]
    laptop = Laptop(name, key=bytes.fromhex(key))
    made = visits(laptop, household, int(count), int(size))
    sent = [document(canonical(visit)) for visit in made]
    central = open_central(Configuration(Path(folder), url))
    caller = session.of_device(central, laptop.device)
    gc.freeze()  # a server does not hold what will be sent to it
    print("ready", flush=True)  # noqa: T201  # to whoever started this
    sys.stdin.readline()
    clock, processor = time.perf_counter(), time.process_time()
    for batch in batches(sent):
        answer = receipts.answer(central, caller, intake.take(central, caller, batch))
        assert all(result.status == "accepted" for result in answer.results)
    took = time.perf_counter() - clock, time.process_time() - processor
    print(*took, flush=True)  # noqa: T201  # likewise
    central.close()


if __name__ == "__main__":
    main()
