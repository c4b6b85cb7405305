"""What binds a photo to a field or to the difference it proves."""

from caseworker_app.desktop.step.case import Case
from caseworker_app.model.values import Json
from caseworker_app.workflow.evidence import Added


def take_in(case: Case, added: Added, place: str) -> None:
    """Take in a photo that is in the store, and bind it where it was meant to go."""
    photo = added.attachment
    if all(photo.id != one.id for one in case.visit.attachments):
        case.attached(photo)
    if added.again and not photo.bound_to and place:
        case.put({f"/attachments/#{photo.id}/bound_to": place})
    lean(case, photo.id, place)


def bind(case: Case, attachment_id: str, place: str) -> None:
    """Move evidence to another field or difference, or to none."""
    for told in case.visit.explanations:
        if attachment_id in told.evidence and told.id != place:
            kept: list[Json] = [one for one in told.evidence if one != attachment_id]
            case.put({f"/explanations/#{told.id}/evidence": kept})
    case.put({f"/attachments/#{attachment_id}/bound_to": place})
    lean(case, attachment_id, place)


def lean(case: Case, attachment_id: str, place: str) -> None:
    """Have the explanation of a difference lean on evidence; a field's path changes nothing."""
    if all(found.id != place for found in case.dossier.discrepancies):
        return
    leaned: list[Json] = list(case.explanation(place).evidence)
    if attachment_id not in leaned:
        case.put(
            {
                f"/explanations/#{place}/id": place,
                f"/explanations/#{place}/evidence": [*leaned, attachment_id],
            }
        )
