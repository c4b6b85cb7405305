"""What chips say, without Qt: word, tone and shape, so that no meaning hangs on colour alone."""

from dataclasses import dataclass
from enum import StrEnum

from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.codes import Level, Stage


class Shape(StrEnum):
    """The mark before the word."""

    NONE = ""
    TRIANGLE = "triangle"
    SQUARE = "square"
    DIAMOND = "diamond"
    CIRCLE = "circle"
    RING = "ring"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class ChipFace:
    text: str
    tone: Tone
    shape: Shape = Shape.NONE
    spoken: str = ""
    """What a screen reader says where the text alone is too short."""

    tip: str = ""
    """What it rests on, for who points at it."""

    @property
    def name(self) -> str:
        return self.spoken or self.text


_LEVELS = {
    Level.RED: (Tone.RED, Shape.TRIANGLE),
    Level.ORANGE: (Tone.ORANGE, Shape.SQUARE),
    Level.YELLOW: (Tone.YELLOW, Shape.DIAMOND),
    Level.BLUE: (Tone.BLUE, Shape.CIRCLE),
}

_STAGES = {
    Stage.ASSIGNED: (Tone.GREY, Shape.RING),
    Stage.PREPARING: (Tone.BLUE, Shape.RING),
    Stage.VISITING: (Tone.BLUE, Shape.CIRCLE),
    Stage.DETERMINED: (Tone.VIOLET, Shape.CIRCLE),
    Stage.SIGNED: (Tone.VIOLET, Shape.TICK),
    Stage.SEALED: (Tone.TEAL, Shape.SQUARE),
    Stage.DELIVERED: (Tone.TEAL, Shape.TRIANGLE),
    Stage.RECEIVED: (Tone.GREEN, Shape.TICK),
    Stage.RETURNED: (Tone.RED, Shape.DIAMOND),
}


def level(of: Level, text: str = "") -> ChipFace:
    """Return the chip of a severity; ``text`` replaces the word (红, 橙 …)."""
    tone, shape = _LEVELS[of]
    return ChipFace(
        text or of.zh, tone, shape, tr("{word}色 {text}", word=of.zh, text=text).strip()
    )


def levels(red: int, orange: int, yellow: int) -> tuple[ChipFace, ...]:
    """Return one chip for each severity that has differences, gravest first."""
    counted = ((Level.RED, red), (Level.ORANGE, orange), (Level.YELLOW, yellow))
    return tuple(level(of, str(number)) for of, number in counted if number)


def stage(of: Stage) -> ChipFace:
    tone, shape = _STAGES[of]
    return ChipFace(of.zh, tone, shape)


def tips(chips: tuple[ChipFace, ...]) -> str:
    """Return what several chips rest on."""
    return "\n\n".join(filter(None, (chip.tip for chip in chips)))


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell of a table shows: text, or chips."""

    text: str = ""
    chips: tuple[ChipFace, ...] = ()
    strong: bool = False
    right: bool = False

    @property
    def name(self) -> str:
        return self.text or tr("，").join(chip.name for chip in self.chips)

    @property
    def tip(self) -> str:
        return tips(self.chips) or self.name


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, least width in pixels at scale 1, when it gives way."""

    title: str
    least: int
    gives_way: int = 0
    """Where room is short, the column with the highest number goes first; 0 never goes."""
    right: bool = False
    grows: int = 1
    """Share of the room that is left over."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with its word, such as 退回 12 行."""

    word: str
    count: int
    unit: str = tr("行")
    tone: Tone | None = None
    """Colour of a count that asks for something; plain where None."""
    remark: str = ""
