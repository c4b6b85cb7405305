"""A seal of another program that cannot be read here is no proof that a file was changed."""

import pytest
from asn1crypto.core import ObjectIdentifier

from caseworker_app.seals import certificate as certificates
from caseworker_app.seals.finding import State
from caseworker_app.seals.seal import verify
from tests.seals.test_seal import Laptop, Office, laptop, office, paper, sealed

__all__ = ["laptop", "office", "paper", "sealed"]  # fixtures

_CURVES = ("1.2.840.10045.3.1.7", "1.2.156.10197.1.301")
_ALGORITHMS = ("1.2.840.10045.4.3.2", "1.2.156.10197.1.501")
"""P-256 and SM2; ECDSA with SHA-256 and SM2 with SM3."""


def _hex(identifier: str) -> bytes:
    return bytes(ObjectIdentifier(identifier).contents).hex().upper().encode()


def _otherwise(sealed: bytes, *pairs: tuple[str, str]) -> bytes:
    """Return the same seal by other means, of another program."""
    foreign = sealed.replace(b"/T (Seal)", b"/T (Sign)")
    foreign = foreign.replace(certificates.MARK, certificates.MARK[::-1])
    for ours, theirs in pairs:
        assert _hex(ours) in foreign
        foreign = foreign.replace(_hex(ours), _hex(theirs))
    return foreign


@pytest.mark.parametrize("pairs", [(_CURVES,), (_ALGORITHMS,), (_CURVES, _ALGORITHMS)])
def test_that_a_seal_nobody_here_can_read_is_not_called_changed(
    sealed: bytes, office: Office, pairs: tuple[tuple[str, str], ...]
) -> None:
    assert verify(_otherwise(sealed, *pairs), office.trusted).state is State.FOREIGN


def test_that_a_paper_of_ours_is_none_of_another_program(
    sealed: bytes, office: Office, laptop: Laptop
) -> None:
    for trusted in (office.trusted, laptop.trusted):
        for mark in (b"/T (Seal)", certificates.MARK):
            changed = sealed.replace(mark, mark[::-1])
            assert verify(changed, trusted).state is State.CHANGED
