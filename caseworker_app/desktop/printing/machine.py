"""Printers: by ``lp`` where the system has it, for the lines stay lines; else painted by Qt."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from caseworker_app.desktop.tongue import tr
from caseworker_app.errors import OutsideError
from caseworker_app.workflow.printing import Sheet

_DPI = 300
_TROUBLES = (
    ("media-empty", tr("缺纸")),
    ("media-needed", tr("缺纸")),
    ("media-jam", tr("卡纸")),
    ("toner-empty", tr("没有墨粉")),
    ("marker-supply-empty", tr("没有墨粉")),
    ("cover-open", tr("盖子没关好")),
    ("door-open", tr("盖子没关好")),
    ("offline", tr("没有连上")),
    ("connecting-to-device", tr("没有连上")),
)
_WAIT = 60
"""Seconds a spooler has to take a job or to tell its printers."""


class Sides(StrEnum):
    ONE = "one-sided"
    TWO = "two-sided-long-edge"


@dataclass(frozen=True, slots=True)
class Job:
    printer: str
    title: str
    """Stands in the printer's queue: a number, never a name."""
    sides: Sides = Sides.ONE


class Machine(Protocol):
    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers, the default one first."""

    def send(self, job: Job, pdf: bytes) -> None:
        """Hand a paper over; raises OutsideError where the printer does not take it."""


class Spooler:
    """CUPS by its own commands; the paper goes through a pipe, no file is left anywhere."""

    def printers(self) -> tuple[str, ...]:
        names = _run(["lpstat", "-e"]).split()
        default = _run(["lpstat", "-d"]).rpartition(": ")[2].strip()
        return tuple(sorted(names, key=lambda name: name != default))

    def trouble(self, printer: str) -> str:
        """Return why a printer prints nothing now, in words, or ""; CUPS takes papers all the same.

        The reasons are those of RFC 8011, 5.4.12, as ``lpstat`` tells them.
        """
        told = _run(["lpstat", "-l", "-p", printer])
        if re.search(r"^printer \S+ disabled ", told, re.MULTILINE):
            return tr("已停用")
        alerts = re.search(r"^\s*Alerts: (.*)$", told, re.MULTILINE)
        reasons = alerts[1].split() if alerts else []
        return next((why for sign, why in _TROUBLES for r in reasons if r.startswith(sign)), "")

    def send(self, job: Job, pdf: bytes) -> None:
        why = self.trouble(job.printer)
        if why:
            raise OutsideError(_refused(job.printer, why))
        words = ["lp", "-d", job.printer, "-t", job.title, "-o", f"sides={job.sides}", "-"]
        done = _spoken(words, pdf)
        if done.returncode:
            raise OutsideError(_refused(job.printer, done.stderr.decode("utf-8", "replace")))


class Painter:
    """Any printer Qt knows: the pages are painted as pictures."""

    def __init__(
        self,
        pages: Callable[[bytes], int],
        picture: Callable[[bytes, int, float], Sheet],
        make: Callable[[str], QPrinter] | None = None,
    ) -> None:
        self._pages, self._picture, self._make = pages, picture, make or _printer

    def printers(self) -> tuple[str, ...]:
        default = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != default))

    def send(self, job: Job, pdf: bytes) -> None:
        printer = self._make(job.printer)
        printer.setDocName(job.title)
        twice = job.sides is Sides.TWO
        printer.setDuplex(
            QPrinter.DuplexMode.DuplexLongSide if twice else QPrinter.DuplexMode.DuplexNone
        )
        painter = QPainter()
        if not painter.begin(printer):
            raise OutsideError(_refused(job.printer, ""))
        with painter:
            for number in range(self._pages(pdf)):
                if number:
                    printer.newPage()
                sheet = self._picture(pdf, number, _DPI)
                painter.drawImage(QRectF(painter.viewport()), image(sheet))


def machine(
    pages: Callable[[bytes], int], picture: Callable[[bytes, int, float], Sheet]
) -> Machine:
    """Return what prints on this computer."""
    return Spooler() if shutil.which("lp") else Painter(pages, picture)


def image(sheet: Sheet) -> QImage:
    """Return a page as Qt paints it."""
    kind = QImage.Format.Format_RGB32
    return QImage(sheet.pixels, sheet.width, sheet.height, sheet.stride, kind).copy()


def _printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    return printer


def _run(words: Sequence[str]) -> str:
    return _spoken(words, b"").stdout.decode("utf-8", "replace")


def _spoken(words: Sequence[str], given: bytes) -> "subprocess.CompletedProcess[bytes]":
    plain = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        return subprocess.run(  # noqa: S603  # the system's own printing commands, no shell
            words, input=given, capture_output=True, timeout=_WAIT, check=False, env=plain
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise OutsideError(
            tr("打印服务没有回应。请检查打印机是否开机、连接好，再打印一次；文件都在，不会丢失。")
        ) from error


def _refused(printer: str, told: str) -> str:
    why = tr("（{strip}）", strip=told.strip()) if told.strip() else ""
    return tr(
        "打印机“{printer}”没有接受{why}。请检查打印机，或换一台打印；文件都在，不会丢失。",
        printer=printer,
        why=why,
    )
