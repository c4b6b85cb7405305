"""A whole stock of households, in the format of the worked cases, read household by household.

JSON Lines hold one case a line and are read in bounded memory: besides the household at hand
only the identities are kept, to find one that comes twice.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import BinaryIO, cast

from caseworker_app.errors import UserError
from caseworker_app.intake.case_fields import Faults, printable
from caseworker_app.intake.cases import Case, Household, read_case, read_cases, refuse
from caseworker_app.intake.yaml_text import Plain
from caseworker_app.model.economy import EconomicStatus

LONGEST_LINE = 1 << 20
"""Bytes of one household; the largest known have a few thousand."""

_LONGEST_ID = 64
_EXAMPLES = 5
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Stocked:
    """One household of a stock."""

    id: str
    title: str
    status: EconomicStatus


class Stock:
    """Reads one file; what was left out of it is counted, and the counts are whole at the end.

    Every reader raises UserError after the last household, with all faults of the file. From the
    first fault on it yields nothing, since nothing may be concluded from a part.
    """

    def __init__(self, name: str) -> None:
        self.bytes_read = 0
        self.households = 0
        self.other_kinds = 0
        """Cases that ask something else than what a household is entitled to."""
        self.overrides = 0
        """Households with values of the pack replaced: a stock is judged by the packs alone."""
        self.unused = 0
        """Fields that nothing uses."""
        self.unused_examples: list[str] = []
        self._name = name
        self._faults = Faults()
        self._lines: dict[str, int] = {}

    def cases(self, text: str) -> Iterator[Stocked]:
        """Yield the households of a YAML text."""
        file = read_cases(text, self._name)
        self._note_unused(file.unused)
        for number, case in enumerate(file.cases, 1):
            yield from self._household(case, number, printable(case.id, _LONGEST_ID))
        self._end()

    def lines(self, file: BinaryIO) -> Iterator[Stocked]:
        """Yield the households of JSON Lines, one case a line in UTF-8; empty lines are passed."""
        for number, line in enumerate(self._raw_lines(file), 1):
            if line.strip() or len(line) > LONGEST_LINE:
                yield from self._of_line(line.removeprefix(_BOM) if number == 1 else line, number)
        self._end()

    def _raw_lines(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the lines, of one that is too long only the beginning."""
        while line := file.readline(LONGEST_LINE + 1):
            rest = line
            while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
                self.bytes_read += len(rest)
                rest = file.readline(LONGEST_LINE + 1)
            self.bytes_read += len(rest)
            yield line

    def _of_line(self, line: bytes, number: int) -> Iterator[Stocked]:
        label = f"第 {number} 行"
        try:
            values = _decoded(line)
            label = f"{label} {printable(str(values.get('id') or ''), _LONGEST_ID)}".rstrip()
            case = read_case(values, label, self._faults)
        except UserError as error:
            self._faults.add(f"{label}: {error}。")
        except RecursionError:
            self._faults.add(f"{label}: 嵌套太深。应为一行一户，字段见案例格式。")
        else:
            self._note_unused(tuple(self._faults.unknown))
            self._faults.unknown.clear()
            yield from self._household(case, number, label)

    def _household(self, case: Case, number: int, label: str) -> Iterator[Stocked]:
        if len(case.id) > _LONGEST_ID or not case.id.isprintable():
            self._faults.add(f"{label}: id: 应为至多 {_LONGEST_ID} 个可显示的字符。")
        elif case.id and self._lines.setdefault(case.id, number) != number:
            self._faults.add(f"{label}: 编号与第 {self._lines[case.id]} 行重复。")
        if self._faults.lines:
            return
        question = case.question
        if isinstance(question, Household):
            self.households += 1
            self.overrides += bool(question.override)
            yield Stocked(case.id, case.title, question.status)
        else:
            self.other_kinds += 1

    def _note_unused(self, told: tuple[str, ...]) -> None:
        self.unused += len(told)
        left = _EXAMPLES - len(self.unused_examples)
        self.unused_examples += [printable(line, 2 * _LONGEST_ID) for line in told[:left]]

    def _end(self) -> None:
        refuse(self._faults, self._name)
        if not self.households:
            raise UserError(f"{self._name}: 没有一户可以试算。请检查是否选对了文件。")


def _decoded(line: bytes) -> dict[str, Plain]:
    """Return the fields on a line; raises UserError with the reason why there are none."""
    if len(line) > LONGEST_LINE:
        raise UserError(f"超过 {LONGEST_LINE} 个字节，应为一行一户")
    try:
        values = cast("Plain", _DECODER.decode(line.decode()))
    except UnicodeDecodeError as error:
        raise UserError(f"不是 UTF-8 编码（第 {error.start + 1} 个字节起）") from error
    except json.JSONDecodeError as error:
        at = error.pos + 1
        raise UserError(f"不是完整有效的 JSON（第 {at} 个字符处），应为一行一户") from error
    except (ValueError, InvalidOperation) as error:
        raise UserError("有一个数太长，不是金额") from error
    if not isinstance(values, dict):
        raise UserError("应为一户的若干“字段：值”")
    return values


def _once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise UserError("同一字段写了两次")
    return values


_DECODER = json.JSONDecoder(
    parse_float=Decimal,
    parse_constant=str,  # NaN and Infinity stay text, which no field for money takes
    object_pairs_hook=_once,
)
