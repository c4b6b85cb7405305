"""Every colour, letter size and distance of the screens. Figures are pixels at scale 1.

All text has a contrast of at least 4.5 on every ground it is set on (WCAG 2.2, 1.4.3), edges
of controls at least 3 (1.4.11). Knows no Qt, so that presenters may name a tone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum


class Tone(StrEnum):
    """What a coloured thing means; the colour follows from it."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    BLUE = "blue"
    GREEN = "green"
    TEAL = "teal"
    VIOLET = "violet"
    GREY = "grey"


class Shade(StrEnum):
    """The colours text may have; each a field of ``Colours``."""

    TEXT = "text"
    SECOND = "text2"
    THIRD = "text3"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"


SCALES = (100, 125, 150, 175, 200, 250)
"""Steps of letter size in per cent."""

LEAST_LARGE = 150
"""Least size of 长辈版 in per cent."""


class Text(Enum):
    """Letter sizes and weights: (pixels, weight)."""

    DISPLAY = (30, 600)
    TITLE = (22, 600)
    HEADING = (16, 600)
    STRONG = (14, 600)
    BODY = (14, 400)
    SMALL = (13, 400)
    CHIP = (12, 600)

    @property
    def pixels(self) -> int:
        return self.value[0]

    @property
    def weight(self) -> int:
        return self.value[1]


class Gap:
    """Distances."""

    TINY = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    WIDE = 24


class Size:
    """Heights, widths and radii of the fixed parts."""

    CONTROL = 36
    ROW = 44
    CHIP = 24
    ICON = 20
    RADIUS = 8
    CARD_RADIUS = 12
    RAIL = 172
    RAIL_NARROW = 64
    RAIL_LARGE = 76
    FOCUS = 2
    UNBOUNDED = 16_777_215
    """QWIDGETSIZE_MAX, which PySide does not name."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A ground and what is written on it."""

    fill: str
    text: str


@dataclass(frozen=True, slots=True)
class Colours:
    window: str
    surface: str
    hover: str
    line: str
    edge: str
    """Border of a control."""
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_soft: str
    """Ground of what is chosen."""
    on_accent: str
    focus: str
    good: str
    over: str
    """Bars below and above a line; pictures, not text."""
    tones: Mapping[Tone, Pair]
    paper: str
    ink: str
    """Ink on paper stays dark blue in both modes: it is what will be printed."""


LIGHT = Colours(
    window="#F3F5F9",
    surface="#FFFFFF",
    hover="#F5F8FC",
    line="#E1E6EE",
    edge="#818DA0",
    text="#18212D",
    text2="#4C586A",
    text3="#5F6B7D",
    accent="#1B58BF",
    accent_hover="#164AA3",
    accent_soft="#E6EEFB",
    on_accent="#FFFFFF",
    focus="#1B58BF",
    good="#2A8F58",
    over="#C46A14",
    tones={
        Tone.RED: Pair("#FCE5E4", "#A61B14"),
        Tone.ORANGE: Pair("#FDECD9", "#8F4700"),
        Tone.YELLOW: Pair("#FBF3C7", "#6B5300"),
        Tone.BLUE: Pair("#E2ECFC", "#1A52B0"),
        Tone.GREEN: Pair("#DFF3E6", "#12633A"),
        Tone.TEAL: Pair("#DAF1F2", "#0A5C66"),
        Tone.VIOLET: Pair("#EFE8FB", "#5D33A8"),
        Tone.GREY: Pair("#E9EDF3", "#465265"),
    },
    paper="#FFFFFF",
    ink="#12235E",
)

DARK = Colours(
    window="#11151B",
    surface="#1A2029",
    hover="#212936",
    line="#2D3643",
    edge="#6E7B8E",
    text="#E9EEF5",
    text2="#B3BDCB",
    text3="#98A4B5",
    accent="#7DAAFF",
    accent_hover="#9ABDFF",
    accent_soft="#213351",
    on_accent="#0B1526",
    focus="#8FB6FF",
    good="#63C48D",
    over="#EBA35C",
    tones={
        Tone.RED: Pair("#4A2022", "#FFB3AD"),
        Tone.ORANGE: Pair("#48311A", "#FFC98A"),
        Tone.YELLOW: Pair("#3F3917", "#F3DD6E"),
        Tone.BLUE: Pair("#21375B", "#A9C8FF"),
        Tone.GREEN: Pair("#1A3B29", "#8BE0AC"),
        Tone.TEAL: Pair("#143B41", "#8CDFE8"),
        Tone.VIOLET: Pair("#372953", "#D3B8FF"),
        Tone.GREY: Pair("#2C3542", "#C6CFDB"),
    },
    paper="#FFFFFF",
    ink="#12235E",
)
