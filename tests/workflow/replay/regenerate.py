"""``make golden``: rewrites the golden determinations when the words of the explanation change.

Each record is judged again with its own inputs and its own pack. Words may change; where a
figure or the decision would, nothing is written: that is another reading of the law. Whoever
means it deletes that file first, and it is made anew with the packs shipped today.
"""

import sys

from caseworker_app.wire.replay import Recorded, replay
from tests.workflow.replay import golden
from tests.workflow.replay.households import examples


def main() -> int:
    """Rewrite what may be rewritten and make what is missing; 1 where a decision changed."""
    changed = False
    for name in golden.names():
        record = golden.read(name)
        pack = golden.pack(record.pack_hash)
        found = replay(record, pack)
        changed = changed or not found.same_answer
        if found.same_answer:
            golden.write(name, golden.sealed(record, pack))
        for different in () if found.same_answer else found.differences:
            told = f"{different.stored} -> {different.recomputed}"
            sys.stderr.write(f"{name}: {different.what}: {told}\n")
    for name in sorted(examples().keys() - set(golden.names())):
        visit, pack = examples()[name]
        golden.keep(pack)
        golden.write(name, golden.sealed(Recorded(visit, {}, pack.id, pack.hash), pack))
    golden.drop_unused()
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
