"""A seal tells every change, and whose word it stands on."""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from asn1crypto import cms
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.pdfgen.canvas import Canvas

from caseworker_app.model.values import CHINA
from caseworker_app.seals import certificate as certificates
from caseworker_app.seals.finding import Checked, State, Trusted, Why
from caseworker_app.seals.holder import Holder, Signatory
from caseworker_app.seals.seal import countersign, seal, unsealed, verify
from caseworker_app.wire import signing

_AT = datetime(2026, 11, 23, 9, 30, tzinfo=CHINA)
_NUMBER = "330106-2026-F01-000001"
_RARE = "䶮𠀀𪜀𫝀𫠠𬺰𮯰𰻞𲎰鿯"
"""Of the basic plane after 2002, and of extensions A to H."""


@dataclass
class Office:
    key: bytes = field(default_factory=signing.new_key)
    seal_key: bytes = field(default_factory=certificates.new_key)

    @property
    def trusted(self) -> Trusted:
        return Trusted(office=signing.public(self.key))

    def receive(self, paper: bytes, at: datetime = _AT) -> bytes:
        return countersign(paper, certificates.office(self.key, self.seal_key), at)


@dataclass
class Laptop:
    name: str = "胡龙"
    unit: str = "云溪镇社会救助服务站"
    device: str = "laptop-1"
    key: bytes = field(default_factory=signing.new_key)
    seal_key: bytes = field(default_factory=certificates.new_key)
    certificate: bytes = b""

    @property
    def holder(self) -> Holder:
        return Holder(self.name, self.unit, self.device)

    @property
    def trusted(self) -> Trusted:
        return Trusted(device=self.device, public=signing.public(self.key))

    def enrol(self, office: Office) -> None:
        public = signing.public(self.key)
        self.certificate = certificates.certify_device(office.key, public, self.holder)

    def signatory(self, holder: Holder | None = None) -> Signatory:
        return certificates.person(self.key, self.seal_key, holder or self.holder, self.certificate)

    def issue(self, paper: bytes, at: datetime = _AT, holder: Holder | None = None) -> bytes:
        return seal(paper, self.signatory(holder), at, _NUMBER)


@pytest.fixture(scope="module")
def paper() -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    canvas.drawString(100, 700, "Paper")
    canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture(scope="module")
def office() -> Office:
    return Office()


@pytest.fixture(scope="module")
def laptop(office: Office) -> Laptop:
    made = Laptop()
    made.enrol(office)
    return made


@pytest.fixture(scope="module")
def sealed(paper: bytes, laptop: Laptop) -> bytes:
    return laptop.issue(paper)


def _left_out(sealed: bytes) -> tuple[int, int]:
    """Return the one place of a file its only seal does not cover."""
    (embedded,) = PdfFileReader(io.BytesIO(sealed)).embedded_signatures
    _, end, again, _ = embedded.byte_range
    return int(end), int(again)


def _turned(sealed: bytes) -> bytes:
    """Return a file in which a later update turns the page round."""
    (*_, page) = re.finditer(rb"(\d+) 0 obj\n<<\n/Contents \d.*?endobj\n", sealed, re.DOTALL)
    (*_, before) = re.finditer(rb"startxref\n(\d+)", sealed)
    (*_, root) = re.finditer(rb"/Root \d+ 0 R\n/Size \d+", sealed)
    update = sealed + page[0].replace(b"/Rotate 0", b"/Rotate 180")
    table = b"xref\n%s 1\n%010d 00000 n \ntrailer\n<<\n" % (page[1], len(sealed))
    end = b"%s\n/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (root[0], before[1], len(update))
    return update + table + end


def _flipped(sealed: bytes, places: range) -> Iterator[tuple[int, bytes]]:
    for place in places:
        changed = bytearray(sealed)
        changed[place] ^= 1
        yield place, bytes(changed)


def _changed(*, why: Why, found: Checked) -> bool:
    return (found.state, found.why) == (State.CHANGED, why)


def test_that_a_sealed_paper_is_genuine_and_says_by_whom_and_when(
    sealed: bytes, office: Office
) -> None:
    found = verify(sealed, office.trusted)

    assert found.state is State.GENUINE
    (seal,) = found.seals
    assert seal.holder == Holder("胡龙", "云溪镇社会救助服务站", "laptop-1")
    assert (seal.at, seal.number, seal.ends) == (_AT, _NUMBER, len(sealed))
    assert seal.is_vouched
    assert not seal.by_office


def test_that_a_sealed_paper_begins_with_the_papers_own_bytes(
    paper: bytes, sealed: bytes, office: Office
) -> None:
    received = office.receive(sealed)

    assert sealed.startswith(paper)
    assert received.startswith(sealed)
    assert unsealed(paper) == unsealed(sealed) == unsealed(received) == paper


def test_that_sealing_leaves_title_dates_and_edition_as_they_are(sealed: bytes) -> None:
    reader = PdfFileReader(io.BytesIO(sealed))
    before = PdfFileReader(io.BytesIO(unsealed(sealed)))

    assert dict(reader.trailer["/Info"]) == dict(before.trailer["/Info"])
    assert "/Metadata" not in reader.root
    assert reader.root["/Version"] == "/1.7"


