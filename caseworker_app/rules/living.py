"""实际生活状况 and 支出: the words a worker chooses from, and how spending is read.

What is seen at home is an auxiliary sign (DBM-17): nothing here decides by itself.
"""

from collections.abc import Mapping
from typing import TypeAlias

from caseworker_app.model.values import Fen, yuan

Choices: TypeAlias = tuple[tuple[str, str], ...]
"""Code and the words for it, in the order they are offered."""

CHOICES: Mapping[str, Choices] = {
    "tenure": (
        ("own", "自有住房"),
        ("public_rental", "公租房"),
        ("rented", "租赁"),
        ("borrowed", "借住"),
        ("lodging", "寄宿机构"),
    ),
    "structure": (
        ("3", "钢筋混凝土"),
        ("4", "混合结构"),
        ("5", "砖木结构"),
        ("earth", "土木结构"),
        ("6", "其他结构"),
    ),
    "decoration": (("bare", "毛坯"), ("simple", "简装"), ("fine", "精装"), ("luxury", "豪华")),
    "safety": (
        ("A", "A级 安全"),
        ("B", "B级 基本安全"),
        ("C", "C级 局部危险"),
        ("D", "D级 整栋危险"),
    ),
    "kitchen": (
        ("own_stove", "独立灶具，米面油有存"),
        ("shared_stove", "与他户共用灶具"),
        ("scarce", "灶具简陋，米面油不足"),
        ("none", "无灶具"),
    ),
    "food": (
        ("enough", "近日有肉蛋菜"),
        ("plain", "以主食蔬菜为主"),
        ("lacking", "食物不足"),
    ),
    "water": (
        ("tap", "自来水入户"),
        ("shared", "公用取水点"),
        ("none", "无安全饮水"),
    ),
    "bedding": (("enough", "衣被够用"), ("fair", "衣被一般"), ("lacking", "衣被缺乏")),
    "appliances": (
        ("tv", "电视机"),
        ("fridge", "冰箱"),
        ("washer", "洗衣机"),
        ("air_conditioner", "空调"),
        ("water_heater", "热水器"),
        ("computer", "电脑"),
        ("other", "其他家电"),
    ),
    "care_need": (
        ("none", "无需照料"),
        ("visits", "需定期探访"),
        ("daily", "需日常照料"),
        ("nursing", "需长期护理"),
    ),
    "impression": (
        ("hard", "困难明显"),
        ("as_declared", "与申报一致"),
        ("better", "好于申报"),
        ("much_better", "明显好于申报"),
    ),
}
"""Field of ``LivingCondition`` → choices; ``appliances`` takes several."""

BETTER = frozenset({"better", "much_better"})
"""Impressions that must be argued in words."""

EXPENSES: Choices = (
    ("food", "食品"),
    ("water", "水费"),
    ("power", "电费"),
    ("gas", "燃气"),
    ("phone", "通信"),
    ("rent", "房租物业"),
    ("transport", "交通"),
    ("education", "教育"),
    ("medical", "医疗自付"),
    ("care", "护理康复"),
    ("social", "人情烟酒"),
    ("other", "其他"),
)
"""Kinds of living expense, a month."""

_HUNDRED = 100

_READINGS = (
    (70, "偏低：可能有实物帮助或极度节俭，请问明由谁帮助并查看食物。"),
    (131, "收支相符。"),
    (201, "偏高：可能举债或有未申报收入，请问明资金来源。"),
)
"""Below how many per cent of countable income: a proposal for reading, no legal limits."""

_BEYOND = "过高：请核对票据；属医疗、教育刚性支出的走支出型低保或刚性支出困难家庭。"


def word(field: str, code: str) -> str:
    """Return the words for a chosen code, or the code where the list has none."""
    return dict(CHOICES[field]).get(code, code)


def spending_reading(spent: Fen, income: Fen) -> str:
    """Return how a month's spending against countable income is to be read, as a sentence."""
    if not spent:
        return "尚未填写支出。"
    if not income:
        return f"月支出{yuan(spent)}元而无可计算收入：请问明生活来源，由谁帮助。"
    percent = spent * _HUNDRED // income
    reading = next((words for limit, words in _READINGS if percent < limit), _BEYOND)
    return f"支出为收入的{percent}%，{reading}"
