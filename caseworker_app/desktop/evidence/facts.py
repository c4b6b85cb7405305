"""What is known of a piece of evidence: when, by what way, where, its checksum."""

from collections.abc import Iterator

from caseworker_app.desktop.step import words
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.model.visit import Attachment
from caseworker_app.rules.evidence import PHOTO

_MARK = 12
_MILLION = 1_000_000
_WAYS = {"file": tr("从文件选取"), "clipboard": tr("粘贴"), "folder": tr("手机文件夹")}


def of(found: Attachment) -> Iterator[str]:
    """Yield when and how a piece of evidence came, in words."""
    origin = found.origin
    taken = words.written(found.taken)
    yield (
        tr("拍摄 {taken}", taken=taken) if found.role == PHOTO else tr("收下 {taken}", taken=taken)
    )
    if found.agreed:
        yield tr("{name}同意录音，录音开头已说明并得到同意", name=found.agreed.name)
        yield tr("为了不在电脑上留下没有加密的副本，这里不播放；要听请写明原因后导出")
    if origin:
        original = tr("原件 {size}", size=words.size(origin.size))
        yield joined(_WAYS.get(origin.way), original)
        if origin.device:
            yield tr("相机 {device}", device=origin.device)
        if origin.latitude is not None and origin.longitude is not None:
            north, east = origin.latitude / _MILLION, origin.longitude / _MILLION
            yield tr("位置 北纬 {north:.5f}°，东经 {east:.5f}°", north=north, east=east)
    yield tr("校验码 {part}", part=found.sha.rpartition(":")[2][:_MARK])
