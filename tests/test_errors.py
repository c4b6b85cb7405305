"""Why the system refused, in words of the person."""

import errno
import re
from pathlib import Path

import pytest

from caseworker_app.errors import cause


def test_that_a_full_disk_and_a_missing_file_are_told_in_chinese(tmp_path: Path) -> None:
    assert cause(OSError(errno.ENOSPC, "No space left on device")) == "磁盘已满"
    with pytest.raises(OSError, match="No such file") as missing:
        (tmp_path / "none").read_bytes()
    assert cause(missing.value) == "没有这个文件或文件夹"
    with pytest.raises(OSError, match="directory") as folder:
        tmp_path.read_bytes()
    assert cause(folder.value) == "这是文件夹，不是文件"


@pytest.mark.parametrize("number", [errno.ELOOP, None])
def test_that_an_unusual_refusal_keeps_its_number(number: int | None) -> None:
    told = cause(OSError(number, "Too many levels") if number else OSError())
    assert re.fullmatch(f"系统错误 {number}", told)
