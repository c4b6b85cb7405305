"""The stories of a caseworker in the window: ``keyboard|pointer folder``."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTableView

from caseworker_app import settings
from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY, DemoClock, instant
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.township import make_township
from caseworker_app.desktop.help.page import HelpWindow
from caseworker_app.desktop.start import Installation
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import running
from caseworker_app.store.key import Cost
from caseworker_app.workflow import comparison, session
from tests.journeys import kitchen
from tests.journeys.hand import Hand
from tests.journeys.walking import walk

_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)


def prepare(folder: Path) -> Plan:
    plan = Plan(folder, 60, 1, cost=_QUICK)
    township = make_township(plan.households, plan.seed, today=DAY)
    slip = office.prepare(plan.server, township)
    with running(Configuration(plan.server), instant) as server:
        ws = laptop.open_laptop(plan, township, server.url, slip)
        laptop.fetch(ws, lambda _: None)
        comparison.compare_all(ws)
        session.lock(ws)
    settings.save(plan.laptop, replace(settings.load(plan.laptop), toured=True))
    return plan


_ANSWERS = (
    ("红色 未申报机动车", "2 已出售并交付"),
    ("红色 近期新购车", "2 "),
    ("橙色 个税收入不一致", "1 "),
)


def stories(folder: Path) -> tuple[Callable[[Hand], None], ...]:
    """Return the stories in the order of a day."""
    photo, finger = folder / "kitchen.jpg", folder / "finger.jpg"
    photo.write_bytes(kitchen.KITCHEN)
    finger.write_bytes(kitchen.FINGER)
    first = (door, lists, household, differences, checks, partial(evidence, photo=photo))
    signed = (determination, partial(signing, finger=finger))
    after = (partial(printing, target=folder / "form.pdf"), delivery, lock, refusal, help_)
    return first + signed + after


def door(hand: Hand) -> None:
    """A wrong passphrase is told; the right one opens the day."""
    hand.write("口令", "不是这个口令")
    hand.press("打开")
    hand.wait("refusal", lambda: hand.says("口令不对"))
    hand.write("口令", laptop.PASSPHRASE)
    hand.press("打开")
    hand.find("开始入户")


def lists(hand: Hand) -> None:
    """The household is found by its initials, among those of a class, and started."""
    hand.press("复核清单")
    hand.wait("rows", lambda: hand.says("60 户"))
    hand.press("类别")
    hand.tick("低保")
    hand.press("存为视图")
    hand.write("视图名称", "低保户")
    hand.press("保存")
    hand.find("低保户")
    hand.press("清除")
    hand.write("搜索", "pbx")
    hand.find("开始入户：潘柏兴")
    hand.press("开始入户：潘柏兴")


def household(hand: Hand) -> None:
    """Everybody is met; a birth the register knows is written, taken back, and written again."""
    hand.press("全部见到")
    hand.press("潘柏兴 在场并签字")
    hand.press("家庭变化")
    hand.press("登记提示 潘梓瑶")
    hand.press("户口簿")
    hand.press("记好了")
    hand.find("潘梓瑶")


def differences(hand: Hand) -> None:
    """Each difference gets an answer of the law, and what was seen and said."""
    hand.press("下一步：三比对")
    for difference, answer in _ANSWERS:
        hand.press(difference)
        hand.press(answer)
        hand.write("现场看到的", "院里没有车辆")
        hand.write("家庭说明", "已出示材料")
        hand.press("全部差异")
        hand.pause(200)


def checks(hand: Hand) -> None:
    """An income is typed, undone, done again and taken out; the rest is as declared."""
    hand.press("下一步：三核查")
    hand.cell("收入核查", 0, 4)
    hand.over("310")
    hand.wait("counted", lambda: hand.says("核实 6,720 元"))
    hand.press("撤销")
    hand.wait("undone", lambda: hand.says("核实相同"))
    hand.press("重做")
    hand.wait("done again", lambda: hand.says("核实 6,720 元"))
    hand.press("下一项：赡养抚养扶养费")
    hand.press("下一项：支出")
    hand.press("下一项：实际生活状况")
    hand.press("砖木结构")
    hand.press("与申报一致")
    hand.write("门前车辆及说法", "门前没有车辆")
    hand.press("下一项：财产")
    hand.press("与申报一致")


def evidence(hand: Hand, photo: Path) -> None:
    """A photo goes to the place it is missing at, and is looked at large."""
    hand.press("佐证")
    hand.focus("缺，厨房")
    hand.press("选照片…")
    hand.file(photo)
    hand.wait("taken", lambda: hand.says("已收下照片"))
    hand.find("照片，厨房")
    hand.press("关闭")


def determination(hand: Hand) -> None:
    hand.press("下一步：认定")
    hand.press("采用建议的意见")
    hand.press("每月救助金 的依据")
    hand.wait("grounds", lambda: hand.says("第"))


def signing(hand: Hand, finger: Path) -> None:
    """The member presses the finger, both investigators sign, the visit is sealed and kept."""
    hand.press("下一步：签字")
    hand.press("捺印 家庭成员")
    hand.file(finger)
    hand.find("撤下捺印 家庭成员")
    investigators(hand)
    seal(hand)


def investigators(hand: Hand) -> None:
    for name in ("胡龙", "周铭豪"):
        hand.draw(f"调查人 {name} 签名区")
        hand.press(f"确认 调查人 {name}")
        hand.find(f"回放 调查人 {name}")


def seal(hand: Hand) -> None:
    hand.press("封存")
    hand.wait("question", lambda: isinstance(hand.top(), QuestionDialog))
    hand.press("封存")
    hand.wait("sealed", lambda: hand.says("已封存，编号"))


def printing(hand: Hand, target: Path) -> None:
    """The sealed paper is looked at and kept as a file."""
    hand.press("打印…")
    hand.find("第 1 页")
    hand.press("另存 PDF…")
    hand.file(target)
    hand.wait("kept", target.exists)


def delivery(hand: Hand) -> None:
    """Without a network delivery says so, and what is here stays here."""
    hand.press("送达")
    hand.wait("waiting", lambda: hand.says("份只在本机"))
    hand.press("立即送达")
    hand.wait("refusal", lambda: hand.says("连不上"))
    assert hand.says("份只在本机")


def lock(hand: Hand) -> None:
    """Locked and opened again, one is where one was."""
    hand.press("今天")
    hand.press("锁定")
    hand.write("口令", laptop.PASSPHRASE)
    hand.press("打开")
    hand.find("今天要走的户")
    hand.wait("back", lambda: isinstance(QApplication.focusWidget(), QTableView))


def refusal(hand: Hand) -> None:
    """At the next household nothing changed, but nobody signs: two witnesses do instead."""
    hand.press("开始入户")
    hand.press("全部见到")
    hand.press("陈建军 在场并签字")
    hand.press("下一步：三比对")
    hand.press("下一步：三核查")
    hand.press("三核查都无变化")
    hand.press("第 4 步")
    hand.press("采用建议的意见")
    hand.press("下一步：签字")
    hand.write("拒绝签字的原因", "对金额有异议，不愿签字")
    for witness, name in (("第一见证人", "王阿姨"), ("第二见证人", "李师傅")):
        hand.write(f"{witness}姓名", name)
        hand.draw(f"{witness} {name} 签名区")
        hand.press(f"确认 {witness} {name}")
        hand.find(f"回放 {witness} {name}")
    investigators(hand)
    seal(hand)


def help_(hand: Hand) -> None:
    """Every screen has its page of help."""
    hand.press("帮助")
    hand.wait("help", lambda: any(w.isVisible() for w in hand.frame.findChildren(HelpWindow)))


def main(way: str, folder: str) -> int:
    place = Path(folder)
    plan = prepare(place)
    tries = walk(way, Installation(plan.laptop, DemoClock(), ""), stories(place))
    assert tries, "delivery never tried the network"
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
