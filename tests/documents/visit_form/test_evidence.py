"""Evidence on paper: next to what it proves, by print of a finger, withdrawn with its reason."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import PdfImage, PdfPage

from caseworker_app.documents.visit_form import VisitForm, render
from caseworker_app.model.evidence import Agreement, Origin, Withdrawal
from caseworker_app.model.visit import Attachment, Signature, Visit

Read = Callable[[bytes], list[str]]
Place = tuple[float, float, float, float]


def _flat(pages: list[str]) -> str:
    return "".join("".join(pages).split())


def _pictures(page: PdfPage) -> list[Place]:
    return [one.get_bounds() for one in page.get_objects() if isinstance(one, PdfImage)]


def _with(form: VisitForm, *more: Attachment, **changes: Any) -> VisitForm:
    attachments = (*form.visit.attachments, *more)
    visit: Visit = replace(form.visit, attachments=attachments, **changes)
    return replace(form, visit=visit)


@pytest.fixture
def pressed(full: VisitForm, jpeg: Callable[[int], bytes]) -> VisitForm:
    """Return the household whose member left a print instead of a name."""
    one = Attachment(
        "f1", "sha256:f1", "fingerprint", "image/jpeg", 1, "韩㛃", "member", "2026-11-20T02:40:00Z"
    )
    signatures = tuple(s for s in full.visit.signatures if s.id != "member")
    form = _with(full, one, signatures=signatures)
    return replace(form, photos={**full.photos, "sha256:f1": jpeg(9)})


def test_that_photos_stand_between_their_difference_and_the_next(
    full: VisitForm, read: Read
) -> None:
    text = _flat(read(render(full)))
    proved = [e for e in full.visit.explanations if e.evidence]
    assert proved
    kinds = [d.code for d in full.discrepancies]
    for told in proved:
        code = told.id.partition(":")[0]
        after = kinds[kinds.index(code) + 1 :]
        captions = {a.id: a.caption for a in full.visit.attachments}
        begins = text.index(f"{code}")
        ends = text.index(after[0]) if after else text.index("访问对象")
        for proof in told.evidence:
            number = [a.id for a in full.visit.attachments].index(proof) + 1
            assert f"{number}.{captions[proof]}" in text[begins:ends]


def test_that_each_photo_is_printed_once(full: VisitForm, read: Read) -> None:
    """Two differences lean on the same photo: it stands by the first, the other names it."""
    both = tuple(replace(e, evidence=("a2",)) for e in full.visit.explanations)
    with pypdfium2.PdfDocument(render(_with(full, explanations=both))) as document:
        shown = [place for page in document for place in _pictures(page)]
    assert len(shown) == len(full.visit.attachments)


@pytest.mark.parametrize(
    ("place", "before", "after"),
    [
        ("/living/kitchen", "居住方式", "差异事项"),
        ("/members/#m1/disability", "健康与残疾", "收入类别"),
        ("/incomes/#i1", "收入类别", "生活支出"),
        ("/rigid/#medical", "生活支出", "房屋坐落"),
        ("/property/vehicles/#x", "房屋坐落", "居住方式"),
        ("/household/living_address", "户主姓名", "健康与残疾"),
    ],
)
def test_that_a_photo_of_a_field_stands_in_its_section(
    full: VisitForm, read: Read, place: str, before: str, after: str
) -> None:
    shown = tuple(
        replace(a, bound_to=place, caption="此处佐证") if a.id == "a4" else a
        for a in full.visit.attachments
    )
    text = _flat(read(render(replace(full, visit=replace(full.visit, attachments=shown)))))
    assert text.index(before) < text.index("4.此处佐证") < text.index(after)


def test_that_a_turned_photo_is_printed_upright(full: VisitForm) -> None:
    def size(turned: int | None) -> tuple[int, int]:
        shown = tuple(
            replace(a, turned=turned) if a.id == "a4" else a for a in full.visit.attachments
        )
        form = replace(full, visit=replace(full.visit, attachments=shown))
        with pypdfium2.PdfDocument(render(form)) as document:
            left, low, right, high = _pictures(document[len(document) - 1])[-1]
        return round(right - left), round(high - low)

    wide, high = size(None)
    assert wide > high
    for quarter in (90, 270):
        w, h = size(quarter)
        assert w < h
        assert h == high
    assert size(180) == (wide, high)


def test_that_a_print_of_the_finger_stands_in_its_block(pressed: VisitForm, read: Read) -> None:
    text = _flat(read(render(pressed)))
    assert "捺印2026年11月20日10:40" in text
    with pypdfium2.PdfDocument(render(pressed)) as document:
        count = sum(len(_pictures(page)) for page in document)
    assert count == len(pressed.visit.attachments)
    bare = replace(pressed, photos={"sha256:p1": pressed.photos["sha256:p1"]})
    assert "捺印存于电子档案" in _flat(read(render(bare)))


def test_that_both_witnesses_of_a_refusal_are_printed(full: VisitForm, read: Read) -> None:
    first = next(s for s in full.visit.signatures if s.id == "witness")
    second: Signature = replace(first, id="witness2", name="王阿姨")
    others = tuple(s for s in full.visit.signatures if s.id != "member")
    refused = _with(full, signatures=(*others, second), unsigned="称金额不对，拒绝签名")
    text = _flat(read(render(refused)))
    assert "村（居）见证人：骆晓芬" in text
    assert "第二见证人：王阿姨" in text
    assert "第二见证人" not in _flat(read(render(full)))


def test_that_a_recording_is_named_with_its_consent_and_hash(full: VisitForm, read: Read) -> None:
    told = full.visit.explanations[0].id
    sound = Attachment(
        "r1", "sha256:0123456789abcdef", "audio", "audio/amr", 1, "谈车辆", told,
        agreed=Agreement("韩㛃", "2026-11-20T02:08:00Z", spoken=True),
    )  # fmt: skip
    assert "录音谈车辆，韩㛃同意，校验码0123456789ab" in _flat(read(render(_with(full, sound))))


def test_that_withdrawn_evidence_is_named_and_not_shown(full: VisitForm, read: Read) -> None:
    out = Withdrawal("拍到邻居家", "陈敏", "2026-11-20T02:40:00Z")
    shown = tuple(replace(a, withdrawn=out) if a.id == "a4" else a for a in full.visit.attachments)
    pdf = render(replace(full, visit=replace(full.visit, attachments=shown)))
    assert "已撤下的照片“厨房”：拍到邻居家" in _flat(read(pdf))
    with pypdfium2.PdfDocument(pdf) as document:
        assert sum(len(_pictures(page)) for page in document) == len(shown) - 1


def test_that_a_photo_used_elsewhere_says_so(full: VisitForm, read: Read) -> None:
    used = Origin("sha256:o", 9, "file", twin="ZJ330106202100999")
    shown = tuple(replace(a, origin=used) if a.id == "a4" else a for a in full.visit.attachments)
    text = _flat(read(render(replace(full, visit=replace(full.visit, attachments=shown)))))
    assert "与另一户所附照片相同：ZJ330106202100999" in text
