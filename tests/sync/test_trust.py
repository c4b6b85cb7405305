"""The line is secret: to the office of the slip and to nobody who stands between."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from caseworker_app.errors import UserError
from caseworker_app.server import encryption, enrolment
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import running
from caseworker_app.sync import trust
from caseworker_app.sync.client import Courier, Identity, enrol
from caseworker_app.sync.transport import LineError, Transport
from caseworker_app.wire import host, signing
from tests.server.conftest import fill
from tests.server.laptop import Laptop
from tests.sync.conftest import Field, admit, reach
from tests.sync.lines import free_port

NAME = "王秀兰"
_BEGIN, _END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nobody_known() -> Iterator[None]:
    trust.forget()
    yield
    trust.forget()


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Field]:
    """Return a server on an encrypted line, with a laptop it let in over that line."""
    with running(Configuration(tmp_path / "office", encrypted=True)) as server:
        dossiers = fill(server.central)
        laptop = Laptop()
        admit(server, laptop)
        yield Field(server, laptop, dossiers[0].household.id)


@contextmanager
def relaying(address: str) -> Iterator[tuple[str, list[bytes]]]:
    """Yield an address that passes everything on, and all that passed."""
    seen: list[bytes] = []
    port = int(address.rsplit(":", 1)[1])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        over = threading.Event()

        def pass_on(take: socket.socket, give: socket.socket) -> None:
            with take, give, suppress(OSError):  # either side may be gone
                while data := take.recv(1 << 16):
                    seen.append(data)
                    give.sendall(data)
                give.shutdown(socket.SHUT_WR)  # its copy lives on in the other thread

        def listen() -> None:
            while not over.is_set():
                try:
                    near, _ = listener.accept()
                except TimeoutError:
                    continue
                far = socket.create_connection(("127.0.0.1", port))
                for pair in ((near, far), (far.dup(), near.dup())):
                    threading.Thread(target=pass_on, args=pair, daemon=True).start()

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield f"https://127.0.0.1:{listener.getsockname()[1]}", seen
        finally:
            over.set()
            thread.join()


def deliver(field: Field, address: str) -> int:
    """Deliver a visit in which a name stands, and return how many receipts came."""
    visit = field.laptop.visit("v1", field.home, reason=NAME)
    courier = reach(field, address)
    try:
        return len(courier.push([visit]).receipts)
    finally:
        courier.close()


def test_that_nobody_on_the_way_reads_a_word(secret: Field) -> None:
    assert secret.server.url.startswith("https://")
    with relaying(secret.server.url) as (address, seen):
        assert deliver(secret, address) == 1

    passed = b"".join(seen)
    assert len(passed) > 1000
    for word in (NAME.encode(), b"/v1/", b"Bearer", secret.laptop.device.encode()):
        assert word not in passed


def test_that_the_same_words_stand_on_a_line_that_is_not_encrypted(field: Field) -> None:
    """Else the test above could not fail."""
    with relaying(field.server.url) as (address, seen):
        deliver(field, address.replace("https://", "http://"))

    assert all(word in b"".join(seen) for word in (b"/v1/", b"Bearer"))


@contextmanager
def pretending(certificate: Path) -> Iterator[tuple[str, list[bytes]]]:
    """Yield an address where somebody answers under a certificate, and what they got to read."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    read: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    near, _ = listener.accept()
                    near.settimeout(5)
                    with context.wrap_socket(near, server_side=True) as line:
                        read.append(line.recv(1 << 16))
                except OSError:
                    continue

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield f"https://127.0.0.1:{listener.getsockname()[1]}", read
        finally:
            over.set()
            thread.join()


def other_office(folder: Path) -> Path:
    path = folder / "other.pem"
    path.write_bytes(b"".join(host.issue(signing.new_key())))
    return path


def self_made(folder: Path) -> Path:
    """Return a certificate as anybody can make one, for this very address."""
    return _authority(folder, "self.pem")


def lying(folder: Path) -> Path:
    """Return another key's certificate that says it is the office's."""
    return _authority(folder, "lying.pem", office=True)


