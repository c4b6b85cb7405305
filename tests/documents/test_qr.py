import segno

from caseworker_app.documents import qr

_TEXT = qr.content("330106-2026-F01-000123", "sha256:" + "0f1e2d3c" * 8)


def test_that_the_code_says_number_and_half_of_the_hash() -> None:
    assert _TEXT == "330106-2026-F01-000123:" + "0F1E2D3C" * 4


def test_that_number_and_hash_need_only_the_small_alphabet() -> None:
    assert segno.make(_TEXT, error="m", micro=False, boost_error=False).mode == "alphanumeric"


def test_that_the_bars_cover_exactly_the_dark_modules() -> None:
    matrix = segno.make(_TEXT, error="m", micro=False, boost_error=False, mask=3).matrix
    count = len(matrix)
    bars = qr.bars(_TEXT, 10, 20, float(count))

    dark = {
        (int(20 + count - y - h + 0.5), int(x - 10 + 0.5) + step)
        for x, y, w, h in bars
        for step in range(int(w + 0.5))
    }

    assert dark == {
        (r, c) for r, row in enumerate(matrix) for c, module in enumerate(row) if module
    }
