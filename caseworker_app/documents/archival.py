"""What makes a paper fit for the archive: PDF/A-2b (ISO 19005-2), which 档案 are kept in.

The file says what it is and what its colours mean, twice where the standard wants it twice, and
leans on nothing outside itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDocument,
    PDFString,
)

from caseworker_app.documents.objects import Dictionary, Stream
from caseworker_app.paths import resource

LANGUAGE = "zh-CN"
PRODUCER = "Caseworker"
INTENT = {
    "OutputConditionIdentifier": "sRGB IEC61966-2.1",
    "Info": "sRGB IEC61966-2.1",
}
"""What its colours are meant for."""
_UNDATED = date(2000, 1, 1)
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{told}
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_TITLE = '<dc:{0}><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt></dc:{0}>'
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{0}</rdf:li></rdf:Seq></dc:creator>"


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself."""

    title: str
    author: str
    subject: str
    day: date = _UNDATED
    """Of issue: the file counts as made at its beginning, Chinese standard time."""


def packet(about: About) -> bytes:
    """Return the description as XMP (ISO 16684-1)."""
    return _PACKET.format(
        language=LANGUAGE,
        producer=PRODUCER,
        moment=f"{about.day.isoformat()}T00:00:00+08:00",
        told="\n".join(_told(about)),
    ).encode()


def information(about: About) -> dict[str, str]:
    """Return the same for the document information (ISO 32000-1, 14.3.3)."""
    made = f"D:{about.day:%Y%m%d}000000+08'00'"
    known = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Creator": PRODUCER,
        "Producer": PRODUCER,
        "CreationDate": made,
        "ModDate": made,
    }
    return {key: text for key, text in known.items() if text}


@cache
def profile() -> bytes:
    """Return the colours of a paper: sRGB (IEC 61966-2.1) as an ICC profile."""
    return resource("colour", "sRGB.icc").read_bytes()


def describe(document: PDFDocument, about: About) -> None:
    """Write what the file is into its catalogue and information."""
    catalog: PDFCatalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    intent = {key: PDFString(text) for key, text in INTENT.items()}
    entries = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", **intent}
    colours = Stream(profile(), {"N": 3})
    catalog.OutputIntents = PDFArray([Dictionary({**entries, "DestOutputProfile": colours})])
    catalog.Metadata = Stream(packet(about), {"Type": "/Metadata", "Subtype": "/XML"}, coding="")
    catalog.ViewerPreferences = Dictionary({"DisplayDocTitle": "true"})
    document.info = Dictionary({k: PDFString(text) for k, text in information(about).items()})


def _told(about: About) -> Iterator[str]:
    yield _TITLE.format("title", escape(about.title))
    if about.subject:
        yield _TITLE.format("description", escape(about.subject))
    if about.author:
        yield _AUTHOR.format(escape(about.author))
