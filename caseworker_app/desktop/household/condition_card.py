"""The sheet of the members' health, schooling and support."""

from PySide6.QtWidgets import QCheckBox

from caseworker_app.desktop.household.condition import COLUMNS, ConditionPresenter
from caseworker_app.desktop.step import law
from caseworker_app.desktop.theme.tokens import Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.grid.grid import Grid
from caseworker_app.desktop.widgets.label import Label

_FIELDS = {"adl_failed": "adl", "no_able_obligor": "obligor"}
_HINT = tr("可填汉字、代码或拼音首字母，如肢体二级填 42 或 ztej；残疾证号在选定残疾后填写")


class ConditionCard(Card):
    def __init__(self, presenter: ConditionPresenter) -> None:
        super().__init__(tr("成员情况"))
        self._presenter = presenter
        self.grid = Grid(tr("成员情况"), COLUMNS, _HINT)
        rule = law.article("N22-1.1")
        self.alone = QCheckBox(tr("成年无业的重度残疾成员按单人户申请"))
        self.add(self.grid)
        self.add(self.alone)
        six = tr("吃饭、穿衣、上下床、如厕、室内行走、洗澡六项")
        told = tr(
            "生活自理指{six}（{article}）；按单人户申请见{rule}。",
            six=six,
            article=law.article("TKM-21"),
            rule=rule,
        )
        self.add(Label(told, Text.SMALL, Shade.THIRD, wrap=True))
        self.grid.entered.connect(presenter.enter)
        self.grid.typing.connect(presenter.typing)
        self.grid.wrong_changed.connect(presenter.wrong)
        self.alone.clicked.connect(presenter.alone)
        self.refresh()
        self.grid.restore(presenter.not_taken("members"))

    def refresh(self) -> None:
        view = self._presenter.view()
        self.grid.show_rows(view.rows)
        self.alone.setChecked(view.applies_alone)

    def has(self, field: str) -> bool:
        """Tell whether a member's field is written here."""
        return _FIELDS.get(field, field) in {column.key for column in COLUMNS[1:]}

    def focus_unit(self, member_id: str, field: str) -> None:
        self.grid.focus(member_id, _FIELDS.get(field, field))
