"""字段对应: what a department's headings mean, learned once and kept as a small text."""

import json
import re
import tomllib
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass, field
from typing import Self

from caseworker_app.errors import UserError

NOT_USED = ""
_LINE = re.compile(r"line (\d+)")
_TOP = "# 名单各列的对应：左边是部门名单的表头，右边是本系统的字段名；右边为空表示这一列不用。\n"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Heading of the department → official heading of the field, or ``NOT_USED``."""

    columns: ReadOnly[str, str] = field(default_factory=dict)
    kind: str = ""
    """Kind of list it was made for; empty fits every kind."""

    @classmethod
    def from_text(cls, text: str, name: str = "字段对应") -> Self:
        """Read what ``to_text`` writes; raises UserError naming what is wrong."""
        try:
            read = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            line = _LINE.search(str(error))
            where = f"第 {line[1]} 行" if line else ""
            raise UserError(
                f'{name} {where}写得不对。每行应为 "部门的表头" = "字段名"，两边都要有英文引号。'
            ) from error
        kind, columns = read.get("kind", ""), read.get("columns")
        if not isinstance(kind, str) or not isinstance(columns, dict):
            raise UserError(f"{name} 缺少 [columns] 一节。请删去这个文件，重新生成后再填。")
        wrong = [heading for heading, to in columns.items() if not isinstance(to, str)]
        if wrong:
            raise UserError(f"{name} 中“{wrong[0]}”的右边应为引号中的字段名，或空引号。")
        return cls({str(heading): str(to) for heading, to in columns.items()}, kind)

    def to_text(self) -> str:
        lines = (f"{_quoted(heading)} = {_quoted(to)}" for heading, to in self.columns.items())
        return f"{_TOP}kind = {_quoted(self.kind)}\n\n[columns]\n" + "\n".join((*lines, ""))


def _quoted(text: str) -> str:
    """Return a TOML string: JSON's, except that TOML wants DEL escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
