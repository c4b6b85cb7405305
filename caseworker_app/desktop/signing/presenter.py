"""What is read aloud and signed, by whom, and when it may be sealed."""

from dataclasses import dataclass

from caseworker_app.desktop.comparison.presenter import CLOSED
from caseworker_app.desktop.determination.presenter import change
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.places import Step, step_of
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.visit import Attachment, Signature, Stroke, Visit
from caseworker_app.rules.evidence import FINGERPRINT, standing
from caseworker_app.workflow.seal import Sealed

MEMBER, FIRST, SECOND = "member", "investigator1", "investigator2"
WITNESS, WITNESS2 = "witness", "witness2"
WITNESSES = (WITNESS, WITNESS2)
_FINGERPRINT = 12
ROLES = (MEMBER, FIRST, SECOND, *WITNESSES)

_WORDS = {
    MEMBER: tr("家庭成员"),
    FIRST: tr("调查人"),
    SECOND: tr("调查人"),
    WITNESS: tr("见证人"),
    WITNESS2: tr("第二见证人"),
}
_ASIDE = {WITNESS: tr("（可不签）")}
_REFUSED = {WITNESS: tr("第一见证人")}
_REFUSED_ASIDE = {MEMBER: tr("（未签）")}
"""What stands behind, once the member present has refused to sign."""


@dataclass(frozen=True, slots=True)
class Signer:
    role: str
    who: str
    title: str
    """Who signs, and whether it has to be."""
    name: str
    """Whose signature is asked for, or "" while nobody is named."""
    hint: str
    """What has to be done before this person can sign, or ""."""
    strokes: tuple[Stroke, ...]
    width: int
    height: int
    signed: str
    """When, in words; "" while not signed."""
    stale: bool
    """Something was changed after this was signed."""
    asked: bool
    """Whether this person's place is shown: a second witness only after a refusal."""
    print_id: str
    """Id of the picture of a finger's print, or ""."""
    print_sha: str
    pressed: str
    """When the finger was pressed, in words."""
    may_press: bool


@dataclass(frozen=True, slots=True)
class Obstacle:
    text: str
    article: str
    place: str
    where: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The sealed paper."""

    number: str
    fingerprint: str
    """Short form of its hash, for reading aloud over the telephone."""


@dataclass(frozen=True, slots=True)
class SigningView:
    summary: tuple[str, ...]
    signers: tuple[Signer, ...]
    unsigned: str
    """Why the member present did not sign, or ""."""
    before: tuple[Obstacle, ...]
    """What is missing besides signatures."""
    can_seal: bool
    seal_hint: str
    paper: Paper | None
    is_open: bool


class SigningPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self._witnesses = dict.fromkeys(WITNESSES, "")
        self._fingerprint = ""

    def view(self) -> SigningView:
        visit = self._case.visit
        missing = self._case.live.missing
        before = tuple(
            Obstacle(m.text, law.article(m.article), m.place, step_of(m.place).zh)
            for m in missing
            if self._case.is_open and step_of(m.place) is not Step.SIGNING
        )
        return SigningView(
            summary=summary(self._case),
            signers=tuple(self._signer(role) for role in ROLES),
            unsigned=visit.unsigned,
            before=before,
            can_seal=self._case.is_open and not missing,
            seal_hint=_seal_hint(len(before), len(missing) - len(before)),
            paper=Paper(visit.paper_number, self._fingerprint) if not self._case.is_open else None,
            is_open=self._case.is_open,
        )

    @property
    def visit_id(self) -> str:
        return self._case.visit.id

    def commit(self) -> None:
        """Save what is typed elsewhere first: a signature binds what is written down."""
        self._case.commit()

    def name(self, role: str) -> str:
        """Return whose signature a pad takes, or ""."""
        team = self._case.visit.investigators
        if role == MEMBER:
            return self._case.name(self._case.visit.present)
        if role in WITNESSES:
            signed = self._signature(role)
            return signed.name if signed else self._witnesses[role]
        place = (FIRST, SECOND).index(role)
        return team[place].name if place < len(team) else ""

    def witness(self, role: str, name: str) -> None:
        """Name a witness, such as somebody of the village committee."""
        self._witnesses[role] = name.strip()

    def refuse(self, text: str) -> None:
        """Take, while it is typed, why the member present doesn't sign; two witnesses then must."""
        self._case.type({"/unsigned": text})

    def pressed(self, stored: Visit) -> None:
        """Take in a print that came or was withdrawn."""
        self._case.evidence(stored)

    def signed(self, signature: Signature) -> None:
        self._case.signed(signature)

    def unsigned(self, role: str) -> None:
        self._case.unsigned(role)

    def sealed(self, sealed: Sealed) -> None:
        self._fingerprint = sealed.digest.rpartition(":")[2][:_FINGERPRINT]
        self._case.sealed(sealed.number)

    def file_name(self) -> str:
        """Return a name for the exported paper, without characters a file name can't hold."""
        parts = (
            self._case.visit.paper_number,
            self._case.visit.household.head.name,
            tr("入户核查表"),
        )
        name = "-".join(filter(None, parts))
        return "".join("_" if c in '\\/:*?"<>|' else c for c in name) + ".pdf"

    def _signature(self, role: str) -> Signature | None:
        return next((s for s in self._case.visit.signatures if s.id == role), None)

    def _print(self, role: str) -> Attachment | None:
        prints = standing(self._case.visit, FINGERPRINT)
        return next((one for one in prints if one.bound_to == role), None)

    def _signer(self, role: str) -> Signer:
        signature, name, pressed = self._signature(role), self.name(role), self._print(role)
        visit = self._case.visit
        refused = bool(visit.unsigned.strip())
        stale = any(
            m.code == "signature_stale" and m.place == f"/signatures/#{role}"
            for m in self._case.live.missing
        )
        who, aside = _WORDS[role], _ASIDE
        if refused:
            who, aside = _REFUSED.get(role, who), _REFUSED_ASIDE
        return Signer(
            role=role,
            who=who,
            title=who + aside.get(role, ""),
            name=name,
            hint=_hint(role, name),
            strokes=signature.strokes if signature else (),
            width=signature.width if signature else 0,
            height=signature.height if signature else 0,
            signed=words.written(signature.signed) if signature else "",
            stale=stale,
            asked=role != WITNESS2 or refused or signature is not None,
            print_id=pressed.id if pressed else "",
            print_sha=pressed.sha if pressed else "",
            pressed=words.written(pressed.taken) if pressed else "",
            may_press=self._case.is_open and bool(name) and role not in (FIRST, SECOND),
        )