@pytest.mark.parametrize("part", range(4))
def test_that_a_changed_byte_anywhere_is_told(sealed: bytes, office: Office, part: int) -> None:
    places = range(part * 23, len(sealed), 4 * 23)

    for place, changed in _flipped(sealed, places):
        assert verify(changed, office.trusted).state is State.CHANGED, place


def test_that_a_changed_byte_around_the_signature_itself_is_told(
    sealed: bytes, office: Office
) -> None:
    begin, end = _left_out(sealed)
    digits = 2 * len(
        cms.ContentInfo.load(bytes.fromhex(sealed[begin + 1 : end - 1].decode())).dump()
    )
    head, tail = range(begin, begin + 120), range(begin + digits - 480, begin + digits + 9)

    for places in (head, tail[::5], range(end - 9, end)):
        for place, changed in _flipped(sealed, places):
            assert verify(changed, office.trusted).state is State.CHANGED, place


def test_that_a_digit_of_the_seal_written_small_is_told(sealed: bytes, office: Office) -> None:
    begin, _ = _left_out(sealed)
    place = sealed.index(b"A", begin)

    small = sealed[:place] + b"a" + sealed[place + 1 :]

    assert _changed(why=Why.ALTERED, found=verify(small, office.trusted))


def test_that_a_changed_byte_of_a_received_paper_is_told(sealed: bytes, office: Office) -> None:
    received = office.receive(sealed)

    for place, changed in _flipped(received, range(5, len(received), 149)):
        assert verify(changed, office.trusted).state is State.CHANGED, place


def test_that_a_cut_file_is_told(sealed: bytes, office: Office) -> None:
    for length in range(len(sealed) - 1, len(unsealed(sealed)) + 900, -500):
        assert verify(sealed[:length], office.trusted).state is not State.GENUINE, length


def test_that_what_is_added_later_is_told(sealed: bytes, office: Office) -> None:
    turned = _turned(sealed)

    assert PdfFileReader(io.BytesIO(turned)).root["/Pages"]["/Kids"][0]["/Rotate"] == 180
    assert _changed(why=Why.APPENDED, found=verify(turned, office.trusted))
    assert _changed(why=Why.APPENDED, found=verify(sealed + b"\n", office.trusted))
    assert verify(sealed + b"%%EOF\n", office.trusted).state is State.CHANGED


def test_that_a_second_seal_of_anybody_but_the_office_is_told(
    sealed: bytes, office: Office
) -> None:
    colleague = Laptop(name="陈敏", device="laptop-2")
    colleague.enrol(office)
    again = countersign(sealed, colleague.signatory(), _AT)
    stranger = Office().receive(sealed)

    assert _changed(why=Why.APPENDED, found=verify(again, office.trusted))
    assert _changed(why=Why.APPENDED, found=verify(stranger, office.trusted))


def test_that_a_seal_of_a_laptop_nobody_knows_is_unknown(paper: bytes, office: Office) -> None:
    stranger = Laptop()

    found = verify(stranger.issue(paper), office.trusted)

    assert found.state is State.UNKNOWN
    assert found.seals[0].holder.name == "胡龙"
    assert not found.seals[0].is_vouched
    assert verify(stranger.issue(paper), stranger.trusted).state is State.GENUINE
    assert verify(stranger.issue(paper), Trusted()).state is State.UNKNOWN


def test_that_a_changed_paper_of_a_stranger_is_changed_not_only_unknown(
    paper: bytes, office: Office
) -> None:
    changed = (
        Laptop().issue(paper).replace(b"Paper", b"Peper", 1).replace(b"/Rotate 0", b"/Rotate 9")
    )

    assert _changed(why=Why.ALTERED, found=verify(changed, office.trusted))


def test_that_the_certificate_of_another_office_convinces_nobody_here(
    sealed: bytes, office: Office
) -> None:
    assert verify(sealed, Office().trusted).state is State.UNKNOWN


def test_that_a_laptop_seals_in_the_name_the_office_enrolled_it_for(
    paper: bytes, office: Office, laptop: Laptop
) -> None:
    borrowed = laptop.issue(paper, holder=replace(laptop.holder, name="局长"))

    (seal,) = verify(borrowed, office.trusted).seals

    assert seal.holder.name == "胡龙"


