"""Business asked of another board or body, and what came back (gap 8)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Board
from meetings.models.agenda import AgendaItem
from meetings.models.decision import Decision
from meetings.models.minutes import Minutes


class Referral(models.Model):
    """A request or a referral. To a board of ours it arrives on the draft agenda; to a body outside it goes by letter.

    It is open until a reply is recorded, or minutes asked for begin to arrive. It is no part of the minutes: it
    lives on after they are locked.
    """

    class Kind(models.TextChoices):
        REQUEST = "request", "Request"
        REFERRAL = "referral", "Referral"

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="referrals")
    decision = models.ForeignKey(Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="referrals")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.REQUEST)
    to_board = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="referrals")
    to_body = models.CharField("or a body outside", max_length=200, blank=True)
    request = models.TextField()
    asks_for_minutes = models.BooleanField("asks for its minutes, from now on", default=False)
    reply_due_date = models.DateField("reply asked for by", null=True, blank=True)
    sent_date = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    arrived_as = models.OneToOneField(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="arose_from"
    )
    reply = models.TextField(blank=True)
    replied_date = models.DateField(null=True, blank=True)
    reply_minutes = models.ForeignKey(
        Minutes,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replies_to",
        help_text="Minutes that answer",
    )
    withdrawn_reason = models.TextField("why it was withdrawn", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="referral_to_a_board_or_a_body",
                condition=Q(to_board__isnull=False, to_body="") | (Q(to_board=None) & ~Q(to_body="")),
            ),
            models.CheckConstraint(
                name="referral_reply_and_its_date",
                condition=Q(reply="", replied_date=None) | (~Q(reply="") & Q(replied_date__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"To {self.to_board or self.to_body}: {self.request}"
