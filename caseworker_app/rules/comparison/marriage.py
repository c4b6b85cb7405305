"""户籍, marriage: what the civil-affairs register knows of spouses (HJ06, HJ07)."""

from collections.abc import Mapping

from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.register import Marriage, PersonRecord
from caseworker_app.rules.comparison.facts import Draft, Facts, number_of, service_of
from caseworker_app.rules.comparison.words import on

_ZH: Mapping[str, str] = {"1": "未婚", "2": "已婚", "3": "丧偶", "4": "离婚", "9": "未说明"}
_MARRIED = "2"


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return one difference for each couple or person; new marriages as HJ07."""
    couples: dict[frozenset[str], list[Draft]] = {}
    for number, person in sorted(facts.living(), key=lambda pair: pair[1].member_id):
        for row in facts.persons.get(number, ()):
            draft = _of_row(facts, person, row)
            if draft is not None and row.marriage is not None:
                pair = frozenset({number, number_of(row.marriage.spouse_id_number) or number})
                couples.setdefault(pair, []).append(draft)
    return tuple(_joined(drafts) for drafts in couples.values())


def undeclared_spouses(facts: Facts) -> frozenset[str]:
    """Return the numbers of spouses HJ06 and HJ07 speak of, so that HJ04 need not."""
    return frozenset(
        number_of(row.marriage.spouse_id_number)
        for number, person in facts.living()
        for row in facts.persons.get(number, ())
        if row.marriage is not None
        and _spouse_left_out(facts, row.marriage)
        and _of_row(facts, person, row) is not None
    )


def _of_row(facts: Facts, person: DeclaredPerson, row: PersonRecord) -> Draft | None:
    marriage = row.marriage
    if marriage is None:
        return None
    left_out = _spouse_left_out(facts, marriage)
    if left_out and marriage.day is not None and marriage.day > facts.since:
        return _draft("HJ07", person, row, marriage)
    if left_out or marriage.state[:1] != person.marital[:1]:
        return _draft("HJ06", person, row, marriage)
    return None


def _spouse_left_out(facts: Facts, marriage: Marriage) -> bool:
    """Tell whether there is a spouse who counts as a member (DBM-7) and was not declared."""
    spouse = number_of(marriage.spouse_id_number)
    if not spouse or marriage.state[:1] != _MARRIED or spouse in facts.members:
        return False
    rows = facts.persons.get(spouse, ())
    gone = facts.inside(spouse) or facts.is_dead(spouse)
    return not gone and not any(_does_not_count(row) for row in rows)


def _does_not_count(row: PersonRecord) -> bool:
    return service_of(row) == "conscript" or row.missing == "court"


def _draft(code: str, person: DeclaredPerson, row: PersonRecord, marriage: Marriage) -> Draft:
    spouse = f"，配偶 {marriage.spouse_name}" if marriage.spouse_name else ""
    day = f"{on(marriage.day)} 登记，" if marriage.day else ""
    return Draft(
        code=code,
        subject=person.name,
        declared=f"{person.name}，{_word(person.marital)}",
        registered=f"{day}{_word(marriage.state)}{spouse}",
        records=(row,),
        member_id=person.member_id,
    )


def _word(state: str) -> str:
    return _ZH.get(state[:1], "未说明")


def _joined(drafts: list[Draft]) -> Draft:
    """Return one difference for a couple: the graver kind, the rows of both."""
    best = max(drafts, key=lambda draft: draft.code)
    others = tuple(row for draft in drafts if draft is not best for row in draft.records)
    return Draft(
        code=best.code,
        subject=best.subject,
        declared=best.declared,
        registered=best.registered,
        records=(*best.records, *others),
        member_id=best.member_id,
    )
