"""Every change of a household in the window: ``keyboard|pointer folder``."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from caseworker_app.model.id_number import check_digit
from tests.journeys.hand import Hand
from tests.journeys.walking import alone, enter, visit, walk


@dataclass(frozen=True)
class Told:
    """A change as the family tells it, and how the card has it afterwards."""

    kind: str
    line: str
    pressed: tuple[str, ...] = ()
    picked: tuple[tuple[str, str], ...] = ()
    written: tuple[tuple[str, str], ...] = ()
    name: str = ""
    """Of who comes."""


def _number(birth: str, order: str) -> str:
    return f"330199{birth}{order}" + check_digit(f"330199{birth}{order}")


_CAME = (
    Told(
        "出生",
        "出生：胡小满，2026年11月2日",
        ("出生医学证明",),
        written=(("出生日期", "11-2"),),
        name="胡小满",
    ),
    Told(
        "收养",
        "收养：胡安安，2026年10月12日",
        ("收养登记证",),
        written=(
            ("公民身份号码", _number("20200308", "022")),
            ("收养登记日期", "2026-10-12"),
        ),
        name="胡安安",
    ),
    Told(
        "迁入",
        "迁入：胡大伟，2026年9月1日",
        ("户口簿",),
        (("与户主关系", "子"), ("从业状况", "零工")),
        (
            ("公民身份号码", _number("20020514", "011")),
            ("开始共同生活的日期", "20260901"),
        ),
        name="胡大伟",
    ),
    Told(
        "结婚",
        "结婚：林小美，2026年10月1日",
        ("结婚证",),
        (("与户主关系", "儿媳"),),
        (
            ("公民身份号码", _number("20030620", "026")),
            ("结婚登记日期", "2026年10月1日"),
        ),
        name="林小美",
    ),
)
_WENT = (
    Told(
        "入学",
        "入学（小学、初中）：胡子航，2026年9月1日",
        ("胡子航（", "小学、初中", "学籍证明"),
        written=(("入学日期", "9-1"),),
    ),
    Told(
        "失踪",
        "失踪（联系不上，未经宣告）：林小美，2026年11月10日",
        ("林小美（", "联系不上，未经宣告", "报警回执"),
        written=(("失踪或宣告日期", "11-10"),),
    ),
    Told(
        "成年独立",
        "成年独立：胡大伟，2026年10月8日",
        ("胡大伟（", "就业或收入证明"),
        written=(("独立生活的日期", "10-8"),),
    ),
    Told(
        "回家",
        "回家：胡大伟，2026年11月1日",
        ("胡大伟（", "毕业或离校证明"),
        written=(("回来的日期", "11-1"),),
    ),
    Told(
        "参军",
        "参军：胡大伟，2026年11月15日",
        ("胡大伟（", "入伍通知书"),
        written=(("入伍日期", "11-15"),),
    ),
    Told(
        "迁出",
        "迁出：林小美，2026年11月16日",
        ("林小美（", "迁移证明"),
        written=(("迁出日期", "11-16"), ("说明", "回娘家了")),
    ),
    Told(
        "离婚",
        "离婚：胡芳，2026年11月18日",
        ("胡芳（", "离婚证"),
        written=(("离婚生效日期", "11-18"), ("对方每月给子女的抚养费", "500")),
    ),
    Told(
        "服刑",
        "服刑（社区矫正、缓刑或保外就医）：胡军，2026年11月19日",
        ("胡军（", "社区矫正、缓刑或保外就医", "社区矫正或保外就医决定"),
        written=(("起始日期", "11-19"),),
    ),
)
_DIED = Told("死亡", "死亡：潘老生，2026年11月16日", ("潘老生（", "火化证明"))
_HEIR = Told(
    "户主变更",
    "户主变更：潘老生 → 陈金花，2026年11月22日",
    ("陈金花（", "家庭成员推选书"),
    (("潘雅朵 与新户主的关系", "孙女"),),
    (("变更日期", "11-22"),),
)
TOLD = (*_CAME, *_WENT, _DIED, _HEIR)


def fill(hand: Hand, told: Told) -> None:
    """Begin a change and answer its questions."""
    hand.press("家庭变化")
    hand.press(f"家庭变化 {told.kind}")
    answer(hand, told)


def answer(hand: Hand, told: Told) -> None:
    """Answer the questions in sight, whom it is about first."""
    if told.name:
        hand.write("姓名", told.name)
    for name in told.pressed:
        hand.press(name)
    for name, word in told.picked:
        hand.pick(name, word)
    for name, text in told.written:
        hand.write(name, text)


def on_card(hand: Hand, told: Told) -> None:
    """The card has it with its day and its proof; nothing is left to be filled in."""
    line = f"家庭变化 {told.line}"
    hand.wait("seen", lambda: any(n.startswith(line) and "看过" in n for n in hand.names()))


def each(*changes: Told) -> Callable[[Hand], None]:
    """Return the story of some changes, told one after the other."""

    def tell(hand: Hand) -> None:
        for told in changes:
            fill(hand, told)
            hand.press("记好了")
            on_card(hand, told)

    return tell


def taken_back(hand: Hand) -> None:
    """What did not happen is taken back, and whoever it was about stands there as before."""
    hand.press("家庭变化 服刑")
    hand.press("撤销这项变化")
    hand.wait("told", lambda: hand.says("这项变化已撤销"))
    hand.wait("gone", lambda: not any(n.startswith("家庭变化 服刑") for n in hand.names()))


def head(hand: Hand) -> None:
    """The head died; the household is handed over at once, and everybody's place in it is told."""
    visit(hand, "潘老生")
    fill(hand, _DIED)
    hand.week_before("死亡日期，从日历选")
    hand.press("接着办理户主变更")
    answer(hand, _HEIR)
    hand.press("记好了")
    on_card(hand, _HEIR)
    on_card(hand, _DIED)


def stories() -> Iterable[Callable[[Hand], None]]:
    yield enter
    yield lambda hand: visit(hand, "胡军")
    yield each(*_CAME)
    yield each(*_WENT)
    yield taken_back
    yield head


def main(way: str, folder: str) -> int:
    assert not walk(way, alone(Path(folder)), stories())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
