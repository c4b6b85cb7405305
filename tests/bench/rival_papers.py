"""A form rendered by WeasyPrint or Typst, which know nothing of each other or of us.

Runs in an environment of its own (``make bench``):

    python tests/bench/rival_papers.py weasyprint|typst FOLDER TIMES

Prints the seconds of a processor's time each rendering took, as JSON; the last one is kept.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def weasyprint(folder: Path) -> Callable[[], bytes]:
    """Return a renderer of ``form.html`` that reads its fonts once."""
    from weasyprint import CSS, HTML  # noqa: PLC0415  # one rival at a time
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    fonts = FontConfiguration()
    style = CSS(filename=folder / "form.css", font_config=fonts)

    def render() -> bytes:
        page = HTML(filename=folder / "form.html")
        made: bytes = page.write_pdf(stylesheets=[style], font_config=fonts)
        return made

    return render


def typst(folder: Path) -> Callable[[], bytes]:
    """Return a renderer of ``form.typ`` that compiles it anew each time."""
    from typst import Compiler  # noqa: PLC0415  # one rival at a time

    source = folder / "form.typ"
    text = source.read_text("utf-8")
    compiler = Compiler(str(source), font_paths=[str(folder)])
    count = 0

    def render() -> bytes:
        nonlocal count
        count += 1
        source.write_text(text.replace("000123", f"{count:06}"), "utf-8")
        made: bytes = compiler.compile(str(source), format="pdf")
        return made

    return render


def main() -> None:
    rival, folder, times = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    render = {"weasyprint": weasyprint, "typst": typst}[rival](folder)
    made = render()
    took = []
    for _ in range(times):
        start = time.process_time()
        made = render()
        took.append(time.process_time() - start)
    (folder / f"{rival}.pdf").write_bytes(made)
    sys.stdout.write(json.dumps(took))


if __name__ == "__main__":
    main()
