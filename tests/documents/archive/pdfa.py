"""What ISO 19005-2 asks of a PDF/A-2b file, read back from its bytes; the numbers are clauses.

Only what a file of ours could break is asked: there are no other fonts, pictures and marks.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf
from pikepdf import Dictionary, Object, Pdf, Stream

from tests.documents.archive.font import fonts

_FORBIDDEN = {
    "/AA": "6.5.2 action of its own accord",
    "/AcroForm": "6.4 form to be filled in",
    "/AF": "6.8 file inside",
    "/Alternates": "6.2.8 other pictures",
    "/Annots": "6.3 annotation",
    "/BM": "6.2.10 transparency",
    "/EF": "6.8 file inside",
    "/Encrypt": "6.1.3 encrypted",
    "/F": "6.1.7 content outside",
    "/FFilter": "6.1.7 content outside",
    "/JS": "6.5.1 script",
    "/JavaScript": "6.5.1 script",
    "/Launch": "6.5.1 program",
    "/NeedsRendering": "6.4 form to be filled in",
    "/OCProperties": "6.9 layers",
    "/OPI": "6.2.9 content outside",
    "/OpenAction": "6.5.2 action of its own accord",
    "/PS": "6.2.9 program",
    "/Perms": "6.1.12 permissions",
    "/PresSteps": "6.10 show",
    "/Ref": "6.2.9 content outside",
    "/Requirements": "6.11 requirements",
    "/SMask": "6.2.10 transparency",
    "/TR": "6.2.5 transfer function",
    "/XFA": "6.4 form to be filled in",
}
_OPERATORS = {
    *("q", "Q", "cm", "w", "J", "j", "m", "l", "c", "re", "S"),
    *("f", "g", "RG", "BT", "ET", "Tf", "Tm", "Tj", "Do"),
}
_FILTERS = {"", "/FlateDecode", "/DCTDecode"}
_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_SAME = {
    "/Title": "dc:title/rdf:Alt/rdf:li",
    "/Subject": "dc:description/rdf:Alt/rdf:li",
    "/Author": "dc:creator/rdf:Seq/rdf:li",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}


def faults(data: bytes) -> list[str]:
    """Return what keeps a file from being PDF/A-2b, clause first."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            *_file(data),
            *(f"6.1 {told}" for told in pdf.check_pdf_syntax()),
            *(fault for check in _CHECKS for fault in check(pdf)),
        ]


def _file(data: bytes) -> Iterator[str]:
    """6.1.2 to 6.1.9: header, end, streams, indirect objects."""
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[^\n]*[\x80-\xff]{4}", data):
        yield "6.1.2 header"
    if not re.search(rb"startxref\n\d+\n%%EOF\r?\n?\Z", data):
        yield "6.1.3 data after the end"
    for found in re.finditer(rb"endstream\s+endobj", data):
        if data[found.start() - 1 : found.start()] not in (b"\n", b"\r"):
            yield f"6.1.7.1 end of stream at {found.start()}"
    for place in re.findall(rb"(\d{10}) \d{5} n", data):
        if not re.match(rb"\d+ 0 obj\n", data[int(place) : int(place) + 20]):
            yield f"6.1.9 object at {int(place)}"


def _trailer(pdf: Pdf) -> Iterator[str]:
    if len(pdf.trailer.get("/ID", ())) != 2:
        yield "6.1.3 no file identifier"
    if pdf.is_encrypted:
        yield "6.1.3 encrypted"


def _keys(pdf: Pdf) -> Iterator[str]:
    """Yield what no dictionary may hold."""
    for found in pdf.objects:
        for told in _walk(found):
            for key in set(told.keys()) & _FORBIDDEN.keys():
                yield f"{_FORBIDDEN[key]} {key}"


def _walk(found: Object) -> Iterator[Dictionary | Stream]:
    """Yield every dictionary inside an indirect object, not those it points to."""
    if isinstance(found, Dictionary | Stream):
        yield found
        parts = [found[key] for key in found.keys()]  # noqa: SIM118  # of a stream too
    else:
        parts = list(found) if isinstance(found, pikepdf.Array) else []
    for part in parts:
        if not getattr(part, "is_indirect", True):  # a number has none
            yield from _walk(part)


def _streams(pdf: Pdf) -> Iterator[str]:
    for found in pdf.objects:
        if isinstance(found, Stream) and str(found.get("/Filter", "")) not in _FILTERS:
            yield f"6.1.7.2 filter {found.Filter}"


def _intent(pdf: Pdf) -> Iterator[str]:
    intents = [one for one in pdf.Root.get("/OutputIntents", ()) if one.S == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield "6.2.3 output intent"
        return
    profile = intents[0].DestOutputProfile
    head = profile.read_bytes()[:40]
    kind = (head[12:16], head[16:20], head[36:40])
    if kind != (b"mntr", b"RGB ", b"acsp") or head[8] > 4 or int(profile.N) != 3:
        yield "6.2.3 profile"


def _content(pdf: Pdf) -> Iterator[str]:
    """6.2.2 known operators and resources; 6.1.13 nesting."""
    for number, page in enumerate(pdf.pages, 1):
        if "/Resources" not in page.obj:
            yield f"6.2.2 page {number} without resources"
        depth = deepest = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator not in _OPERATORS:
                yield f"6.2.2 operator {operator}"
            depth += (operator == "q") - (operator == "Q")
            deepest = max(deepest, depth)
        if depth or deepest > 28:
            yield f"6.1.13 page {number} nests {deepest}, leaves {depth}"


def _images(pdf: Pdf) -> Iterator[str]:
    for found in pdf.objects:
        if isinstance(found, Stream) and found.get("/Subtype") == "/Image":
            if str(found.ColorSpace) not in ("/DeviceRGB", "/DeviceGray"):
                yield f"6.2.4.3 colours {found.ColorSpace}"
            if found.get("/Interpolate", False):
                yield "6.2.8 interpolation"
            colours = len(pikepdf.PdfImage(found).as_pil_image().getbands())
            if colours != {"/DeviceRGB": 3, "/DeviceGray": 1}.get(str(found.ColorSpace)):
                yield f"6.2.8 a JPEG of {colours} colours as {found.ColorSpace}"


def _metadata(pdf: Pdf) -> Iterator[str]:
    """6.6.2: XMP, and the same in the document information."""
    if "/Metadata" not in pdf.Root:
        yield "6.6.2.1 no metadata"
        return
    raw = pdf.Root.Metadata.read_bytes().decode()
    if re.search(r"<\?xpacket begin=[^>]*(bytes|encoding)=", raw):
        yield "6.6.2.1 packet"
    told = ET.fromstring(re.sub(r"<\?xpacket.*?\?>", "", raw)).find(".//rdf:Description", _NAMES)  # noqa: S314  # our own
    assert told is not None
    claim = [told.findtext(f"pdfaid:{name}", "", _NAMES) for name in ("part", "conformance")]
    if claim != ["2", "B"]:
        yield f"6.6.4 claims {claim}"
    for key, path in _SAME.items():
        here, there = str(pdf.docinfo.get(key, "")), told.findtext(path, "", _NAMES)
        if key.endswith("Date"):
            there = re.sub(r"[-:T]", "", there.replace("+08:00", "")) + "+08'00'"
            here = here.removeprefix("D:")
        if here != there:
            yield f"6.6.2 {key} {here!r} is {there!r} in the metadata"


_CHECKS: tuple[Callable[[Pdf], Iterator[str]], ...] = (
    _trailer,
    _keys,
    _streams,
    _intent,
    _content,
    _images,
    _metadata,
    fonts,
)
