"""What an office publishes: who may say so, what may stand in it, what came before."""

from datetime import date

import msgspec
import pytest

from caseworker_app.wire import manifest as lists, signing
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.manifest import (
    MAX_ITEM,
    MAX_ITEMS,
    MAX_TOTAL,
    Item,
    Manifest,
)

_DAY = date(2027, 1, 1)
_DATA = b"[pack]"


def _item(path: str = "packs/zj.toml", size: int = len(_DATA)) -> Item:
    return Item(path, sha256(_DATA), size, _DAY)


def _made(*items: Item, **other: object) -> Manifest:
    whole = Manifest(version=1, at=1, expires=2, items=items or (_item(),), publisher="")
    return msgspec.structs.replace(whole, **other)


def _through(manifest: Manifest) -> Manifest:
    return msgspec.json.decode(canonical(manifest), type=Manifest)


def test_that_a_list_comes_through_and_only_its_publisher_wrote_it() -> None:
    key, other = signing.new_key(), signing.new_key()
    made = lists.sign(_made(), key)

    assert lists.genuine(_through(made))
    assert lists.follows(made, signing.public(key))
    assert not lists.follows(made, signing.public(other))
    claimed = msgspec.structs.replace(made, publisher=signing.public(other).hex())
    assert not lists.genuine(claimed)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"at": 2},
        {"expires": 3},
        {"items": ()},
        {"items": (_item(size=7),)},
        {"successors": (lists.successor(bytes(32), signing.new_key()),)},
        {"sig": None},
    ],
)
def test_that_a_changed_list_is_nobodys(change: dict[str, object]) -> None:
    made = lists.sign(_made(), signing.new_key())

    assert not lists.genuine(msgspec.structs.replace(made, **change))


@pytest.mark.parametrize(
    "path",
    [
        "packs/../identity.key",
        "/etc/passwd",
        "packs/a/b.toml",
        "packs\\a.toml",
        "packs/a.toml\n",
        "packs/.toml",
        "packs/a.py",
        "packs/规则.toml",
        "packs/" + "a" * 65 + ".toml",
        "forms/../packs/a.toml",
        "",
    ],
)
def test_that_only_names_of_packs_are_read(path: str) -> None:
    made = lists.sign(_made(_item(path)), signing.new_key())

    assert not lists.is_name(path)
    with pytest.raises(msgspec.ValidationError):
        _through(made)


@pytest.mark.parametrize("size", [0, MAX_ITEM + 1, 2**60])
def test_that_no_giant_is_read(size: int) -> None:
    with pytest.raises(msgspec.ValidationError):
        _through(lists.sign(_made(_item(size=size)), signing.new_key()))


def test_that_limits_hold_for_the_whole_list_too() -> None:
    key = signing.new_key()
    many = [_item(f"packs/p{n}.toml", MAX_ITEM) for n in range(MAX_ITEMS + 1)]
    fits = MAX_TOTAL // MAX_ITEM

    assert lists.genuine(lists.sign(_made(*many[:fits]), key))
    assert not lists.genuine(lists.sign(_made(*many[: fits + 1]), key))
    with pytest.raises(msgspec.ValidationError):
        _through(lists.sign(_made(*many), key))


def test_that_nothing_is_named_twice() -> None:
    assert not lists.genuine(lists.sign(_made(_item(), _item()), signing.new_key()))


def test_that_a_field_nobody_knows_is_refused() -> None:
    made = canonical(lists.sign(_made(), signing.new_key()))

    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(made.replace(b'{"at"', b'{"a":1,"at"'), type=Manifest)


def test_that_trust_goes_from_key_to_key_and_never_back() -> None:
    first, second, third, other = (signing.new_key() for _ in range(4))
    way = (
        lists.successor(signing.public(second), first),
        lists.successor(signing.public(third), second),
    )
    made = lists.sign(_made(successors=way), third)

    for trusted in (first, second, third):
        assert lists.follows(made, signing.public(trusted))
    assert not lists.follows(made, signing.public(other))
    assert not lists.follows(lists.sign(_made(), first), signing.public(second))
    taken_over = (lists.successor(signing.public(other), other),)
    assert not lists.follows(lists.sign(_made(successors=taken_over), other), signing.public(first))


def test_that_an_office_vouches_for_its_publisher_only() -> None:
    office, publisher = signing.new_key(), signing.public(signing.new_key())
    said = lists.vouched(publisher, office)

    assert lists.believed(said, signing.public(office)) == publisher
    assert lists.believed(said, signing.public(signing.new_key())) == b""
    assert lists.believed("", signing.public(office)) == b""


def test_that_bytes_fit_by_length_and_content() -> None:
    assert lists.fits(_item(), _DATA)
    assert not lists.fits(_item(), b"[pacK]")
    assert not lists.fits(_item(size=7), _DATA)
