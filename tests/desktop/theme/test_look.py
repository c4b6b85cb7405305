import pytest
from hypothesis import given, strategies as st
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from caseworker_app.desktop.theme import fonts, icons, style
from caseworker_app.desktop.theme.look import Look, current
from caseworker_app.desktop.theme.tokens import SCALES, Shade, Size, Text


@given(st.sampled_from(SCALES), st.integers(1, 400))
def test_that_one_factor_goes_through_every_figure(scale: int, figure: int) -> None:
    assert Look(scale=scale / 100).px(figure) == round(figure * scale / 100)


def test_that_the_look_applied_is_the_one_in_force(qapp: QApplication) -> None:
    dark = Look(dark=True, scale=1.5)

    style.apply(qapp, dark)

    assert current() == dark
    assert qapp.font().pixelSize() == 21
    assert qapp.palette().window().color().name().upper() == dark.colours.window


@pytest.mark.parametrize("text", Text)
def test_that_both_weights_are_the_font_shipped(look: Look, text: Text) -> None:
    info = QFontInfo(look.font(text))

    assert info.family() == "Noto Sans SC"
    assert info.weight() == text.weight


def test_that_the_font_of_rare_names_is_loaded_when_one_is_shown() -> None:
    fonts.cover(["龚\U000247e4明"])

    assert "HanaMinB" in QFontDatabase.families()


def test_that_an_icon_is_drawn_in_the_colour_asked_for(look: Look) -> None:
    picture = icons.pixmap("search", "#FF0000").toImage()

    pixels = [picture.pixelColor(x, y) for x in range(20) for y in range(20)]
    inked = [colour for colour in pixels if colour.alpha() > 128]
    assert picture.width() == Size.ICON
    assert inked
    assert all(c.red() > 250 and c.green() + c.blue() == 0 for c in inked)
    assert not icons.icon("people", Shade.SECOND, Shade.ACCENT).isNull()
