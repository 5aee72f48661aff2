"""What the signed record costs, in its parts, side by side in one run (issue 4 §5).

    python -m tests.bench.bench_record [--rounds 9]

Only the ratios count. WeasyPrint draws the very same page in three ways: as anybody would call it, reading fonts and
stylesheet anew; with both kept, as our worker keeps them; and the same with the tags that PDF/A-3a asks for, which is
the floor of bench_pdf. None of them keeps to both standards, attaches data or signs. Chromium and LibreOffice draw it
too, where they are installed; neither makes a file that is for keeping and for everyone.
"""

import argparse
import gc
import re
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import ground
from tests.bench.bench_pdf import finished_page, timed
from tests.bench.others import chromium_warm, commands

WORDS, PAGES = 10_000, (5, 10, 20, 50)
MEGABYTES = (0.06, 1, 5, 20)
AIM = 1.3


def side_by_side(rounds: int, works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median of each in milliseconds, in turns, so that a busy moment hits all alike; the first turn warms up.

    Each begins with a clean heap: ours collects what it leaves behind, WeasyPrint alone does not, and whichever came
    after it would pay for that.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            gc.collect()
            taken[name].append(timed(work)) if turn else work()
    return {name: statistics.median(times) for name, times in taken.items()}


def repeated(html: str, times: int) -> str:
    """The finished page with the rows of its table of business so many times over."""
    start = html.index("</thead>", html.index('<table class="business"')) + len("</thead>")
    end = html.index("</table>", start)
    return html[:start] + html[start:end] * times + html[end:]


def words_in(html: str) -> int:
    return len(re.sub(r"<[^>]+>", " ", html).split())


class Maker:
    """Draws and seals in this process, as the worker does."""

    def __init__(self) -> None:
        from django.utils import timezone

        from trust.tools import pdf_worker
        from trust.tools.signing_keys import signing_key

        self.worker, self.at = pdf_worker, timezone.now()
        pdf_worker.start(tempfile.mkdtemp())
        self.styles = pdf_worker.stylesheets(("trust/print.css",))
        self.key = signing_key(at=self.at)

    def as_called(self, html: str) -> bytes:
        from weasyprint import HTML

        return HTML(string=html).write_pdf(stylesheets=[self.worker.STATIC / "trust" / "print.css"])

    def bare(self, html: str, **variant: str) -> bytes:
        from weasyprint import HTML

        return HTML(string=html).write_pdf(font_config=self.worker._fonts(), stylesheets=self.styles, **variant)

    def drawn(self, html: str, data: bytes = b"{}") -> bytes:
        from trust.tools.pdf_attached import Attached

        given = {"identifier": "bench", "created": "2011-02-22T15:30:00+00:00", "signature_label": "Seal"}
        attached = (Attached("minutes.json", "As data", data),)
        return self.worker.make_pdf(html, styles=("trust/print.css",), attached=attached, **given)

    def seal(self, pdf: bytes) -> bytes:
        from trust.tools.signing import sign

        return sign(pdf, key=self.key, reason="Approved minutes", name="Bench", at=self.at)

    def sealed(self, html: str) -> bytes:
        return self.seal(self.drawn(html))


def pages_of(pdf: bytes) -> int:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def against_others(maker: Maker, html: str, rounds: int) -> None:
    unsigned = maker.drawn(html)
    works = {
        "WeasyPrint as anybody calls it": lambda: maker.as_called(html),
        "WeasyPrint, fonts and styles kept": lambda: maker.bare(html),
        "WeasyPrint, kept and tagged": lambda: maker.bare(html, pdf_variant="pdf/a-3a"),
        "drawn to both standards, data attached": lambda: maker.drawn(html),
        "sealed alone": lambda: maker.seal(unsigned),
        "drawn and sealed": lambda: maker.sealed(html),
    }
    with chromium_warm(html) as print_to_pdf:
        taken = side_by_side(rounds, works | ({"Chromium, kept open": print_to_pdf} if print_to_pdf else {}))
    taken |= {name: statistics.median(timed(run) for _ in range(3)) for name, run in commands(html).items()}
    ours = taken["drawn and sealed"]
    rows = [[name, f"{took:.0f}", f"{ours / took:.2f}", aimed(name, ours / took)] for name, took in taken.items()]
    title = f"Minutes of {words_in(html)} words, {pages_of(unsigned)} pages"
    ground.table(title, ["what", "ms", "drawn and sealed ×", f"aim {AIM}"], rows)


def aimed(name: str, ratio: float) -> str:
    if not name.startswith("WeasyPrint"):
        return ""
    return "met" if ratio <= AIM else "missed"


def as_they_grow(maker: Maker, html: str, rounds: int) -> None:
    rows = []
    first = pages_of(maker.drawn(html))
    by_each = (pages_of(maker.drawn(repeated(html, 5))) - first) / 4
    for wanted in PAGES:
        page = repeated(html, 1 + max(0, round((wanted - first) / by_each)))
        rows.append(row_of(maker, page, rounds, f"about {wanted} pages"))
    times = 1
    while words_in(repeated(html, times)) < WORDS:
        times += 1
    rows.append(row_of(maker, repeated(html, times), rounds, f"{WORDS:,} words"))
    ground.table("As minutes grow", ["what", "pages", "words", "ms", "ms a page", "× WeasyPrint", "kB"], rows)


def row_of(maker: Maker, html: str, rounds: int, name: str) -> list[str]:
    sealed = maker.sealed(html)
    works = {"bare": lambda: maker.bare(html), "ours": lambda: maker.sealed(html)}
    taken, pages = side_by_side(max(3, rounds // 2), works), pages_of(sealed)
    each = f"{taken['ours'] / pages:.1f}"
    grown = [f"{taken['ours']:.0f}", each, f"{taken['ours'] / taken['bare']:.2f}", f"{len(sealed) / 1000:.0f}"]
    return [name, str(pages), str(words_in(html)), *grown]


@contextmanager
def kept_record() -> Iterator[tuple[object, object]]:
    """A signed record in the database, and its clerk signed in."""
    from django.db import transaction
    from django.test import Client

    from meetings.operations.signing import sign_minutes
    from tests import cast
    from tests.meetings.minuted import AT
    from tests.meetings.signed import create_approved, sign

    with transaction.atomic():
        people = cast.assemble()
        minutes = create_approved(people)
        sign(minutes, people.chair)
        record = sign_minutes(minutes=minutes, edition="full", by=people.clerk, at=AT)
        client = Client()
        client.force_login(people.clerk)
        yield record, client
        transaction.set_rollback(True)


def export_again(rounds: int) -> None:
    """A download of what is kept, against a file of that size: off the disk, and through the same door."""
    from meetings.models import SignedMinutes

    with kept_record() as (record, client), tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(record.pdf)
        address = f"{record.minutes.get_absolute_url().rstrip('/')}.pdf"
        assert client.get(address).content == bytes(record.pdf)
        works = {
            "a file off the disk": lambda: Path(file.name).read_bytes(),
            "the kept bytes out of the database": lambda: SignedMinutes.objects.get(pk=record.pk).pdf,
            "a page with nothing in it": lambda: client.get("/health/"),
            "the whole download, with who may have it": lambda: client.get(address).content,
        }
        taken = side_by_side(rounds * 5, works)
        rows = [[name, f"{took:.2f}", f"{took / taken['a file off the disk']:.0f}"] for name, took in taken.items()]
        ground.table(f"Export again, {len(record.pdf) / 1000:.0f} kB", ["what", "ms", "× the file"], rows)


def checking(maker: Maker, html: str, rounds: int) -> None:
    """A copy checked, from a record as it is to one of 20 MB, against the fingerprint of the same bytes alone."""
    import hashlib
    import os

    from trust.tools.signing import verify, verify_own

    rows = []
    for megabytes in MEGABYTES:
        pdf = maker.seal(maker.drawn(html, os.urandom(max(0, int(megabytes * 1e6) - 60_000))))
        assert verify(pdf).is_intact
        works = {
            "hash": lambda pdf=pdf: hashlib.sha256(pdf).hexdigest(),
            "here": lambda pdf=pdf: verify_own(pdf),
            "apart": lambda pdf=pdf: verify(pdf),
        }
        taken, size = side_by_side(rounds, works), len(pdf) / 1e6
        shown = [f"{taken[name]:.1f}" for name in ("hash", "here", "apart")]
        rows.append([f"{size:.2f}", *shown, f"{taken['apart'] / size:.1f}"])
    head = ["MB", "fingerprint alone, ms", "checked in this process, ms", "in one apart, ms", "ms a MB"]
    ground.table("/verify/", head, rows)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    html, maker = finished_page(), Maker()
    against_others(maker, html, rounds)
    as_they_grow(maker, html, rounds)
    export_again(rounds)
    checking(maker, html, rounds)


if __name__ == "__main__":
    ground.set_up()
    with ground.databases("bench_record"):
        ground.stand_on("bench_record")
        main()
