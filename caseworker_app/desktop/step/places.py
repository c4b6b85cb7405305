"""Where in a visit something is: the step, and the part of the step, of a unit's path."""

from enum import IntEnum

from caseworker_app.desktop.tongue import tr


class Step(IntEnum):
    """The steps of a visit in the order they are walked."""

    HOUSEHOLD = 1
    COMPARISON = 2
    CHECKS = 3
    DETERMINATION = 4
    SIGNING = 5
    DELIVERY = 6

    @property
    def zh(self) -> str:
        return _WORDS[self]


_WORDS = {
    Step.HOUSEHOLD: tr("家庭"),
    Step.COMPARISON: tr("三比对"),
    Step.CHECKS: tr("三核查"),
    Step.DETERMINATION: tr("认定"),
    Step.SIGNING: tr("签字"),
    Step.DELIVERY: tr("送达"),
}

_STEPS = {
    "household": Step.HOUSEHOLD,
    "members": Step.HOUSEHOLD,
    "changes": Step.HOUSEHOLD,
    "present": Step.HOUSEHOLD,
    "investigators": Step.HOUSEHOLD,
    "kind": Step.HOUSEHOLD,
    "apply_alone": Step.HOUSEHOLD,
    "explanations": Step.COMPARISON,
    "found": Step.COMPARISON,
    "comparison": Step.COMPARISON,
    "incomes": Step.CHECKS,
    "support": Step.CHECKS,
    "expenses": Step.CHECKS,
    "rigid": Step.CHECKS,
    "living": Step.CHECKS,
    "property": Step.CHECKS,
    "reasons": Step.CHECKS,
    "neighbours": Step.CHECKS,
    "checks": Step.CHECKS,
    "signatures": Step.SIGNING,
    "unsigned": Step.SIGNING,
    "signing": Step.SIGNING,
    "delivery": Step.DELIVERY,
}


_SECTIONS = {
    "household": tr("档案"),
    "members": tr("家庭成员"),
    "changes": tr("家庭变化"),
    "incomes": tr("收入核查"),
    "support": tr("赡养抚养扶养费"),
    "expenses": tr("生活支出"),
    "rigid": tr("刚性支出"),
    "living": tr("实际生活状况"),
    "property": tr("财产核查"),
    "explanations": tr("三比对的说明"),
    "found": tr("现场发现"),
}


HERE = tr("本次核查")
"""Where a unit stands that belongs to no section."""


def source_of(source: str) -> str:
    """Return where a figure comes from, in words: a section of the visit, or the local rules.

    A source with words of its own is returned as it is.
    """
    if source.startswith("/"):
        return _SECTIONS.get(section_of(source), HERE)
    return tr("地区规则包") if source.isascii() and source else source


def step_of(place: str) -> Step:
    """Return the step of a unit path such as ``/living/kitchen`` or of a section's name."""
    return _STEPS.get(section_of(place), Step.DETERMINATION)


def section_of(place: str) -> str:
    """Return the first part of a unit path: ``living`` of ``/living/kitchen``."""
    return place.strip("/").split("/")[0]


def item_of(place: str) -> str:
    """Return the item's id in a unit path, or "" where there is none."""
    return next((part[1:] for part in place.split("/") if part.startswith("#")), "")
