"""How a countdown looks: one chip for every screen, with the rule and its article as tooltip."""

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import law
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.rules.figures import percent
from caseworker_app.rules.procedure.countdown import Colour, Countdown

_TONES = {
    Colour.RED: (Tone.RED, Shape.SQUARE),
    Colour.YELLOW: (Tone.YELLOW, Shape.DIAMOND),
    Colour.GREEN: (Tone.GREEN, Shape.NONE),
}

UNSET = ChipFace(tr("未定"), Tone.GREY, Shape.NONE, tr("未定期限"))


def chip(found: Countdown | None, *, named: bool = False) -> ChipFace:
    """Return the chip of a countdown, with the step's name where several stand together."""
    if found is None:
        return UNSET
    tone, shape = _TONES[found.colour]
    if found.days_left < 0:
        shape = Shape.TRIANGLE
    text = f"{found.zh} {found.words}" if named else found.words
    return ChipFace(text, tone, shape, f"{found.zh} {found.words}", tip(found))


def tip(found: Countdown) -> str:
    """Return by which rule and article a countdown runs, and what its colour means."""
    colours = tr(
        "余下时间不超过期限的{percent}为黄，到期当日和逾期为红。",
        percent=percent(found.yellow_share),
    )
    lines = (
        tr("{word}：{rule}", word=found.zh, rule=found.rule),
        tr("依据{articles}。", articles=law.articles(found.articles)),
        colours,
        found.caution,
    )
    return "\n".join(filter(None, lines))
