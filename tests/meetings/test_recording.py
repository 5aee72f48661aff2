"""What a board says about recording, and what is put down of a meeting's recording (DOMAIN rules 21, 55)."""

import pytest

from meetings.models import Recording, RecordingPolicy
from meetings.rules.recording import FILMING, check_can_put_down, policy_sentences, recording_words
from tests.factories import create_meeting
from tests.meetings.kept import TODAY, adopt, create_kept, sign_off
from tests.meetings.minuted import HELD, HERE, create_minuted
from tests.meetings.neighbours import in_days
from trust.tools.refusal import why_not

AT = "/boards/executive-group/recording/"
BOARD = "/boards/executive-group/"
STATED = {"practice": "sound", "recorded_by": "the Council", "ask": "The clerk, 01632 960001", "anyone_may_film": "on"}


def make(kind: str) -> Recording:
    return Recording(kind=kind, held="" if kind == "none" else "The Council, EG/14")


@pytest.mark.parametrize(
    ("kind", "held", "there", "refusal"),
    [
        ("sound", "EG/14", [], ""),
        ("none", "", [], ""),
        ("notes", "The clerk", ["none"], ""),
        ("none", "", ["notes"], ""),
        ("sound", " ", [], "Say where it is held, and under which reference."),
        ("none", "", ["film"], "A recording of this meeting is put down already."),
        ("none", "", ["none"], "That no recording was made is put down already."),
        ("film", "EG/14", ["none"], "It is put down that no recording was made. Take that out first."),
    ],
)
def test_domain_55_what_can_be_put_down(kind, held, there, refusal):
    days = {"meeting_on": HELD, "on": HELD}
    assert why_not(check_can_put_down, kind, held, [make(one) for one in there], **days) == refusal


def test_domain_55_the_policy_in_sentences():
    policy = RecordingPolicy(practice="sound", recorded_by="the Council", ask="The clerk", anyone_may_film=True)
    said = policy_sentences(policy, "Until the minutes are approved")
    assert said[:2] == [
        "The sound of its meetings is recorded by the Council.",
        "Recordings are kept until the minutes are approved.",
    ]
    assert said[-1] == FILMING
    assert policy_sentences(policy, "")[1] == "How long recordings are kept is not settled yet."
    silent = RecordingPolicy(practice="not", anyone_may_film=False)
    assert policy_sentences(silent, "") == ["The board does not record its meetings."]


@pytest.mark.django_db
def test_domain_21_stated_once_and_read_on_the_board_and_with_each_agenda(cast, as_):
    cast.board.visibility = "public"
    cast.board.save()
    create_minuted(cast)
    as_("clerk").post(AT, STATED | {"confirmed": "yes"})
    for who in ("clerk", "member", "member_of_another_partner", "public"):
        for address in (BOARD, HERE):
            page = as_(who).get(address).content.decode()
            assert "The sound of its meetings is recorded by the Council." in page
            assert "Anyone may film" in page
    assert "Change what is said about recording" not in as_("member").get(BOARD).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "public"])
def test_domain_55_only_the_officers_state_it_and_put_recordings_down(cast, as_, who):
    create_minuted(cast)
    assert as_(who).post(AT, STATED | {"confirmed": "yes"}).status_code in (302, 403, 404)
    assert as_(who).post(f"{HERE}recordings/add/", {"kind": "none"}).status_code in (302, 403, 404)
    assert not RecordingPolicy.objects.exists()
    assert not Recording.objects.exists()


@pytest.mark.django_db
def test_domain_55_by_whom_and_where_it_is_asked_for_are_asked_for(cast, as_):
    answer = as_("clerk").post(AT, {"practice": "film"})
    assert answer.status_code == 422
    assert "Say who records them." in answer.content.decode()
    assert as_("clerk").get(BOARD).content.decode().count("Say whether meetings are recorded") == 1


@pytest.mark.django_db
def test_domain_55_put_down_changed_and_taken_out(cast, as_):
    create_minuted(cast)
    clerk, at = as_("clerk"), f"{HERE}recordings/"
    assert "It is not said whether" in clerk.get(at).content.decode()
    clerk.post(f"{at}add/", {"kind": "sound", "held": "The Council, EG/14"})
    assert "Sound, held: The Council, EG/14." in as_("member").get(at).content.decode()
    assert "Take it out" not in as_("member").get(at).content.decode()
    one = Recording.objects.get()
    clerk.post(f"{at}{one.pk}/change/", {"held": "The archive, 7"})
    assert "The archive, 7" in clerk.get(at).content.decode()
    clerk.post(f"{at}{one.pk}/take-out/", {"confirmed": "yes"})
    assert not Recording.objects.exists()
    assert as_("member_of_another_partner").get(at).status_code == 404


@pytest.mark.django_db
def test_domain_55_one_that_was_destroyed_stays_so(cast, as_):
    create_kept(cast)
    adopt(cast)
    sign_off(cast, "recordings")
    one = Recording.objects.get()
    assert recording_words(one).endswith(f"Destroyed on {TODAY():%-d %B %Y}.")
    answer = as_("clerk").post(f"{HERE}recordings/{one.pk}/change/", {"held": "Elsewhere"})
    assert (answer.status_code, "the register says so" in answer.content.decode()) == (409, True)


@pytest.mark.django_db
def test_domain_55_a_meeting_to_come_has_no_recording_yet(cast, as_):
    meeting = create_meeting(cast.board, in_days(9))
    at = f"{meeting.get_absolute_url()}recordings/"
    answer = as_("clerk").post(f"{at}add/", {"kind": "none"})
    assert "has not been held yet" in answer.content.decode()
    assert "still to come" in as_("clerk").get(at).content.decode()