def _authority(folder: Path, name: str, *, office: bool = False) -> Path:
    key, named = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")]),
    )
    builder = x509.CertificateBuilder(
        named, named, key.public_key(), 1, _BEGIN, _END
    ).add_extension(
        x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
    )
    if office:
        public = signing.public((folder / "office/identity.key").read_bytes())
        builder = builder.add_extension(
            x509.UnrecognizedExtension(host._OFFICE, public), critical=False
        ).add_extension(x509.ExtendedKeyUsage([x509.OID_SERVER_AUTH]), critical=True)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = folder / name
    path.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM) + private)
    return path


@pytest.mark.parametrize("made", [other_office, self_made, lying])
def test_that_who_stands_between_gets_nothing(
    secret: Field, tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    with pretending(made(tmp_path)) as (address, read):
        with pytest.raises(LineError, match="身份核对不上"):
            deliver(secret, address)
        slip = enrolment.make_slip(secret.server.central, "p1", "admin")
        with pytest.raises(LineError, match="身份核对不上"):
            enrol(address, slip, "laptop-9", Laptop().public, "linux/0")

    assert b"".join(read) == b""


def test_that_somebody_who_comes_between_later_gets_nothing(secret: Field, tmp_path: Path) -> None:
    """The certificate was learnt from the office; then another answers at the same address."""
    fingerprint = signing.fingerprint(secret.server.central.public)
    known = trust._pinned((tmp_path / "office/line.pem").read_text())
    with pretending(other_office(tmp_path)) as (address, read):
        host_name, _, port = address.removeprefix("https://").partition(":")
        with (
            socket.create_connection((host_name, int(port))) as raw,
            pytest.raises(ssl.SSLCertVerificationError),
        ):
            known.wrap_socket(raw, server_hostname=host_name)
        assert trust.context_for(secret.server.url, fingerprint, 5).verify_mode == ssl.CERT_REQUIRED
    assert b"".join(read) == b""


def test_that_an_authority_the_machine_knows_answers_for_a_gateway(
    secret: Field, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway = self_made(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(gateway))
    with pretending(gateway) as (address, read):
        identity = Identity("d", signing.new_key(), secret.server.central.public)
        courier = Courier(address, identity, sleep=lambda _: None, idle_seconds=1)
        with pytest.raises(LineError, match=r"断了|读不懂|不是本系统"):
            courier.session()
        courier.close()

    assert b"/v1/nonce" in b"".join(read)


def test_that_a_restored_server_with_another_certificate_is_taken(tmp_path: Path) -> None:
    place = Configuration(tmp_path / "office", port=free_port(), encrypted=True)
    laptop = Laptop()
    with running(place) as server:
        home = fill(server.central)[0].household.id
        admit(server, laptop)
    (place.folder / "line.pem").unlink()

    with running(place) as again:
        assert deliver(Field(again, laptop, home), again.url) == 1


def test_that_a_certificate_of_another_identity_is_made_anew(tmp_path: Path) -> None:
    key = signing.new_key()
    (tmp_path / "identity.key").write_bytes(key)
    (tmp_path / "line.pem").write_bytes(b"".join(host.issue(signing.new_key())))

    path = encryption.certificate(tmp_path)

    assert host.is_of(path.read_bytes(), signing.fingerprint(signing.public(key)))
    assert encryption.certificate(tmp_path).read_bytes() == path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_that_a_certificate_of_the_line_seals_no_paper_and_a_seal_serves_no_line() -> None:
    key = signing.new_key()
    shown, _ = host.issue(key)
    fingerprint = signing.fingerprint(signing.public(key))

    assert host.is_of(shown, fingerprint)
    assert not host.is_of(shown, signing.fingerprint(bytes(32)))
    assert not host.is_of(b"no certificate", fingerprint)
    usage = x509.load_pem_x509_certificate(shown).extensions
    with pytest.raises(x509.ExtensionNotFound):
        usage.get_extension_for_class(x509.KeyUsage)


@pytest.mark.parametrize("address", ["http://dibao.example", "http://10.0.0.5:8327"])
def test_that_nothing_leaves_the_machine_for_all_to_read(address: str) -> None:
    with pytest.raises(UserError, match="https"):
        Transport(address, "")


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "http://localhost", "https://x"])
def test_that_one_may_speak_in_secret_or_to_this_machine(address: str) -> None:
    Transport(address, "").close()