@pytest.mark.parametrize("said", ["", '{"name": 5, "unit": "", "device": "", "above": ""}', "[]"])
def test_that_a_name_a_laptop_made_up_beside_the_offices_word_is_not_believed(
    paper: bytes, office: Office, laptop: Laptop, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as forging:
        forging.setattr("caseworker_app.seals.certificate._Said.text", lambda _: said)
        forged = laptop.signatory(replace(laptop.holder, name="局长"))

    found = verify(seal(paper, forged, _AT, _NUMBER), office.trusted)

    assert found.state is State.UNKNOWN
    assert (found.seals[0].holder.name, found.seals[0].is_vouched) == ("局长", False)


def test_that_what_a_stranger_wrote_cannot_pass_for_a_line_of_ours(
    paper: bytes, office: Office
) -> None:
    stranger = Laptop(name="胡龙\n真实\x1b[2J", unit="镇\r\x9b")
    forged = seal(paper, stranger.signatory(), _AT, f"{_NUMBER}\n真实，未改动")
    (found,) = verify(forged, office.trusted).seals

    assert (found.holder.name, found.holder.unit) == ("胡龙真实[2J", "镇")
    assert found.number == f"{_NUMBER}真实，未改动"


def test_that_a_laptop_cannot_pass_for_the_office(
    paper: bytes, office: Office, laptop: Laptop
) -> None:
    key = Ed25519PrivateKey.from_private_bytes(laptop.key)
    raw = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = SimpleSigner(
        signing_cert=Certificate.load(laptop.certificate),
        signing_key=PrivateKeyInfo.load(raw),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # its authors say none
    )
    meaning = PdfSignatureMetadata(
        field_name="Received", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha512"
    )
    forged = sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(paper)),
        meaning,
        signer,
        new_field_spec=SigFieldSpec("Received"),
    ).getvalue()

    assert verify(forged, office.trusted).state is not State.GENUINE


def test_that_a_received_paper_says_both(paper: bytes, office: Office) -> None:
    late = datetime(2026, 11, 24, 8, tzinfo=CHINA)
    stranger = Laptop()

    found = verify(office.receive(stranger.issue(paper), late), office.trusted)

    assert found.state is State.GENUINE
    first, second = found.seals
    assert (first.holder.name, first.is_vouched, first.by_office) == ("胡龙", False, False)
    assert (second.is_vouched, second.by_office, second.at) == (True, True, late)


@pytest.mark.parametrize("year", [1970, 1999, 2001, 2099])
def test_that_no_clock_makes_a_seal_worse(
    paper: bytes, office: Office, laptop: Laptop, year: int
) -> None:
    wrong = datetime(year, 1, 1, tzinfo=UTC)

    found = verify(laptop.issue(paper, wrong), office.trusted)

    assert found.state is State.GENUINE
    assert found.seals[0].at == wrong


@pytest.mark.parametrize(
    "name",
    [_RARE, "欧阳·\U000f0000", "阿卜杜热西提·麦麦提吐尔逊江·艾合买提" * 3, "خالد李", "Ÿ́ e", "李ﬁ"],
)
def test_that_any_name_seals_and_is_read_exactly(paper: bytes, name: str) -> None:
    office, laptop = Office(), Laptop(name=name, unit="")
    laptop.enrol(office)

    found = verify(laptop.issue(paper), office.trusted)

    assert found.state is State.GENUINE
    assert found.seals[0].holder == Holder(name, "", "laptop-1")


def test_that_other_readers_see_a_sign_for_a_character_they_lack() -> None:
    assert certificates.plain("陈𠀀𪜀𰻞鿯") == "陈𠀀〓〓〓"
    assert certificates.plain("") == "〓"
    assert certificates.plain(unicodedata.normalize("NFD", "é")) == "é"


def test_that_practice_is_never_genuine(paper: bytes, office: Office, laptop: Laptop) -> None:
    practised = laptop.issue(paper, holder=replace(laptop.holder, practice=True))

    for trusted in (office.trusted, laptop.trusted, Trusted()):
        assert verify(practised, trusted).state is State.PRACTICE
    assert verify(practised[:-9] + b"x" + practised[-8:], office.trusted).state is State.CHANGED


def test_that_a_file_without_a_seal_is_told_for_what_it_is(paper: bytes, office: Office) -> None:
    picture = b"\xff\xd8\xff\xe0" + bytes(900)

    assert verify(paper, office.trusted).state is State.UNSEALED
    assert verify(paper[:-400], office.trusted).state is State.DAMAGED
    assert verify(picture, office.trusted).state is State.NOT_PDF
    assert verify(b"", office.trusted).state is State.NOT_PDF


def test_that_the_same_words_give_the_same_certificate(office: Office, laptop: Laptop) -> None:
    before = laptop.certificate
    laptop.enrol(office)

    assert laptop.certificate == before
    assert laptop.signatory() == laptop.signatory()


def test_that_a_certificate_is_of_one_key_by_one_office(office: Office, laptop: Laptop) -> None:
    own, theirs = signing.public(laptop.key), signing.public(office.key)

    assert certificates.is_certified(laptop.certificate, theirs, own)
    assert not certificates.is_certified(laptop.certificate, own, own)
    assert not certificates.is_certified(laptop.certificate, theirs, theirs)
    assert not certificates.is_certified(laptop.certificate[:-1] + b"x", theirs, own)
    assert not certificates.is_certified(b"", theirs, own)


def test_that_the_office_above_is_named_by_the_seal_itself(laptop: Laptop) -> None:
    own = laptop.signatory().certificate

    assert certificates.above_of(own) == sha256(laptop.certificate).hexdigest()
    assert certificates.above_of(laptop.certificate) == ""
    assert certificates.above_of(b"no certificate") == ""
