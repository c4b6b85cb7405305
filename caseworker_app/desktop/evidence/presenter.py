"""What the contact sheet shows: what is asked for, what is there, what is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from caseworker_app.desktop.evidence import facts
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.proof import bind
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.model.ages import is_adult
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.rules.evidence import AUDIO, FINGERPRINT, PHOTO, Slot, Wanted, slots

_TURN, _ROUND = 90, 360
_OTHER = tr("其他照片")
_KIND = {PHOTO: tr("照片"), AUDIO: tr("录音"), FINGERPRINT: tr("捺印")}
_ROLES = {
    "member": tr("家庭成员"),
    "investigator1": tr("第一调查人"),
    "investigator2": tr("第二调查人"),
    "witness": tr("第一见证人"),
    "witness2": tr("第二见证人"),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One place of the sheet: a piece of evidence, or one that is still wanted."""

    key: str
    """Id of the attachment, or ``+`` and the place of what is missing."""
    place: str
    title: str
    line: str
    role: str
    """photo, audio, fingerprint; empty for what is missing."""
    sha: str = ""
    turned: int = 0
    chips: tuple[ChipFace, ...] = ()
    out: bool = False
    """Withdrawn."""

    @property
    def is_missing(self) -> bool:
        return not self.role

    @property
    def name(self) -> str:
        said = (
            _KIND.get(self.role, tr("缺")),
            self.title,
            self.line,
            *(c.name for c in self.chips),
        )
        return joined(*said)


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The tile looked at in large."""

    tile: Tile
    heading: str
    caption: str
    note: str
    """What should be seen on what is missing, or why something was withdrawn."""
    doubts: tuple[str, ...]
    """What may be wrong with it."""
    facts: tuple[str, ...]
    may_change: bool
    may_turn: bool
    may_export: bool


@dataclass(frozen=True, slots=True)
class SheetView:
    summary: str
    groups: tuple[Group, ...]
    chosen: Chosen | None
    target: str
    """Where a photo goes that is taken now, in words."""
    is_open: bool
    disputed: tuple[tuple[str, str], ...]
    """Differences a recording may be about: id and words."""


class SheetPresenter:
    """``current`` is the key of the chosen tile."""

    def __init__(self, case: Case, wanted: tuple[Wanted, ...]) -> None:
        self._case, self._wanted = case, wanted
        self._of: tuple[Visit, tuple[Discrepancy, ...]] | None = None
        self._asked: tuple[Slot, ...] = ()
        self.current = ""

    def view(self) -> SheetView:
        asked = self._slots()
        groups = tuple(group for group in self._groups(asked) if group.tiles)
        tiles = {tile.key: tile for group in groups for tile in group.tiles}
        if self.current not in tiles:
            self.current = self._nearest(tiles)
        chosen = tiles.get(self.current)
        return SheetView(
            self.summary(),
            groups,
            self._chosen(chosen) if chosen else None,
            self.place_name(self.target),
            self._case.is_open,
            tuple((d.id, self.place_name(d.id)) for d in self._case.dossier.discrepancies),
        )

    def summary(self) -> str:
        """Return how much there is and how much is missing."""
        stands = [a for a in self._case.visit.attachments if a.role in _KIND and not a.withdrawn]
        counts = ((word, sum(a.role == role for a in stands)) for role, word in _KIND.items())
        there = tr("，").join(f"{word} {count} {_UNITS[word]}" for word, count in counts if count)
        missing = [slot for slot in self._slots() if slot.missing]
        must = sum(slot.required for slot in missing)
        lacks = joined(
            tr("还缺 {must} 样必拍", must=must) if must else "",
            tr("{n} 样最好有", n=len(missing) - must) if len(missing) > must else "",
        )
        return tr("；").join(filter(None, (there or tr("还没有佐证"), lacks or tr("要拍的都有了"))))

    def lacking(self) -> int:
        """Return how many pieces are missing that have to be taken."""
        return sum(slot.missing and slot.required for slot in self._slots())

    @property
    def visit_id(self) -> str:
        return self._case.visit.id

    @property
    def target(self) -> str:
        """Return where a photo goes that is taken now: the place of the chosen tile."""
        if self.current.startswith("+"):
            return self.current[1:]
        found = self._attachment(self.current)
        return found.bound_to if found and found.role == PHOTO else ""

    def choose(self, key: str) -> None:
        self.current = key

    def aim(self, place: str) -> None:
        """Choose the tile of a place, such as that of the field one comes from."""
        settled = self.settle(place)
        held = next((s.held for s in self._slots() if s.place == settled), ())
        bound = (
            a.id
            for a in self._case.visit.attachments
            if a.bound_to == settled and a.role == PHOTO and not a.withdrawn
        )
        self.current = next(iter(held), next(bound, f"+{settled}")) if settled else ""

    def settle(self, place: str) -> str:
        """Return the place of the evidence asked for at a field, or below it, else the field."""
        asked = self._slots()
        if not place or any(slot.place == place for slot in asked):
            return place
        below = (s.place for s in asked if s.missing and s.place.startswith(f"{place}/"))
        known = {found.id for found in self._case.dossier.discrepancies}
        return next(below, place if place.count("/") > 1 or place in known else "")

    def place_name(self, place: str) -> str:
        """Return a place in words."""
        if not place:
            return _OTHER
        slot = next((s for s in self._slots() if s.place == place), None)
        if slot and place.startswith("/"):
            return f"{slot.zh} {slot.about}".strip()
        found = next((d for d in self._case.dossier.discrepancies if d.id == place), None)
        if found:
            return f"{words.difference(found.code)} {found.subject}"
        return _ROLES.get(place, _OTHER)

    def places(self, current: str = "") -> tuple[tuple[str, str], ...]:
        """Return where a photo may belong, in the order of the visit."""
        fields = [slot.place for slot in self._slots() if slot.place.startswith("/")]
        known = [found.id for found in self._case.dossier.discrepancies]
        every = dict.fromkeys((*fields, *known, *((current,) if current else ()), ""))
        return tuple((place, self.place_name(place)) for place in every)

    def caption(self, text: str) -> None:
        """Note, while it is typed, what is to be seen."""
        self._case.type({f"/attachments/#{self.current}/caption": text})

    def commit(self) -> None:
        self._case.commit()

    def bind(self, place: str) -> None:
        bind(self._case, self.current, place)

    def turn(self, quarters: int) -> None:
        """Turn a photo clockwise; its bytes stay as they are."""
        found = self._attachment(self.current)
        if found and found.role == PHOTO and self._case.is_open:
            degrees = ((found.turned or 0) + quarters * _TURN) % _ROUND
            self._case.put({f"/attachments/#{found.id}/turned": degrees or None})

    def people(self) -> tuple[str, ...]:
        """Return who may agree to be recorded: grown members, who is present first."""
        visit = self._case.visit
        grown = [
            member for member in visit.household.members if is_adult(member.id_number, visit.day)
        ]
        return tuple(m.name for m in sorted(grown, key=lambda m: m.id != visit.present))

    def file_name(self, ending: str) -> str:
        """Return a name for exported evidence."""
        found = self._attachment(self.current)
        words_ = (self._case.visit.household.head.name, found.caption if found else "", tr("佐证"))
        name = "-".join(filter(None, words_))
        return "".join("_" if c in '\\/:*?"<>| ' else c for c in name) + ending

    def attachment(self) -> Attachment | None:
        """Return what is chosen."""
        return self._attachment(self.current)

    def _attachment(self, key: str) -> Attachment | None:
        return next((a for a in self._case.visit.attachments if a.id == key), None)

    def _slots(self) -> tuple[Slot, ...]:
        """Return what is asked for, worked out once for a visit as it stands."""
        visit, differences = self._case.visit, self._case.dossier.discrepancies
        if self._of is None or self._of[0] is not visit or self._of[1] is not differences:
            self._of = visit, differences
            self._asked = slots(visit, self._wanted, differences)
        return self._asked

    def _nearest(self, tiles: dict[str, Tile]) -> str:
        """Return what is chosen where the choice is gone: the first missing, else the first."""
        place = self.current.removeprefix("+")
        same = (key for key, tile in tiles.items() if place and tile.place == place)
        lacking = (key for key, tile in tiles.items() if tile.is_missing)
        return next(same, next(lacking, next(iter(tiles), "")))

    def _groups(self, asked: tuple[Slot, ...]) -> Iterator[Group]:
        visit = self._case.visit
        stands = {a.id: a for a in visit.attachments if a.role in _KIND and not a.withdrawn}
        shown: set[str] = set()
        wanted = [slot for slot in asked if slot.place.startswith("/")]
        yield Group(tr("要拍的"), tuple(self._of_slots(wanted, stands, shown)))
        yield Group(tr("差异的佐证"), tuple(self._of_differences(asked, stands, shown)))
        for title, role in ((_OTHER, PHOTO), (tr("录音"), AUDIO), (tr("捺印"), FINGERPRINT)):
            rest = [a for a in stands.values() if a.role == role and a.id not in shown]
            yield Group(title, tuple(self._tile(a, a.caption or _KIND[role]) for a in rest))
        out = [a for a in visit.attachments if a.role in _KIND and a.withdrawn]
        yield Group(tr("已撤下"), tuple(self._tile(a, a.caption or _KIND[a.role]) for a in out))

    def _of_slots(
        self, asked: list[Slot], stands: dict[str, Attachment], shown: set[str]
    ) -> Iterator[Tile]:
        for slot in asked:
            if slot.missing and self._case.is_open:
                yield _wanted(slot)
            for one in slot.held:
                if one not in shown:
                    shown.add(one)
                    yield self._tile(stands[one], slot.zh, slot.about)

    def _of_differences(
        self, asked: tuple[Slot, ...], stands: dict[str, Attachment], shown: set[str]
    ) -> Iterator[Tile]:
        slot_of = {slot.place: slot for slot in asked}
        for found in self._case.dossier.discrepancies:
            leaned = self._case.explanation(found.id).evidence
            proofs = [a for a in stands.values() if a.bound_to == found.id or a.id in leaned]
            slot = slot_of.get(found.id)
            if slot and slot.missing and not proofs and self._case.is_open:
                yield _wanted(slot)
            for proof in proofs:
                if proof.id not in shown:
                    shown.add(proof.id)
                    yield self._tile(proof, words.difference(found.code), found.subject)

    def _tile(self, found: Attachment, title: str, about: str = "") -> Tile:
        said = found.caption if found.caption not in (title, f"{title} {about}".strip()) else ""
        return Tile(
            found.id,
            found.bound_to,
            title,
            about or said or words.written(found.taken),
            found.role,
            found.sha,
            found.turned or 0,
            tuple(self._signs(found)),
            found.withdrawn is not None,
        )

    def _signs(self, found: Attachment) -> Iterator[ChipFace]:
        if found.withdrawn:
            yield ChipFace(tr("已撤下"), Tone.GREY, Shape.SQUARE)
        if found.origin and found.origin.twin:
            yield ChipFace(tr("别处用过"), Tone.RED, Shape.TRIANGLE)
        if self._is_old(found):
            yield ChipFace(tr("不是当天拍的"), Tone.ORANGE, Shape.DIAMOND)

    def _is_old(self, found: Attachment) -> bool:
        """Tell whether a camera wrote another day than the visit's."""
        if found.role != PHOTO or not found.taken:
            return False
        return words.local(datetime.fromisoformat(found.taken)).date() != self._case.visit.day

    def _chosen(self, tile: Tile) -> Chosen:
        found = self._attachment(tile.key)
        if found is None:
            slot = next((s for s in self._slots() if s.place == tile.place), None)
            note = slot.note if slot else ""
            return Chosen(
                tile,
                self._heading(tile),
                "",
                note,
                (),
                (),
                may_change=False,
                may_turn=False,
                may_export=False,
            )
        may_change = self._case.is_open and found.withdrawn is None
        gone = found.withdrawn
        why = (
            tr(
                "{by} {written}撤下：{reason}",
                by=gone.by,
                written=words.written(gone.at),
                reason=gone.reason,
            )
            if gone
            else ""
        )
        return Chosen(
            tile,
            self._heading(tile),
            found.caption,
            why,
            tuple(self._doubts(found)),
            tuple(facts.of(found)),
            may_change,
            may_turn=may_change and found.role == PHOTO,
            may_export=True,
        )

    def _heading(self, tile: Tile) -> str:
        if tile.role == FINGERPRINT:
            return tr(
                "捺印 {place_name} {title}",
                place_name=self.place_name(tile.place),
                title=tile.title,
            )
        return self.place_name(tile.place) if tile.place else tile.title

    def _doubts(self, found: Attachment) -> Iterator[str]:
        origin = found.origin
        if self._is_old(found):
            yield tr(
                "不是入户当天（{day}）拍的，请核对相机时间或重拍",
                day=words.day(self._case.visit.day),
            )
        if origin and origin.twin:
            own = origin.twin == self._case.visit.household.number
            where = tr("本户以前的核查") if own else tr("另一户（{twin}）", twin=origin.twin)
            yield tr("同一张照片在{where}用过，请核对是不是拿错了", where=where)


def _wanted(slot: Slot) -> Tile:
    chip = (
        ChipFace(tr("必拍"), Tone.ORANGE, Shape.RING)
        if slot.required
        else ChipFace(tr("最好有"), Tone.GREY, Shape.RING)
    )
    return Tile(f"+{slot.place}", slot.place, slot.zh, slot.about, "", chips=(chip,))


_UNITS = {tr("照片"): tr("张"), tr("录音"): tr("段"), tr("捺印"): tr("枚")}
