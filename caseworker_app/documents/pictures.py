"""Photos: how large a JPEG is, without decoding it."""

import struct
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFError
from reportlab.pdfbase.pdfutils import readJPEGInfo

from caseworker_app.errors import UserError


def size(jpeg: bytes, name: str = "") -> tuple[int, int]:
    """Return width and height in pixels; raises ``UserError`` for anything without a JPEG head."""
    try:
        wide, high, *_ = readJPEGInfo(BytesIO(jpeg))
    except (struct.error, PDFError) as error:
        raise UserError(
            f"照片“{name}”不是能打印的JPEG文件，可能已损坏。请重新拍摄或重新导入这张照片。"
        ) from error
    return wide, high
