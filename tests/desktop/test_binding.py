"""The Qt binding is a dependency that has killed interpreters before."""

import subprocess
import sys

_SOAK = """
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rang = Signal(object)
heard = []
bell = Bell()
bell.rang.connect(heard.append)
for number in range(20_000):
    bell.rang.emit(None if number % 2 else True)
assert len(heard) == 20_000
"""


def test_that_twenty_thousand_signals_leave_the_interpreter_alive() -> None:
    done = subprocess.run([sys.executable, "-c", _SOAK], check=False, capture_output=True)

    assert done.returncode == 0, done.stderr.decode()
