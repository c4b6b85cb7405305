"""Photos: how large a JPEG is, without decoding it."""

import struct
from io import BytesIO
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFError
from reportlab.pdfbase.pdfutils import readJPEGInfo

from caseworker_app.errors import UserError

_GREY, _RGB = 1, 3
_BROKEN = "照片“%s”不是能打印的JPEG文件，可能已损坏。请重新拍摄或重新导入这张照片。"


class Head(NamedTuple):
    """What stands at the beginning of a JPEG."""

    wide: int
    high: int
    coloured: bool


def head(jpeg: bytes, name: str = "") -> Head:
    """Return size and colours; raises ``UserError`` for what is no photo in grey or RGB."""
    try:
        wide, high, colours, *_ = readJPEGInfo(BytesIO(jpeg))
    except (struct.error, PDFError) as error:
        raise UserError(_BROKEN % name) from error
    if not (wide and high):
        raise UserError(_BROKEN % name)
    if colours not in (_GREY, _RGB):
        raise UserError(
            f"照片“{name}”是印刷用的四色图片，不能存入档案。请另存为普通照片后重新导入。"
        )
    return Head(wide, high, colours == _RGB)


def size(jpeg: bytes, name: str = "") -> tuple[int, int]:
    """Return width and height in pixels; raises as ``head`` does."""
    return head(jpeg, name)[:2]
