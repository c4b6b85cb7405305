import pytest
import segno

from caseworker_app.documents import qr
from caseworker_app.documents.qr import Named

_TEXT = qr.content("330106-2026-F01-000123", "sha256:" + "0f1e2d3c" * 8)


def test_that_the_code_says_number_and_half_of_the_hash() -> None:
    assert _TEXT == "330106-2026-F01-000123:" + "0F1E2D3C" * 4


def test_that_number_and_hash_need_only_the_small_alphabet() -> None:
    assert segno.make(_TEXT, error="m", micro=False, boost_error=False).mode == "alphanumeric"


def test_that_the_bars_cover_exactly_the_dark_modules() -> None:
    matrix = segno.make(_TEXT, error="m", micro=False, boost_error=False, mask=3).matrix

    dark = [(row, at + n) for at, row, long in qr.bars(_TEXT) for n in range(long)]

    assert len(set(dark)) == len(dark)
    assert set(dark) == {
        (r, c) for r, row in enumerate(matrix) for c, module in enumerate(row) if module
    }


_HOME, _VISIT = "01936f2e-7a10-7cde-8f01-23456789abcd", "01936f2e-7a10-7cde-8f01-000000000001"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (_TEXT, Named("F01", "330106-2026-F01-000123", "0F1E2D3C" * 4)),
        (
            qr.content("330106-2026-F06a-000001", "sha256:" + "ab" * 32),
            Named("F06a", "330106-2026-F06a-000001", "AB" * 16),
        ),
        (qr.empty("F06b", _HOME), Named("F06b", subject=_HOME)),
        (qr.empty("F01", _HOME, _VISIT), Named("F01", subject=_HOME, visit=_VISIT)),
        (
            qr.empty("F10", _HOME, "330106-2026-F06a-000001"),
            Named("F10", subject=_HOME, about="330106-2026-F06a-000001"),
        ),
        (f"F06a:{_HOME}", Named("F06a", subject=_HOME)),
        ("F01:33010600012", Named("F01", subject="33010600012")),
    ],
)
def test_that_a_code_of_today_or_before_is_understood(text: str, named: Named) -> None:
    assert qr.read(text) == named


@pytest.mark.parametrize(
    "text",
    ["", "https://example.org/F01:1", "F99:h1", "F01:", "F01:a:b:c", f"{_TEXT}0", f"x{_TEXT}"],
)
def test_that_other_codes_name_nothing(text: str) -> None:
    assert qr.read(text) is None


def test_that_a_code_names_one_hash_only() -> None:
    named = qr.read(_TEXT)

    assert named is not None
    assert qr.fits(named, "sha256:" + "0f1e2d3c" * 8)
    assert not qr.fits(named, "sha256:" + "0f1e2d3d" * 8)


@pytest.mark.parametrize("about", ["", _VISIT, "330106-2026-F06a-000001"])
def test_that_the_code_of_an_empty_form_is_no_larger_than_of_a_paper(about: str) -> None:
    assert len(qr.modules(qr.empty("F06b", _HOME, about))) <= 33
