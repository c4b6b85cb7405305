"""A file in the clear, written where a person wants it: a paper, a piece of evidence."""

from pathlib import Path

from caseworker_app.errors import OutsideError, cause


def write(file: Path, data: bytes) -> None:
    """Write a file anew; raises OutsideError where the disk refuses."""
    try:
        file.write_bytes(data)
    except OSError as error:
        raise OutsideError(
            f"存不到“{file}”：{cause(error)}。请看看存储卡是否插好、空间够不够，再存一次。"
        ) from error
