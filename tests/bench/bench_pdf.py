"""The signed minutes against WeasyPrint itself, side by side in one run (aims 1 to 3 of the performance plan).

    python -m tests.bench.bench_pdf [--many 500]

Only the ratios count: the machine is shared and noisy. The floor is WeasyPrint on the same finished page, same
standard, with fonts and stylesheet kept and fixed tables, but no finisher and no signature.
"""

import argparse
import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench import ground

ROUNDS = 15


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def side_by_side(**works: Callable[[], object]) -> dict[str, float]:
    """The median of each, in turns, so that a busy moment of the machine hits all alike."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            taken[name].append(timed(work))
    return {name: statistics.median(times) for name, times in taken.items()}


def finished_page() -> str:
    """The minutes of the script’s meeting as HTML, as render_pdf hands it to its worker. Leaves nothing behind."""
    from django.db import transaction
    from django.template.loader import render_to_string

    from meetings import pdf
    from meetings.queries.minutes import minutes_document
    from tests.factories import create_board
    from tests.journeys import twin
    from tests.print.minuted import minuted

    caught: list[str] = []
    render, caught_by = pdf.render_pdf, caught.append
    pdf.render_pdf = lambda template, context, **given: caught_by(render_to_string(template, context)) or b""
    with transaction.atomic():
        minutes = minuted(twin.read(), create_board("Bench Board", reference_prefix="BENCH"))
        document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
        pdf.minutes_pdf_for_signing(document, minutes, is_test=True, head="0" * 64)
        transaction.set_rollback(True)
    pdf.render_pdf = render
    return caught[0]


def in_one_process(html: str) -> dict[str, float]:
    """Floor, recipe and WeasyPrint as it comes, all warm and all in this process."""
    from django.utils import timezone

    from trust.tools import pdf_worker
    from trust.tools.signing import sign
    from trust.tools.signing_keys import signing_key

    pdf_worker.start(tempfile.mkdtemp())
    from weasyprint import CSS, HTML

    kept = pdf_worker.stylesheets(("trust/print.css",))
    loose = (pdf_worker.STATIC / "trust" / "print.css").read_text().replace("table-layout: fixed", "table-layout: auto")
    key, at = signing_key(at=timezone.now()), timezone.now()

    def floor() -> bytes:
        return HTML(string=html).write_pdf(font_config=pdf_worker._fonts(), stylesheets=kept, pdf_variant="pdf/a-3a")

    def recipe() -> bytes:
        given = {"identifier": "bench", "created": "2011-02-22T15:30:00+00:00", "signature_label": "Seal"}
        return pdf_worker.make_pdf(html, styles=("trust/print.css",), **given)

    def seal(pdf: bytes) -> bytes:
        return sign(pdf, key=key, reason="Approved minutes", name="Bench", at=at)

    def as_it_comes() -> bytes:
        return HTML(string=html).write_pdf(stylesheets=[CSS(string=loose)], pdf_variant="pdf/ua-1")

    unsigned = recipe()
    sealed = seal(unsigned)
    works = {"floor": floor, "sealed": lambda: seal(recipe()), "as_it_comes": as_it_comes}
    return side_by_side(**works, sealing=lambda: seal(unsigned)) | {"bytes": float(len(sealed))}


def later_download(html: str) -> float:
    """Milliseconds in which kept bytes come out of the database."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE kept (pdf bytea)")
        cursor.execute("INSERT INTO kept VALUES (%s)", [os.urandom(60_000)])

        def read() -> bytes:
            cursor.execute("SELECT pdf FROM kept")
            return bytes(cursor.fetchone()[0])

        return statistics.median(timed(read) for _ in range(50))


def cold(html: str) -> tuple[float, float]:
    """From nothing to the first PDF: a new worker, and the weasyprint command."""
    from trust.tools import pdf

    folder = Path(tempfile.mkdtemp())
    (folder / "page.html").write_text(html)
    styles = pdf.pdf_worker.STATIC / "trust" / "print.css"
    command = [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", "-s", str(styles)]
    command += [str(folder / "page.html"), str(folder / "page.pdf")]

    def new_worker() -> None:
        make(html)
        pdf.workers.pool().shutdown(wait=True)
        pdf.workers._pool = None

    taken = [(timed(new_worker), timed(lambda: subprocess.run(command, check=True))) for _ in range(5)]
    return statistics.median(one for one, _ in taken), statistics.median(other for _, other in taken)


def make(html: str) -> bytes:
    from trust.tools.pdf import pdf_of

    return pdf_of(html, identifier="bench", created=dt.datetime(2011, 2, 22, tzinfo=dt.UTC), signature_label="Seal")


def growth(html: str, many: int) -> tuple[float, float]:
    """The worker’s memory in MB after five documents and after many."""
    from trust.tools.pdf import workers

    def megabytes() -> float:
        (process,) = workers.pool()._processes.values()
        return int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    for _ in range(5):
        make(html)
    few = megabytes()
    for _ in range(many - 5):
        make(html)
    return few, megabytes()


def say(what: str, found: float, aim: float | None) -> None:
    verdict = "" if aim is None else f"≤ {aim:<6} {'met' if found <= aim else 'MISSED'}"
    print(f"{what:<66}{found:>9.2f}   {verdict}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--many", type=int, default=500, help="documents for the memory of a worker")
    many = parser.parse_args().many
    html = finished_page()
    took_cold, command = cold(html)
    few, after = growth(html, many)
    warm = in_one_process(html)
    print(f"{'WeasyPrint itself, warm (floor), ms':<66}{warm['floor']:>9.1f}")
    print(f"{'Sealed minutes, both standards, warm, ms':<66}{warm['sealed']:>9.1f}   {warm['bytes'] / 1000:.0f} kB")
    say("1  sealed minutes × floor", warm["sealed"] / warm["floor"], 1.15)
    say("1  sealed minutes × WeasyPrint as it comes (pdf/ua-1)", warm["sealed"] / warm["as_it_comes"], 0.85)
    say("2  sealing × floor", warm["sealing"] / warm["floor"], 0.08)
    say("2  later download × rendering", later_download(html) / warm["sealed"], 0.02)
    say("3  cold worker to first PDF × weasyprint command", took_cold / command, 0.75)
    say(f"3  worker’s memory after {many} PDFs × after 5", after / few, 1.1)


if __name__ == "__main__":
    ground.set_up()
    with ground.databases("bench_pdf"):
        ground.stand_on("bench_pdf")
        main()
