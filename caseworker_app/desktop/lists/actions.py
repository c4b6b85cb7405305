"""The use cases the screens of 部门数据 call, bound to one workspace by who opens them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from caseworker_app.rules.matching.people import KnownPerson
from caseworker_app.workflow.register_desk import Going, PastImport, TakenIn
from caseworker_app.workflow.register_doubt import Doubt
from caseworker_app.workflow.register_list import Columns, ListField, ListFile, ListKind, Order
from caseworker_app.workflow.register_trial import Saved, Tried, Watch


@dataclass(frozen=True, slots=True)
class ListsActions:
    """``kinds``, ``fields``, ``understand`` and ``place_for`` need no disk.

    ``open``, ``try_out``, ``take_in`` and ``save_refused`` wait for files and go through
    ``Tasks.on_files``, so that the database stays free for the other pages; all others go
    through ``Tasks.on_database``.
    """

    kinds: tuple[ListKind, ...]
    fields: Callable[[str], tuple[ListField, ...]]
    """What the columns of a kind of list may hold."""
    open: Callable[[Path], ListFile]
    learned: Callable[[str, str], Mapping[str, str]]
    """``learned(department, kind)``."""
    understand: Callable[[ListFile, str, Mapping[str, str]], Columns]
    try_out: Callable[[ListFile, Order, Watch], Tried]
    take_in: Callable[[Order, Watch, bool], TakenIn]
    """``take_in(order, watch, anew)``."""
    place_for: Callable[[Order], Path]
    save_refused: Callable[[Order, Path, Watch], Saved]
    history: Callable[[], tuple[PastImport, ...]]
    going: Callable[[int], Going]
    undo: Callable[[int], None]
    to_judge: Callable[[], int]
    """How many rows ``waiting`` would give, without the people beside them."""
    waiting: Callable[[], tuple[Doubt, ...]]
    answered: Callable[[], tuple[Doubt, ...]]
    decide: Callable[[int, KnownPerson | None], None]
    """``decide(question, whom)``."""
    reopen: Callable[[int], None]
