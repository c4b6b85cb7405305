import hashlib
from dataclasses import replace

import pytest

from caseworker_app.model.audit import AuditEntry
from caseworker_app.rules.audit import GENESIS, entry_hash, verify, word


def log(length: int) -> list[AuditEntry]:
    entries: list[AuditEntry] = []
    previous = GENESIS
    for n in range(1, length + 1):
        said = ("cw1", "visit.sealed", f"v{n}", "详情")
        name = entry_hash(previous, n, "2026-11-22T08:00:00Z", *said)
        entries.append(AuditEntry(n, "2026-11-22T08:00:00Z", *said, previous, name))
        previous = name
    return entries


def test_that_an_untouched_log_holds() -> None:
    assert verify(log(4)) is None
    assert verify([]) is None


@pytest.mark.parametrize(
    "change",
    [{"person": "cw2"}, {"detail": ""}, {"at": "2026"}, {"n": 7}, {"previous": "x"}, {"hash": "x"}],
)
def test_that_any_change_is_found_where_it_is(change: dict[str, str]) -> None:
    entries = log(4)
    entries[2] = replace(entries[2], **change)  # type: ignore[arg-type]  # fields by name
    assert verify(entries) == 3


def test_that_a_lost_a_swapped_and_a_foreign_entry_are_found() -> None:
    entries = log(4)
    assert verify(entries[1:]) == 1
    assert verify([entries[0], entries[2], entries[1]]) == 2
    forged = replace(entries[1], detail="x")
    said = (forged.person, forged.act, forged.subject, forged.detail)
    forged = replace(forged, hash=entry_hash(forged.previous, 2, forged.at, *said))
    assert verify([entries[0], forged, entries[2]]) == 3


def test_that_what_is_said_cannot_slip_from_one_field_into_the_next() -> None:
    assert entry_hash("", 1, "t", "a", "b", "c", "d") != entry_hash("", 1, "t", "ab", "", "c", "d")


def test_that_the_hash_is_over_the_text_an_examiner_can_write_down() -> None:
    text = '["ab",7,"2026-11-22T08:00:00Z","李","visit.sealed","v1","详情"]'
    said = ("李", "visit.sealed", "v1", "详情")
    expected = hashlib.sha256(text.encode()).hexdigest()
    assert entry_hash("ab", 7, "2026-11-22T08:00:00Z", *said) == expected


def test_that_acts_have_words() -> None:
    assert word("visit.sealed") == "封存核查表"
    assert word("unheard.of") == "unheard.of"
