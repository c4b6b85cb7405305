"""CUPS of a test's own: the real scheduler and filters, a printer that keeps what comes out."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SCHEDULER, BINARIES = Path("/usr/sbin/cupsd"), Path("/usr/lib/cups")
DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
NAME = "PDF"
_PATIENCE = 30
_FILES = """ServerRoot {root}
ServerBin {root}/bin
CacheDir {root}/cache
RequestRoot {root}/spool
TempDir {root}/spool/tmp
StateDir {root}/run
DataDir /usr/share/cups
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
{users}"""
_SCHEDULER = """Listen {root}/run/cups.sock
Browsing Off
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""
_PRINTER = """#!/bin/sh
[ $# = 0 ] && exit 0
if [ -e {root}/empty ]; then
  echo "STATE: +media-empty-error" >&2
  while [ -e {root}/empty ]; do sleep 0.2; done
  echo "STATE: -media-empty-error" >&2
fi
[ -n "$6" ] && exec < "$6"
job={root}/out/$(printf %06d "$1")
gs -q -dBATCH -dNOPAUSE -dSAFER -sDEVICE=pdfwrite -sOutputFile="$job.part" -
echo "$3" > "$job.title"
mv "$job.part" "$job.pdf"
"""


def lacking() -> str:
    """Return what this computer lacks to print in a test, or ""."""
    needed = (SCHEDULER, BINARIES, DRIVER)
    missing = [str(path) for path in needed if not path.exists()]
    missing += [name for name in ("gs", "lp", "lpstat") if not shutil.which(name)]
    return f"no CUPS to print with, lacking {', '.join(missing)}" if missing else ""


@dataclass(frozen=True)
class Cups:
    """A running scheduler with one printer; the commands of the system find it."""

    root: Path

    def command(self, name: str, *words: str) -> None:
        """Run a command of CUPS's own."""
        path = f"/usr/sbin:/usr/bin:{os.environ['PATH']}"
        env = {**os.environ, "CUPS_SERVER": self.server, "PATH": path}
        subprocess.run([name, *words], env=env, check=True, capture_output=True, timeout=_PATIENCE)

    @property
    def server(self) -> str:
        return str(self.root / "run" / "cups.sock")

    def run_out(self) -> None:
        """Take the paper out of the printer."""
        (self.root / "empty").touch()

    def fill(self) -> None:
        (self.root / "empty").unlink(missing_ok=True)

    def printed(self, jobs: int) -> list[tuple[str, bytes]]:
        """Return title and pages of so many jobs, as they came out of the printer."""
        end = time.monotonic() + _PATIENCE
        while len(found := sorted((self.root / "out").glob("*.pdf"))) < jobs:
            if time.monotonic() > end:
                log = (self.root / "log" / "error").read_text("utf-8")[-2000:]
                raise TimeoutError(f"{len(found)} of {jobs} jobs came out\n{log}")
            time.sleep(0.1)
        return [(f.with_suffix(".title").read_text("utf-8").strip(), f.read_bytes()) for f in found]


@contextmanager
def running(root: Path) -> Iterator[Cups]:
    """Start a scheduler in a folder with a short name, for its socket's sake; end it after."""
    _lay_out(root)
    words = [str(SCHEDULER), "-f", "-c", f"{root}/cupsd.conf", "-s", f"{root}/cups-files.conf"]
    process = subprocess.Popen(words)
    cups = Cups(root)
    try:
        _wait_for(root / "run" / "cups.sock", process)
        cups.command("lpadmin", "-p", NAME, "-E", "-v", "keep:/", "-P", str(DRIVER))
        yield cups
    finally:
        cups.fill()
        process.terminate()
        process.wait(_PATIENCE)


def _lay_out(root: Path) -> None:
    for name in ("ppd", "cache", "spool/tmp", "run", "log", "out", "bin/backend"):
        (root / name).mkdir(parents=True)
    for binary in BINARIES.iterdir():
        if binary.name != "backend":
            (root / "bin" / binary.name).symlink_to(binary)
    printer = root / "bin" / "backend" / "keep"
    printer.write_text(_PRINTER.format(root=root), "ascii")
    users = "User lp\nGroup lp\nSystemGroup root\n" if os.geteuid() == 0 else ""
    (root / "cups-files.conf").write_text(_FILES.format(root=root, users=users), "ascii")
    (root / "cupsd.conf").write_text(_SCHEDULER.format(root=root), "ascii")
    if users:
        for name in ("cache", "spool", "spool/tmp", "run", "log", "out"):
            shutil.chown(root / name, group="lp")
            (root / name).chmod(0o775)
    printer.chmod(0o755)


def _wait_for(socket: Path, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _PATIENCE
    while not socket.exists():
        if process.poll() is not None or time.monotonic() > end:
            raise TimeoutError("the scheduler of CUPS did not start")
        time.sleep(0.05)
