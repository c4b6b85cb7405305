"""Figures that moved far since the visit before: from where on a reason is asked, in words."""

from datetime import date
from functools import cache

from caseworker_app import codes
from caseworker_app.desktop.step import words
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.visit import Visit
from caseworker_app.rules import earlier
from caseworker_app.rules.earlier import Jump, Limit
from caseworker_app.rules.stages import Missing

_FEN = 100


@cache
def limits() -> tuple[Limit, ...]:
    """Return the limits of ``resources/codes/change_limits.csv``."""
    return tuple(
        Limit(
            row["what"],
            int(row["percent"]),
            int(row["least_yuan"]) * _FEN,
            date.fromisoformat(row["since"]),
            _day(row["until"]),
        )
        for row in codes.table("change_limits")
    )


def reasons(jump: Jump, day: date) -> tuple[tuple[str, str], ...]:
    """Return code and words of the reasons that may be given on a day."""
    return tuple(
        (row["code"], row["name_zh"])
        for row in codes.table("change_reasons")
        if (row["what"], row["direction"]) == (jump.what, jump.direction)
        and row["since"] <= day.isoformat() <= (row["until"] or "9999")
    )


def sentence(jump: Jump) -> str:
    """Return such as 家庭年收入比2026年3月2日减少 60%（12,000 元 → 4,800 元）."""
    named = codes.names("change_limits", "what")[jump.what]
    verb = tr("增加") if jump.direction == "up" else tr("减少")
    share = f" {jump.percent}%" if jump.percent is not None else ""
    moved = f"{words.money(jump.before)} → {words.money(jump.now)}"
    return tr(
        "{named}比 {day}{verb}{share}（{moved}）",
        named=named,
        day=words.day(jump.day),
        verb=verb,
        share=share,
        moved=moved,
    )


def unexplained(visit: Visit, found: tuple[Jump, ...]) -> tuple[Missing, ...]:
    """Return what still asks for a reason."""
    return tuple(_asked(jump) for jump in found if not _given(visit, jump))


def _asked(jump: Jump) -> Missing:
    text = tr("{sentence}，请选一个原因", sentence=sentence(jump))
    return Missing("change_unexplained", text, "", f"/reasons/#{jump.what}")


def _given(visit: Visit, jump: Jump) -> bool:
    told = earlier.reason(visit, jump.what)
    return told is not None and told.code in dict(reasons(jump, visit.day))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
