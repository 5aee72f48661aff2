"""The chain of seals: made link by link, walked from the first, and the first that does not fit is named."""

import dataclasses
import datetime as dt
import hashlib
import json
from typing import Any

import pytest

from meetings.models import Seal
from meetings.rules.document import BlockLine, DecisionLine, ItemLine, MinutesDocument, PersonLine, Section
from meetings.rules.seal import enveloped, first_that_does_not_fit, link_sha256, linked, sha256, told_in
from meetings.rules.sealed import document_from, document_told
from trust.tools.markup import as_html
from trust.tools.refusal import why_not

AT = dt.datetime(2025, 11, 11, 15, tzinfo=dt.UTC)


def seal_of(**fields: Any) -> Seal:
    given = {"event": "approved", "minutes_id": 7, "version": 1, "edition": "full", "sealed_at": AT, "sealed_by_id": 3}
    return Seal(**given | fields)


def chain(length: int = 3) -> list[Seal]:
    made: list[Seal] = []
    for place in range(length):
        seal = seal_of(minutes_id=place, sealed_at=AT + dt.timedelta(hours=place))
        made.append(linked(seal, {"words": f"£{place}, Tŷ"}, made[-1] if made else None))
    return made


def test_a_link_can_be_made_again_by_anybody():
    link = linked(seal_of(), {"words": "Agreed."}, None)
    whole = f'{{"event":"approved","position":1,"previous_sha256":"","record_sha256":"{link.record_sha256}"}}'
    assert link.sha256 == hashlib.sha256(whole.encode()).hexdigest()
    assert link.record_sha256 == hashlib.sha256(link.record.encode()).hexdigest()
    assert json.loads(link.record)["told"] == told_in(link.record) == {"words": "Agreed."}


def test_a_chain_as_it_was_made_fits():
    assert first_that_does_not_fit(chain(20)) is None
    assert first_that_does_not_fit([]) is None


def changed(seal: Seal, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(seal, name, value)


def forged(seal: Seal) -> None:
    """Its record rewritten, and every hash of the link made to agree with it."""
    seal.record = enveloped(seal, {"words": "Refused."})
    seal.record_sha256 = sha256(seal.record)
    told = {"position": seal.position, "event": seal.event, "previous_sha256": seal.previous_sha256}
    seal.sha256 = link_sha256(record_sha256=seal.record_sha256, **told)


@pytest.mark.parametrize(
    ("tamper", "position", "sentence"),
    [
        (lambda rows: changed(rows[1], record=rows[1].record.replace("£1", "£9")), 2, "its record was changed"),
        (lambda rows: forged(rows[1]), 3, "does not follow on the seal before it"),
        (lambda rows: rows.pop(1), 3, "what stood between them was taken out"),
        (lambda rows: rows.pop(0), 2, "it follows where seal 1 is due"),
        (lambda rows: changed(rows[2], sha256="0" * 64), 3, "its hash is not that of what it seals"),
        (lambda rows: changed(rows[0], previous_sha256="f" * 64), 1, "does not follow on the seal before it"),
        (lambda rows: changed(rows[1], version=2), 2, "the row says another"),
        (lambda rows: changed(rows[1], minutes_id=40), 2, "the row says another"),
        (lambda rows: changed(rows[1], edition="public"), 2, "the row says another"),
        (lambda rows: changed(rows[2], sealed_at=AT), 3, "dated before"),
        (lambda rows: changed(rows[1], event="published"), 2, "its hash is not that"),
    ],
)
def test_the_first_that_does_not_fit_is_named(tamper, position, sentence):
    rows = chain()
    tamper(rows)
    found = first_that_does_not_fit(rows)
    assert found is not None
    assert (found.position, sentence in found.sentence) == (position, True), found.sentence


def test_a_clock_set_back_is_refused_with_both_times():
    last = linked(seal_of(), {}, None)
    sentence = why_not(linked, seal_of(sealed_at=AT - dt.timedelta(hours=3)), {}, last)
    assert sentence == (
        "The clock of this service says 11 November 2025, midday, which is before the last seal of"
        " 11 November 2025, 3pm. Nothing is sealed out of order: have the clock set right, then try again."
    )


def test_two_acts_of_the_same_moment_are_both_sealed():
    last = linked(seal_of(), {}, None)
    link = linked(seal_of(sealed_at=AT - dt.timedelta(seconds=2)), {}, last)
    assert link.sealed_at == AT
    assert first_that_does_not_fit([last, link]) is None


def document() -> MinutesDocument:
    decided = DecisionLine(kind="Agreed", label="Agreed", details=("By consensus.",))
    block = BlockLine(5, "decision", "Agreed **once**.", as_html("Agreed **once**."), decided)
    item = ItemLine(3, "2.1", "The parents’ forum", "item-2-1", ("Exempt.",), (block,))
    empty: dict[str, Any] = {field.name: () for field in dataclasses.fields(MinutesDocument)}
    words = dict.fromkeys(("strapline", "kind", "hours", "venue", "form", "nil_returns", "next_meeting"), "")
    told = {"edition": "full", "board": "Executive Group", "date": "14 October 2025", "state": "Approved"}
    flags = {"is_draft": False, "is_locked": True}
    people = {"present": (PersonLine("Siân Tŷ", "", "Health Trust"),)}
    return MinutesDocument(**empty | words | told | flags | people | {"sections": (Section(None, (item,)),)})


def test_a_document_comes_out_of_its_seal_as_it_went_in():
    link = linked(seal_of(), document_told(document()), None)
    assert document_from(link.record) == document()
    assert document_from(link.record).text_sha256 == told_in(link.record)["text_sha256"]


def test_what_was_sealed_before_a_field_was_there_is_still_read():
    told = document_told(document())
    del told["document"]["strapline"], told["document"]["corrections"]
    told["document"]["forgotten"] = "since"
    read = document_from(linked(seal_of(), told, None).record)
    assert (read.strapline, read.corrections, read.board) == ("", (), "Executive Group")
