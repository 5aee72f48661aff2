"""What the checks find in the real papers, where they lie beside the project: each trap, and nothing else."""

import datetime as dt
import time

import pytest

from meetings.models import AgendaItem, Minute
from meetings.rules.consistency import blank_findings, count_findings, enclosure_findings
from meetings.rules.names import bodies_in, initials_findings, on_the_list
from meetings.rules.prose import passages
from meetings.rules.sums import sum_findings
from meetings.rules.weekdays import pairs, weekday_findings
from meetings.rules.whereabouts import apologies_findings, both_findings, movement_findings
from tests.meetings import seeds

with_papers = pytest.mark.skipif(not seeds.are_here(), reason="The papers are not beside the project.")
MEETING = dt.date(2011, 1, 25)


def found_in(read, rows=(), near=MEETING) -> list[tuple[str, str]]:
    found = both_findings(rows) + apologies_findings(read, rows) + movement_findings(read, rows, [], [])
    for item, said in read:
        found += sum_findings(item, said) + weekday_findings(item, said, near=near) + count_findings(item, said)
        found += blank_findings(item, said) + enclosure_findings(item, said)
    bodies = bodies_in(passage.words for _, said in read for passage in said)
    found += initials_findings(read, on_the_list(rows), bodies)
    return [(finding.item.number, finding.about) for finding in found]


@with_papers
def test_2_14_and_2_4_in_the_whole_minutes_of_the_halton_shape():
    assert found_in(seeds.minutes(), seeds.people()) == [
        ("2.6", "the amounts come to 171k against the 162k stated, 9k over (5.6%)."),
        ("2.7", "JG is nobody at this meeting"),
    ]


@with_papers
def test_2_9_every_weekday_of_them_is_read_and_right():
    said = [passage.words for _, read in seeds.minutes() for passage in read]
    read = [pair for words in said for pair in pairs(words, near=MEETING)]
    assert [pair.dates[0] for pair in read] == [dt.date(2011, 2, 1), dt.date(2011, 1, 31), dt.date(2011, 2, 22)]
    assert not any(pair.fault for pair in read)


@with_papers
def test_1_2_and_1_13_in_the_report():
    kinds = [about.split(",")[0] for _, about in found_in([seeds.item_of("001")], near=dt.date(2009, 4, 21))]
    assert len(kinds) == 2
    assert kinds[0].startswith("the text says “five")
    (named,) = enclosure_findings(*seeds.item_of("001"))
    assert named.sentence.endswith("there are no enclosures, and the text names an appendix.")


@with_papers
@pytest.mark.parametrize(("paper", "day"), [("000", (2008, 2, 20)), ("003", (2003, 9, 20)), ("004", (2008, 1, 23))])
def test_the_other_papers_raise_no_false_alarm(paper, day):
    assert found_in([seeds.item_of(paper)], near=dt.date(*day)) == []


def written(blocks: int):
    """Long minutes under one item, with something for every rule to read."""
    text = "The fund of £162,000 was shared, {n}: £80,000, £40,000 and £42,000. See Tuesday 25 January 2011.\n\n"
    text += "There are three aims:\n\n- One, 30k\n- Two, 34k\n- Three, 24k\n\nJG to write, and Ann Bell left the room."
    said = passages([Minute(text=text.format(n=n)) for n in range(blocks)])
    return [(AgendaItem(pk=1, number="1.1", title="Long"), said)]


def test_reading_costs_in_proportion_to_what_is_read():
    def cost(blocks: int) -> float:
        read = written(blocks)
        began = time.process_time()
        found_in(read, seeds_like_room())
        return time.process_time() - began

    cost(20)
    assert min(cost(800) for _ in range(3)) < 4 * min(cost(400) for _ in range(3))


def seeds_like_room():
    from meetings.models import Attendance

    return [Attendance(pk=pk, name=f"Ann Bell{pk}", initials=f"A{chr(65 + pk)}", status="present") for pk in range(14)]
