"""Who is written to about comments on a draft: the officers of what is new, its author once one is answered.

Neither mail says a word of the comment, the answer or the item: mail is read by more than those it is for. Each is sent
to one address by a piece of work of its own, so that a mail that fails is tried again and none is sent twice.
"""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from boards.models import User
from boards.permissions import MINUTE
from meetings.models import Comment, Minutes
from meetings.operations.circulation import lock_minutes
from meetings.permissions import check_may_comment, words_at
from meetings.queries.comment import comments_to_tell, officers_to_tell
from trust.tools import jobs
from trust.tools.refusal import why_not

#: Seconds for which new comments on a draft are gathered into one mail: somebody reading it through makes several.
GATHERED = 15 * 60


def tell_officers(comment: Comment) -> None:
    """Have each officer who minutes the board written to, but not of what they said themselves."""
    for officer in officers_to_tell(comment):
        jobs.later(
            mail_officer,
            about=f"comments on minutes {comment.minutes_id} to {officer.pk}",
            subject=f"Mail on new comments, {comment.minutes}",
            wait_seconds=GATHERED,
            minutes_id=comment.minutes_id,
            officer_id=officer.pk,
            since=comment.pk,
        )


def tell_author(comment: Comment) -> None:
    """Have whoever made it written to, once for each answer; not where they answered it themselves."""
    if comment.made_by_id != comment.answered_by_id:
        jobs.later(
            mail_author,
            about=f"answer to comment {comment.pk}",
            subject=f"Mail on an answered comment, {comment.minutes}",
            comment_id=comment.pk,
        )


@jobs.task
def mail_officer(*, minutes_id: int, officer_id: int, since: int) -> None:
    """The worker’s part of ``tell_officers``: nothing is sent where what was new is withdrawn or answered by now."""
    minutes, officer = lock_minutes(minutes_id), User.objects.get(pk=officer_id)
    new = comments_to_tell(minutes, officer, since=since)
    if new and MINUTE in words_at(officer, minutes.meeting):
        _write(officer, minutes, "comments_made.txt", "new comments on the draft minutes", new=new)


@jobs.task
def mail_author(*, comment_id: int) -> None:
    """The worker’s part of ``tell_author``: nothing is sent to who may no longer read the draft."""
    comment = Comment.objects.select_related("minutes__meeting__board", "made_by__person").get(pk=comment_id)
    answered = comment.state in (Comment.State.TAKEN_UP, Comment.State.NOT_TAKEN_UP)
    if answered and not why_not(check_may_comment, comment.made_by, comment.minutes.meeting):
        _write(comment.made_by, comment.minutes, "comment_answered.txt", "your comment is answered")


def _write(user: User, minutes: Minutes, template: str, subject: str, **told: int) -> None:
    if not user.email:
        return
    meeting = minutes.meeting
    path = reverse("meetings:comments", args=[meeting.board.slug, meeting.address])
    address = settings.SITE_ADDRESS.rstrip("/") + path
    context = {"user": user, "meeting": meeting, "address": address, "partnership_name": settings.PARTNERSHIP_NAME}
    text = render_to_string(f"meetings/email/{template}", context | told)
    send_mail(f"{meeting.board}: {subject}", text, None, [user.email])
