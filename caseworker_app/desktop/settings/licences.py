"""What was made by others: the letters, the pictures, the libraries, and their licences."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution

from caseworker_app.desktop.tongue import tr
from caseworker_app.paths import resource

_FONTS = {
    "noto-sans-sc": tr("思源黑体 Noto Sans SC"),
    "noto-serif-sc": tr("思源宋体 Noto Serif SC"),
    "hana-min": tr("花园明朝 HanaMinB"),
}
LIBRARIES = {
    "PySide6-Essentials": tr("窗口和界面"),
    "SQLAlchemy": tr("本机数据"),
    "alembic": tr("本机数据升级"),
    "argon2-cffi": tr("口令"),
    "asn1crypto": tr("电子封章"),
    "cryptography": tr("加密和签名"),
    "msgspec": tr("数据格式"),
    "pikepdf": tr("装订档案"),
    "pillow": tr("照片"),
    "platformdirs": tr("数据位置"),
    "pyHanko": tr("电子封章"),
    "pypdfium2": tr("打印预览"),
    "pypinyin": tr("拼音搜索"),
    "PyYAML": tr("数据格式"),
    "python-calamine": tr("读取表格"),
    "reportlab": tr("打印"),
    "requests": tr("送达"),
    "segno": tr("二维码"),
    "sqlcipher3": tr("数据加密"),
    "XlsxWriter": tr("写出表格"),
    "zstandard": tr("压缩"),
    "zxing-cpp": tr("识别二维码"),
}
"""Name of a library, as its authors write it → what it is used for."""


@dataclass(frozen=True, slots=True)
class Licence:
    name: str
    used_for: str
    text: str
    """Version and name of the licence, or its whole text."""


def licences() -> tuple[Licence, ...]:
    """Return all of them, letters and pictures first; reads files."""
    fonts = (Licence(name, tr("字体"), _text(f"fonts/{folder}")) for folder, name in _FONTS.items())
    icons = Licence("Fluent UI System Icons", tr("图标"), _text("icons"))
    return (*fonts, icons, *(_library(name, use) for name, use in LIBRARIES.items()))


def _text(folder: str) -> str:
    found = sorted(resource(*folder.split("/")).glob("LICENSE*"))
    return "\n\n".join(path.read_text("utf-8") for path in found)


def _library(name: str, use: str) -> Licence:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return Licence(name, use, tr("许可证见安装目录"))
    told = found.metadata.get_all
    said = (*(told("License-Expression") or ()), *(told("License") or ()))
    classified = [
        line.rpartition(" :: ")[2]
        for line in told("Classifier") or ()
        if line.startswith("License ::")
    ]
    named = next((text.strip() for text in said if text.strip()), tr("、").join(classified))
    return Licence(name, use, tr("{version}　{named}", version=found.version, named=named))
