"""Papers reach a printer by the system's own commands, or painted by Qt."""

import stat
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from caseworker_app.desktop.printing.machine import Job, Painter, Sides, Spooler, machine
from caseworker_app.errors import OutsideError
from caseworker_app.workflow import printing
from tests.desktop.printing.making import page_of

_LPSTAT = """#!/bin/sh
case $1 in
  -e) echo Canon; echo HP; echo Brother ;;
  -d) echo "system default destination: HP" ;;
esac
"""


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let there be only the commands of this test, none of the system's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _command(folder: Path, name: str, text: str) -> None:
    file = folder / name
    file.write_text(text, "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def test_that_the_default_printer_comes_first(commands: Path) -> None:
    _command(commands, "lpstat", _LPSTAT)

    assert Spooler().printers() == ("HP", "Canon", "Brother")


def test_that_the_paper_goes_through_a_pipe_with_its_number(commands: Path) -> None:
    _command(
        commands, "lp", f'#!/bin/sh\necho "$@" > {commands}/words\n/bin/cat > {commands}/paper\n'
    )

    _command(commands, "lpstat", _LPSTAT)

    Spooler().send(Job("HP", "330199-2026-F01-000012", Sides.TWO), page_of("王芳"))

    assert (commands / "paper").read_bytes() == page_of("王芳")
    words = (commands / "words").read_text("utf-8").strip()
    assert words == "-d HP -t 330199-2026-F01-000012 -o sides=two-sided-long-edge -"


def test_that_what_the_spooler_says_is_told(commands: Path) -> None:
    _command(commands, "lpstat", _LPSTAT)
    _command(commands, "lp", "#!/bin/sh\necho 'The printer does not exist.' >&2\nexit 1\n")

    with pytest.raises(OutsideError, match=r"没有接受（The printer does not exist\.）"):
        Spooler().send(Job("HP", "x"), page_of("王芳"))


@pytest.mark.usefixtures("commands")
def test_that_a_missing_spooler_is_told() -> None:
    with pytest.raises(OutsideError, match="没有回应"):
        Spooler().send(Job("HP", "x"), page_of("王芳"))


def test_that_lines_stay_lines_where_the_system_prints(commands: Path) -> None:
    assert isinstance(machine(printing.page_count, printing.picture), Painter)

    _command(commands, "lp", "#!/bin/sh\n")

    assert isinstance(machine(printing.page_count, printing.picture), Spooler)


@pytest.mark.usefixtures("qapp")
def test_that_qt_paints_every_page_over_the_whole_sheet(tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    painter = Painter(printing.page_count, printing.picture, lambda _name: _into(file))

    painter.send(Job("", "x"), page_of("王芳"))

    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == 2
        picture = document[0].render(scale=0.5).to_pil().convert("L")
    dark = [i for i, value in enumerate(picture.tobytes()) if value < 128]
    left, top = min(i % picture.width for i in dark), dark[0] // picture.width
    assert left / picture.width == pytest.approx(20 / 210, abs=0.02)
    assert top / picture.height == pytest.approx(20 / 297, abs=0.03)


@pytest.mark.qt_log_ignore("QPainter::begin")
@pytest.mark.usefixtures("qapp")
def test_that_a_printer_that_cannot_begin_is_told(tmp_path: Path) -> None:
    nowhere = tmp_path / "no folder" / "out.pdf"
    painter = Painter(printing.page_count, printing.picture, lambda _name: _into(nowhere))

    with pytest.raises(OutsideError, match="没有接受"):
        painter.send(Job("", "x"), page_of("王芳"))


def _into(file: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(150)
    printer.setFullPage(True)
    return printer
