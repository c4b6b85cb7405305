import re
from itertools import product
from pathlib import Path

import pytest

from caseworker_app import desktop
from caseworker_app.desktop.theme.tokens import DARK, LIGHT, Colours, Pair, Tone
from caseworker_app.paths import resource

LOOKS = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
SOURCES = Path(desktop.__file__).parent


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", LOOKS)
def test_that_all_text_reads_on_every_ground(colours: Colours) -> None:
    grounds = (colours.window, colours.surface, colours.hover, colours.accent_soft)
    letters = (colours.text, colours.text2, colours.text3)

    faint = [(a, b) for a, b in product(letters, grounds) if contrast(a, b) < 4.5]

    assert faint == []


@pytest.mark.parametrize("colours", LOOKS)
@pytest.mark.parametrize("tone", Tone)
def test_that_a_chip_reads_on_its_ground_and_its_tone_on_a_card(
    colours: Colours, tone: Tone
) -> None:
    pair = colours.tones[tone]

    assert contrast(pair.text, pair.fill) >= 4.5
    assert contrast(pair.text, colours.surface) >= 4.5
    assert contrast(pair.text, colours.window) >= 4.5


@pytest.mark.parametrize("colours", LOOKS)
def test_that_buttons_read_and_what_is_chosen_or_focused_stands_out(colours: Colours) -> None:
    button = Pair(colours.accent, colours.on_accent)

    assert contrast(button.fill, button.text) >= 4.5
    assert contrast(colours.accent_hover, colours.on_accent) >= 4.5
    assert contrast(colours.accent, colours.accent_soft) >= 4.5
    assert contrast(colours.text2, colours.line) >= 4.5
    for edge in (colours.edge, colours.focus, colours.good, colours.over):
        assert contrast(edge, colours.surface) >= 3


@pytest.mark.parametrize("colours", LOOKS)
def test_that_rings_and_edges_stand_out_on_every_ground(colours: Colours) -> None:
    grounds = (colours.window, colours.surface, colours.hover)
    rings = product((colours.focus, colours.accent), (*grounds, colours.accent_soft, colours.line))
    edges = product((colours.edge, colours.good, colours.over), grounds)
    inside = [(colours.on_accent, colours.accent), (colours.on_accent, colours.accent_hover)]

    assert [pair for pair in [*rings, *edges, *inside] if contrast(*pair) < 3] == []


@pytest.mark.parametrize("colours", LOOKS)
def test_that_coloured_words_read_on_every_ground_they_may_stand_on(colours: Colours) -> None:
    grounds = (colours.window, colours.surface, colours.hover, colours.accent_soft)
    letters = (colours.accent, *(pair.text for pair in colours.tones.values()))
    chips = [(colours.text, pair.fill) for pair in colours.tones.values()]
    quiet = [(colours.accent, pair.fill) for pair in colours.tones.values()]
    paper = [(colours.ink, colours.paper)]

    pairs = [*product(letters, grounds), *chips, *quiet, *paper]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def test_that_the_pictures_of_the_style_sheet_have_the_colours_of_the_tokens() -> None:
    for mode, colours in (("light", LIGHT), ("dark", DARK)):
        arrow = resource("icons", f"chevron_down_{mode}.svg").read_text("utf-8")
        tick = resource("icons", f"checkmark_{mode}.svg").read_text("utf-8")

        assert f'fill="{colours.text2}"' in arrow
        assert f'fill="{colours.on_accent}"' in tick


def test_that_every_icon_shipped_is_used_by_name() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    shipped_names = {
        re.sub(r"_20_(regular|filled)$|_(light|dark)$", "", path.stem)
        for path in resource("icons").glob("*.svg")
    }

    assert [
        name
        for name in sorted(shipped_names)
        if f'"{name}"' not in code and f"{name}_{{mode}}" not in code
    ] == []
