"""Files made to hurt: each is a sentence, soon, and without the memory it asks for."""

import os
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from caseworker_app.errors import UserError
from caseworker_app.intake.table import archive, process, reader
from tests.intake.lists.making import people, person, workbook

_KNOWN = frozenset(("姓名", "公民身份号码", "户号"))
_SHEET = "xl/worksheets/sheet1.xml"


def _read(path: Path) -> int:
    with process.Reader(path, _KNOWN) as opened:
        opened.head()
        return sum(len(batch) for batch in opened.batches())


def _with_part(path: Path, name: str, data: bytes) -> Path:
    """Rewrite a workbook with one part replaced."""
    good = workbook(path.with_name("good.xlsx"), 表=people(person(1)))
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, data)
    return path


def _sheet(cells: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def test_that_a_cell_at_the_far_corner_is_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write("XFD1048576", "x")
    assert path.stat().st_size < 10_000

    with path.open("rb") as file, pytest.raises(UserError, match="16,384 列、1,048,576 行"):
        archive.weigh(file, path.name)


@pytest.mark.parametrize(
    "cell",
    [
        "<c r='XFD1048576'><v>1</v></c>",
        '<c s="1" r = "XFD1048576" t="n"><v>1</v></c>',
        '<x:c r="XFD1048576"><v>1</v></x:c>',
        '<c r="ABC1"><v>1</v></c><c r="A1048576"><v>1</v></c>',
        '<c\tr="$XFD$1048576"><v>1</v></c>',
    ],
)
def test_that_a_far_cell_is_seen_however_it_is_written(tmp_path: Path, cell: str) -> None:
    path = _with_part(tmp_path / "a.xlsx", _SHEET, _sheet(f"<row>{cell}</row>"))

    with path.open("rb") as file, pytest.raises(UserError, match="超出能读的范围"):
        archive.weigh(file, path.name)


def test_that_far_cells_with_nothing_but_a_border_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate(people(person(1), person(2))):
            sheet.write_row(row, 0, cells)
        sheet.write_blank("XFD1048576", None, book.add_format({"border": 1}))

    assert _read(path) == 2


def test_that_a_corner_hidden_in_an_entity_only_kills_the_reader(tmp_path: Path) -> None:
    cell = '<c r="&#88;FD1048576"><v>1</v></c>'
    path = _with_part(tmp_path / "a.xlsx", _SHEET, _sheet(f'<row r="1">{cell}</row>'))

    with pytest.raises(UserError, match=r"a\.xlsx"):
        _read(path)


def test_that_what_unpacks_to_a_flood_is_refused(tmp_path: Path) -> None:
    flood = b"<worksheet>" + b" " * (80 << 20)
    path = _with_part(tmp_path / "a.xlsx", _SHEET, flood)
    assert path.stat().st_size < 200_000

    with pytest.raises(UserError, match="大得不正常"):
        _read(path)


def test_that_a_directory_that_lies_about_sizes_is_not_believed(tmp_path: Path) -> None:
    path = _with_part(tmp_path / "a.xlsx", _SHEET, b" " * (80 << 20))
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 80 << 20), struct.pack("<L", 1000)))

    with path.open("rb") as file, pytest.raises(UserError):
        archive.weigh(file, path.name)


def test_that_multiplying_entities_are_refused(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'

    with pytest.raises(UserError, match="实体"):
        _read(_with_part(tmp_path / "a.xlsx", "xl/sharedStrings.xml", bomb))


def test_that_repeated_cells_of_an_ods_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(
            "content.xml",
            '<a><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'office:value-type="float" table:number-columns-repeated="600"/></table:table-row></a>',
        )

    with path.open("rb") as file, pytest.raises(UserError, match="超出能读的范围"):
        archive.weigh(file, path.name)


def test_that_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        for n in range(archive.MOST_PARTS + 1):
            made.writestr(str(n), "")

    with pytest.raises(UserError, match="不是普通的表格"):
        _read(path)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.csv", b"", "空文件"),
        ("a.xlsx", b"PK\x03\x04 and no more", "损坏"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "损坏"),
        ("a.xls", b"<html><table><tr><td>x</td></tr></table></html>", "其实是网页"),
        ("a.xls", b'\xef\xbb\xbf <?xml version="1.0"?><Workbook/>', "其实是网页"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "不是表格也不是文本"),
        ("a.csv", b"\xff\xff\xfe\x80\x80,\n", "文字编码"),
        ("a.csv", b"\xff\xfe\x00\xd8", "文字编码"),
        ("a.csv", b'"' + b"x" * 200_000, "引号"),
    ],
)
def test_that_what_is_no_list_is_told(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(UserError, match=told):
        _read(path)


def test_that_a_truncated_workbook_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", 表=people(person(1)))
    path.write_bytes(path.read_bytes()[:-300])

    with pytest.raises(UserError, match="损坏"):
        _read(path)


def test_that_another_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("名单.csv", "姓名")

    with pytest.raises(UserError, match="先解压"):
        _read(path)


def test_that_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(_compound("EncryptedPackage"))

    with pytest.raises(UserError, match="加了密码"):
        _read(path)


def _compound(stream: str) -> bytes:
    """Return a compound file with one stream, as Office wraps a workbook with a password."""
    end, free, fat = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9L", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<L", 0)
    header += struct.pack("<108L", *[free] * 108)
    chain = [fat, end, *range(3, 10), end]
    table = struct.pack("<128L", *chain, *[free] * (128 - len(chain)))
    root = _entry("Root Entry", 5, 1, end, 0)
    return header + table + root + _entry(stream, 2, free, 2, 4096) + bytes(256) + bytes(8 * 512)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    links = struct.pack("<3L", 0xFFFFFFFF, 0xFFFFFFFF, child)
    return (
        text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1) + links + bytes(36)
        + struct.pack("<LQ", start, size)
    )  # fmt: skip


def test_that_an_encrypted_part_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", 表=people(person(1)))
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    path.write_bytes(data)

    with pytest.raises(UserError, match="密码"):
        _read(path)


def test_that_a_list_with_another_ending_is_read_by_what_it_is(tmp_path: Path) -> None:
    book = workbook(tmp_path / "a.xlsx", 表=people(person(1)))
    path = book.rename(tmp_path / "a.csv")

    assert _read(path) == 1


def test_that_only_plain_files_are_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    for path in (tmp_path, pipe, tmp_path / "none", Path("a\0b")):
        with pytest.raises(UserError):
            process.Reader(path, _KNOWN)


def test_that_a_huge_file_is_not_even_hashed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(process.MOST_BYTES + 1)

    with pytest.raises(UserError, match="400 MB"):
        process.Reader(path, _KNOWN)


def test_that_rows_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(",".join(row) for row in people(*map(person, range(1, 9)))), "utf-8")
    monkeypatch.setattr(reader, "MOST_ROWS", 7)

    with pytest.raises(UserError, match="超过 7 行"):
        list(reader.pieces(path, _KNOWN))


def test_that_columns_have_a_limit(tmp_path: Path) -> None:
    wide = tmp_path / "wide.csv"
    wide.write_text("姓名,公民身份号码\n" + ",".join("x" * (reader.MOST_COLUMNS + 1)), "utf-8")

    with pytest.raises(UserError, match="列"):
        _read(wide)


def test_that_a_reader_that_says_nothing_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "a.xlsx", 表=people(person(1)))
    monkeypatch.setattr(process, "PATIENCE", 0)

    with process.Reader(path, _KNOWN) as opened, pytest.raises(UserError, match="已停止"):
        opened.head()
