"""What those who deliver have in common: ready, begin when told, tell what it took.

Nothing but the standard library, as ``load``.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_work() -> Iterator[None]:
    """Say ``ready``, wait for a line, and print the seconds of clock and processor it took."""
    tell("ready")
    sys.stdin.readline()
    clock, processor = time.perf_counter(), _processor()
    yield
    took = {"seconds": time.perf_counter() - clock, "processor": _processor() - processor}
    tell(json.dumps(took))


def tell(line: str) -> None:
    """Print a line to whoever started this."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
