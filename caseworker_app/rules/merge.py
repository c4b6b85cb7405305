"""Three-way merge of a record, unit by unit: what was seen, what stands, what is wanted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from caseworker_app.model.values import Json


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people changed the same unit: both values are kept until a person decides."""

    path: str
    current: Json
    wanted: Json


@dataclass(frozen=True, slots=True)
class Merged:
    """The units after the merge, the paths that changed, and what needs a person."""

    units: Mapping[str, Json]
    applied: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def merge(
    current: Mapping[str, Json],
    patch: Sequence[tuple[str, str, Json]],
    digest: Callable[[Json], str],
    *,
    atomic: bool = False,
) -> Merged:
    """Apply changes (path, digest of the value the person saw, wanted value) to a record.

    A unit still as it was seen takes the new value (None takes it away); one that already has
    the new value stays; any other is a conflict. ``atomic``: one conflict keeps everything back
    and every path that would have changed is part of it.
    """
    units = dict(current)
    applied: list[str] = []
    conflicts: list[Conflict] = []
    for path, seen, wanted in patch:
        standing = units.get(path)
        before = digest(standing)
        is_new = standing is None or wanted is None  # what is absent has no digest to compute
        if standing is wanted if is_new else before == digest(wanted):
            continue
        if before == seen:
            _put(units, path, wanted)
            applied.append(path)
        else:
            conflicts.append(Conflict(path, standing, wanted))
    if atomic and conflicts:
        return Merged(dict(current), (), _all_differing(current, patch, digest))
    return Merged(units, tuple(dict.fromkeys(applied)), tuple(conflicts))


def _put(units: dict[str, Json], path: str, value: Json) -> None:
    if value is None:
        units.pop(path, None)
    else:
        units[path] = value


def _all_differing(
    current: Mapping[str, Json],
    patch: Sequence[tuple[str, str, Json]],
    digest: Callable[[Json], str],
) -> tuple[Conflict, ...]:
    wanted = {path: value for path, _, value in patch}
    return tuple(
        Conflict(path, current.get(path), value)
        for path, value in wanted.items()
        if digest(current.get(path)) != digest(value)
    )
