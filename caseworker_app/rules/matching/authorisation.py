"""核对授权 (SAL-41): without a valid one a person's rows may not be taken in."""

from datetime import date

from caseworker_app.model.declaration import Authorisation, Declaration
from caseworker_app.rules.comparison.facts import in_force


def barred(declaration: Declaration, person: str, day: date) -> str:
    """Return in words why a person's rows may not be taken in on a day, or empty.

    Members by their 核对授权书, obligors by it or by their consent. Nothing is barred where
    the declaration does not keep authorisations.
    """
    if declaration.authorisations is None:
        return ""
    own = [a for a in declaration.authorisations if a.member_id == person]
    obligor = next((o for o in declaration.obligors if o.id == person), None)
    if any(in_force(a, day) for a in own) or (obligor and obligor.consented):
        return ""
    if own:
        return _out_of_force(max(own, key=lambda a: a.signed), day)
    return "义务人没有同意核对" if obligor else "没有核对授权书"


def _out_of_force(authorisation: Authorisation, day: date) -> str:
    if authorisation.signed > day:
        return f"核对授权书自{authorisation.signed}起生效"
    return f"核对授权书已于{authorisation.until}到期"