def summary(case: Case) -> tuple[str, ...]:
    """Return what is read aloud before signing, sentence by sentence."""
    closing = tr("这是调查人的建议，由街道（乡镇）和区县审核后决定，决定会书面通知您。")
    told = (_occasion(case), _met(case), _compared(case), _income(case), _proposed(case), closing)
    return tuple(filter(None, told))


def _occasion(case: Case) -> str:
    visit = case.visit
    team = tr("、").join(i.name for i in visit.investigators)
    here = case.name(visit.present)
    present = tr("，{here}在场", here=here) if here else ""
    return tr(
        "{day}，{team}到{living_address}入户核查{present}。",
        day=words.day(visit.day),
        team=team,
        living_address=visit.household.living_address,
        present=present,
    )


def _met(case: Case) -> str:
    met = tr("、").join(case.name(m.id) for m in case.visit.members if m.met)
    counted = len(case.live.determination.counted)
    return tr("共同生活 {counted} 人，见到{met}。", counted=counted, met=met) if met else ""


def _income(case: Case) -> str:
    answer = case.live.determination
    income, standard = words.money(answer.per_capita), words.money(answer.standard)
    return tr("核实的月人均收入 {income}，低保标准 {standard}。", income=income, standard=standard)


def _proposed(case: Case) -> str:
    answer = case.live.determination
    month, amount = words.month(answer.from_month), words.money(answer.monthly)
    against = change(answer.monthly, case.visit.household.monthly)
    return tr(
        "建议{word}：从{month}起每月 {amount}。{against}。",
        word=answer.action.zh,
        month=month,
        amount=amount,
        against=against,
    )


def _compared(case: Case) -> str:
    found = case.dossier.discrepancies
    if not found:
        return tr("户籍、车辆、房产与部门登记一致。")
    settled = sum(case.explanation(d.id).state in CLOSED for d in found)
    rest = tr("，还有 {n} 处没有核实", n=len(found) - settled) if settled < len(found) else ""
    return tr(
        "与部门登记有 {n} 处不同，核实了 {settled} 处{rest}。",
        n=len(found),
        settled=settled,
        rest=rest,
    )


def _hint(role: str, name: str) -> str:
    if name:
        return ""
    if role == MEMBER:
        return tr("先在“家庭”里选今天谁在场")
    if role in WITNESSES:
        return tr("填写姓名后再签")
    return tr("先在“家庭”里选同行的调查人")


def _seal_hint(before: int, signatures: int) -> str:
    if before:
        return tr("还有 {before} 处要先补齐", before=before)
    if signatures:
        return tr("还差 {signatures} 个签字", signatures=signatures)
    return tr("封存后不能再改，更正要另做一份")
