"""One list on its way in: which file, which columns, the trial, the import. Without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from caseworker_app.desktop.lists.actions import ListsActions
from caseworker_app.desktop.tongue import tr
from caseworker_app.workflow.register_desk import TakenIn
from caseworker_app.workflow.register_list import Columns, ListFile, Order
from caseworker_app.workflow.register_trial import Saved, Tried, Watch

NOT_USED = ""
ENDINGS = (".xlsx", ".xls", ".ods", ".csv", ".txt")


class Stop(StrEnum):
    """Where one stands, in order."""

    FILE = tr("选名单")
    COLUMNS = tr("对列")
    TRIAL = tr("试读")
    RESULT = tr("导入")


@dataclass(frozen=True, slots=True)
class StopView:
    stop: Stop
    note: str
    done: bool
    attention: bool
    locked: bool


@dataclass(frozen=True, slots=True)
class FrameView:
    """Steps and buttons."""

    stops: tuple[StopView, ...]
    current: Stop
    hint: str
    onward: str
    """Word on the primary button; empty where it leads nowhere."""
    can_go: bool
    can_go_back: bool


class Wizard:
    """Holds what is known of the list in hand."""

    def __init__(self, actions: ListsActions) -> None:
        self._actions = actions
        self.is_running = False
        self.put_away()

    def put_away(self) -> None:
        """Forget the list in hand."""
        self.current = Stop.FILE
        self.file: ListFile | None = None
        self.kind = self.department = ""
        self.as_of = date.min
        self.columns: Columns | None = None
        self.known: Mapping[str, str] = {}
        self._forget_trial()

    def opened(self, file: ListFile) -> None:
        """Take up a file that was looked into, with all that was guessed."""
        self.put_away()
        self.file, self.as_of = file, file.as_of
        if file.kind:
            self.set_kind(file.kind)

    def set_kind(self, kind: str) -> None:
        """Say what list it is; the department that keeps such a list comes with it."""
        if kind != self.kind:
            self.kind = kind
            self.department = next(
                one.department for one in self._actions.kinds if one.code == kind
            )
            self.learn({})

    def set_department(self, name: str) -> None:
        self.department = name.strip()
        self._forget_trial()

    def set_as_of(self, day: date) -> None:
        self.as_of = day
        self._forget_trial()

    def learn(self, known: Mapping[str, str]) -> None:
        """Understand the columns by what the department's earlier list taught."""
        if self.file and self.kind:
            self.known = known
            self.columns = self._actions.understand(self.file, self.kind, known)
            self._forget_trial()

    def assign(self, heading: str, taken_for: str) -> None:
        """Say what a column holds; a field has one column, so another one loses it."""
        if self.file is None or self.columns is None:
            return
        said = dict(self.columns.mapping)
        for other, field in said.items():
            if field and field == taken_for:
                said[other] = NOT_USED
        said[heading] = taken_for
        self.columns = self._actions.understand(self.file, self.kind, said)
        self._forget_trial()

    def order(self) -> Order:
        """Return what the person says the file is."""
        if self.file is None or self.columns is None:
            raise LookupError("no list in hand")
        found = self.file.found
        return Order(
            found.path, found.sha256, self.kind, self.department, self.as_of, self.columns.mapping
        )

    def try_out(self, watch: Watch) -> Tried:
        """Judge every row; to be called off the UI thread."""
        if self.file is None:
            raise LookupError("no list in hand")
        return self._actions.try_out(self.file, self.order(), watch)

    def take_in(self, watch: Watch, *, anew: bool = False) -> TakenIn:
        """Take the list in; to be called off the UI thread."""
        return self._actions.take_in(self.order(), watch, anew)

    def save_refused(self, path: Path, watch: Watch) -> Saved:
        """Write the rows to send back; to be called off the UI thread."""
        return self._actions.save_refused(self.order(), path, watch)

    def place_for_refused(self) -> Path:
        return self._actions.place_for(self.order())

    @property
    def is_clear(self) -> bool:
        """Whether no question about the columns is left, so that the next step is the trial."""
        columns = self.columns
        if columns is None or columns.missing:
            return False
        return all(one.taken_for or one.heading in self.known for one in columns.columns)

    def forward(self) -> Stop:
        """Go on; return where one stands then."""
        match self.current:
            case Stop.FILE if self.is_clear:
                self.current = Stop.TRIAL
            case Stop.FILE:
                self.current = Stop.COLUMNS
            case Stop.COLUMNS:
                self.current = Stop.TRIAL
            case Stop.TRIAL:
                self.current = Stop.RESULT
            case Stop.RESULT:
                self.put_away()
        return self.current

    def back(self) -> Stop:
        before = {Stop.COLUMNS: Stop.FILE, Stop.TRIAL: Stop.COLUMNS, Stop.RESULT: Stop.TRIAL}
        self.current = before.get(self.current, self.current)
        return self.current

    def go(self, stop: Stop) -> bool:
        """Go to a step that can be gone to; False where it cannot."""
        if self._is_locked(stop) or self.is_running:
            return False
        self.current = stop
        return True

    def view(self) -> FrameView:
        return FrameView(
            tuple(self._stop(stop) for stop in Stop),
            self.current,
            self._hint(),
            self._onward(),
            can_go=not self.is_running and self._can_go(),
            can_go_back=not self.is_running
            and self.current is not Stop.FILE
            and self.taken is None,
        )

    def _forget_trial(self) -> None:
        self.tried: Tried | None = None
        self.taken: TakenIn | None = None

    def _stop(self, stop: Stop) -> StopView:
        done = {
            Stop.FILE: self.file is not None and bool(self.kind and self.department),
            Stop.COLUMNS: self.columns is not None and not self.columns.missing,
            Stop.TRIAL: self.tried is not None,
            Stop.RESULT: self.taken is not None,
        }[stop]
        attention = {
            Stop.COLUMNS: bool(self.columns and self.columns.missing),
            Stop.TRIAL: bool(self.tried and self.tried.counts.refused),
        }.get(stop, False)
        return StopView(stop, self._note(stop), done, attention, self._is_locked(stop))

    def _note(self, stop: Stop) -> str:
        if stop is Stop.FILE and self.kind:
            return next(one.title for one in self._actions.kinds if one.code == self.kind)
        if stop is Stop.COLUMNS and self.columns:
            lacking = len(self.columns.missing)
            used = sum(bool(one.taken_for) for one in self.columns.columns)
            return (
                tr("缺 {lacking} 项必填", lacking=lacking)
                if lacking
                else tr("用到 {used} 列", used=used)
            )
        if stop is Stop.TRIAL and self.tried:
            counts = self.tried.counts
            back = tr("，退回 {refused:,}", refused=counts.refused) if counts.refused else ""
            return tr("可收 {n:,}{back}", n=counts.kept + counts.queued, back=back)
        if stop is Stop.RESULT and self.taken:
            return tr("归户 {kept:,}", kept=self.taken.batch.counts.kept)
        return ""

    def _is_locked(self, stop: Stop) -> bool:
        if self.taken is not None:
            return stop is not Stop.RESULT
        if stop in (Stop.FILE, self.current):
            return False
        ready = bool(self.file and self.kind and self.department)
        if stop is Stop.COLUMNS:
            return not ready
        sure = ready and self.columns is not None and not self.columns.missing
        return not sure if stop is Stop.TRIAL else True

    def _can_go(self) -> bool:
        match self.current:
            case Stop.FILE:
                return bool(self.file and self.kind and self.department)
            case Stop.COLUMNS:
                return self.columns is not None and not self.columns.missing
            case Stop.TRIAL:
                return self.tried is not None and self.tried.counts.taken > 0
            case Stop.RESULT:
                return True

    def _onward(self) -> str:
        match self.current:
            case Stop.FILE:
                return tr("试读") if self.is_clear else tr("对列")
            case Stop.COLUMNS:
                return tr("试读")
            case Stop.TRIAL:
                return tr("导入")
            case Stop.RESULT:
                return tr("再导一份")

    def _hint(self) -> str:
        if self.is_running:
            return ""
        hints = {
            Stop.FILE: self._hint_at_file,
            Stop.COLUMNS: self._hint_at_columns,
            Stop.TRIAL: self._hint_at_trial,
        }
        return hints.get(self.current, str)()

    def _hint_at_file(self) -> str:
        if self.file is None:
            return ""
        if not self.kind:
            return tr("从表头看不出是什么名单，请选一种。")
        if not self.department:
            return tr("请填写提供名单的部门。")
        return tr("各列都认得，可以直接试读。") if self.is_clear else ""

    def _hint_at_columns(self) -> str:
        missing = self.columns.missing if self.columns else ()
        return tr("还缺必填项：{names}。", names=tr("、").join(missing)) if missing else ""

    def _hint_at_trial(self) -> str:
        if self.tried is None:
            return ""
        if not self.tried.counts.taken:
            return tr("没有一行可以收下，请先把退回的行发还部门。")
        if not self.tried.counts.kept + self.tried.counts.queued:
            return tr("名单里没有本机各户的人，导入只记下查过这份名单。")
        return tr("试读没有留下任何数据。")
