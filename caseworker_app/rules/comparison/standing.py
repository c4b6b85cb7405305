"""残疾与就学: certificates and school records against what was declared (SR09, SR10)."""

from collections.abc import Mapping
from datetime import date

from caseworker_app.model.codes import EmploymentStatus, Level
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.departments import DisabilityCertificate, Schooling
from caseworker_app.model.household import Disability
from caseworker_app.rules.comparison.facts import Draft, Facts, months_before
from caseworker_app.rules.comparison.rows import of_members
from caseworker_app.rules.comparison.words import NOT_DECLARED, disability, on, study
from caseworker_app.rules.membership import BEYOND_BACHELOR

STAGES: Mapping[str, str] = {
    "义务教育": "compulsory",
    "高中阶段": "senior_secondary",
    "大专": "college_full_time",
    "本科": "bachelor_full_time",
    "硕士": "master_full_time",
    "博士": "doctor_full_time",
}
_LEFT = "退学"


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return for each member what has changed since it was declared."""
    certificates = (
        _certificate(facts, person, rows)
        for person, rows in of_members(facts, facts.others.disabilities)
    )
    schools = (
        _school(facts, person, rows) for person, rows in of_members(facts, facts.others.schoolings)
    )
    return tuple(draft for draft in (*certificates, *schools) if draft is not None)


def valid(rows: tuple[DisabilityCertificate, ...], day: date) -> DisabilityCertificate | None:
    """Return the certificate in force that was issued last, or None."""
    found = [
        row
        for row in rows
        if row.state == "有效" and (row.valid_until is None or row.valid_until >= day)
    ]
    return max(found, key=lambda row: (row.issued or date.min, row.id), default=None)


def _certificate(
    facts: Facts, person: DeclaredPerson, rows: tuple[DisabilityCertificate, ...]
) -> Draft | None:
    """Return SR09; blue where the certificate is graver than what was declared."""
    now, said = valid(rows, facts.day), person.disability
    held = Disability(now.category, now.level) if now else None
    if held == said:
        return None
    row = now or max(rows, key=lambda each: each.issued or date.min)
    ended = f"有效期至 {on(row.valid_until)}" if row.valid_until else row.state
    better = held is not None and (said is None or held.level < said.level)
    return Draft(
        code="SR09",
        subject=person.name,
        declared=f"{person.name}，{disability(said) or f'{NOT_DECLARED}残疾'}",
        registered=disability(held) if held else f"残疾证已失效，{ended}",
        records=(row,),
        member_id=person.member_id,
        level=Level.BLUE if better else None,
        anchor=person.member_id,
    )


def _school(facts: Facts, person: DeclaredPerson, rows: tuple[Schooling, ...]) -> Draft | None:
    """Return SR10; blue where the next school may follow, or the household said less."""
    now = enrolled(rows, facts.day)
    pupil = _is_pupil(person)
    if now is not None and (_agrees(person, now) if pupil else not _is_idle(person)):
        return None
    if now is None and not pupil:
        return None
    row = now or max(rows, key=lambda each: each.graduates or date.min)
    usual = now is not None and (not pupil or _keeps_membership(now))
    return Draft(
        code="SR10",
        subject=person.name,
        declared=f"{person.name}，{(study(person.study) or '在校') if pupil else '不在校'}",
        registered=_school_words(row, facts.day),
        records=(row,),
        member_id=person.member_id,
        level=Level.BLUE if usual or _pending(facts, row) else None,
        anchor=person.member_id,
    )


def enrolled(rows: tuple[Schooling, ...], day: date) -> Schooling | None:
    """Return the school attended on a day, the last entered where there are several, or None."""
    found = [
        row
        for row in rows
        if row.state == "在读" and (row.graduates is None or row.graduates >= day)
    ]
    return max(found, key=lambda row: (row.enrolled or date.min, row.id), default=None)


def _is_pupil(person: DeclaredPerson) -> bool:
    by_word = person.whereabouts == "在校" or bool(person.study)
    return by_word or person.status is EmploymentStatus.STUDENT


def _is_idle(person: DeclaredPerson) -> bool:
    return person.status is EmploymentStatus.IDLE


def _agrees(person: DeclaredPerson, row: Schooling) -> bool:
    same = not person.study or STAGES.get(row.stage, person.study) == person.study
    return same and row.full_time


def _keeps_membership(row: Schooling) -> bool:
    """Tell full-time study up to bachelor: with it a child is a member as before (DBM-7)."""
    return row.full_time and STAGES.get(row.stage, "") not in BEYOND_BACHELOR


def _pending(facts: Facts, row: Schooling) -> bool:
    """Tell whether it is so short after leaving that admission to the next may be awaited."""
    since = months_before(facts.day, facts.limits.others.admission_months)
    left = row.graduates is not None and since <= row.graduates <= facts.day
    return left and row.state != _LEFT


def _school_words(row: Schooling, day: date) -> str:
    over = row.graduates is not None and row.graduates < day
    state = "毕业" if over and row.state == "在读" else row.state
    form = "" if row.full_time else "，非全日制"
    return f"{row.school}{row.stage}{form}，{state}{f' {on(row.graduates)}' if over else ''}"
