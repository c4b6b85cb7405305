"""Entries about papers that are missing: asked for once (DBM-10), or promised (N22-1.2)."""

from collections.abc import Iterator

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Dataset
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers.basics import benefit
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries, Following, Written

_QUERIED = (
    (Dataset.PERSON, "公安机关"),
    (Dataset.VEHICLE, "公安机关交通管理部门"),
    (Dataset.ESTATE, "不动产登记机构"),
    (Dataset.INSURANCE, "社会保险经办机构"),
    (Dataset.TAX, "税务部门"),
    (Dataset.FUND, "住房公积金管理机构"),
    (Dataset.BUSINESS, "市场监督管理部门"),
    (Dataset.ASSET, "银行、保险、证券等机构"),
)
"""What a county may ask others for itself (SAL-41)."""

_NEVER = ("身份证", "身份证明", "授权书", "申请书")
"""Papers without which nothing is accepted: who applies, for what, and who may be asked."""


def _obtainable(_: Case) -> Json:
    """Return a proposal: the data a county can get without the household."""
    return "、".join(f"{dataset.zh}（{where}）" for dataset, where in _QUERIED)


def _missing(_: Case, written: Written) -> Json:
    """Return the papers asked for.

    Raises ``UserError`` for one the office can get itself: it must not be asked for (SAL-62).
    """
    listed = str(written.get("obtainable") or "")
    own = [dataset.zh for dataset, _ in _QUERIED if dataset.zh in listed]
    for row in _rows(written, "missing_papers"):
        paper = str(row.get("paper") or "")
        if any(known in paper for known in own):
            raise UserError(
                f"“{paper}”可以由核对机制获取，不得要求申请人提交。"
                "请从缺少的材料中删去，或者从不需提交的材料中删去。"
            )
    return list(_rows(written, "missing_papers"))


def _promised(_: Case, written: Written) -> Json:
    """Return the papers promised; raises ``UserError`` for one that cannot wait."""
    for row in _rows(written, "promised_papers"):
        paper = str(row.get("paper") or "")
        if any(word in paper for word in _NEVER):
            raise UserError(
                f"“{paper}”不得容缺：身份证明、核对授权书和申请书必须先行提交。"
                "请从容缺材料中删去，待提交后再受理。"
            )
    return list(_rows(written, "promised_papers"))


def _rows(written: Written, name: str) -> Iterator[dict[str, Json]]:
    rows = written.get(name)
    yield from (row for row in (rows if isinstance(rows, list) else ()) if isinstance(row, dict))


ENTRIES: Entries = {
    "obtainable": _obtainable,
    "applicant_number": lambda case: case.household.head.id_number,
    "applicant_phone": lambda case: case.household.phone,
    "matter": lambda case: benefit(case.household.category),
}
FOLLOWING: Following = {"missing_papers": _missing, "promised_papers": _promised}
