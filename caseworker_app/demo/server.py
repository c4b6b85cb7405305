"""The demonstration's server as a process: the real one, on the demonstration's day."""

import sys
from pathlib import Path

from caseworker_app.demo import clock
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import serve


def main() -> None:
    """Serve a folder on a free port until standard input closes; tells the address first."""
    folder = Path(sys.argv[1])
    serve(
        Configuration(folder),
        _announce,
        clock.instant,
        until_input_closes=True,
    )


def _announce(url: str) -> None:
    sys.stdout.write(f"address {url}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
