"""A pot divided in shares, and the bids against them (requirement 2.14)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models import Board, Partner
from commissioning.models.fund import Fund
from commissioning.models.plan import Priority
from meetings.models import AgendaItem, Decision


class Round(models.Model):
    """One dividing of a fund, or of part of it, in a financial year."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="rounds")
    title = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField("financial year beginning in April")
    amount_pence = models.PositiveBigIntegerField("the pot", null=True, blank=True)
    amount_stated = models.CharField(max_length=60, blank=True)
    confirming_board = models.ForeignKey(
        Board,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="rounds_confirmed",
        help_text="Whose act confirms what is allocated, where it is another’s",
    )
    opens_date = models.DateField("bids from", null=True, blank=True)
    closes_date = models.DateField("bids until", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "title"]
        constraints = [
            models.UniqueConstraint(fields=["fund", "title"], name="round_title_once_in_a_fund"),
            models.CheckConstraint(
                name="round_closes_after_it_opens",
                condition=Q(opens_date=None) | Q(closes_date=None) | Q(closes_date__gte=F("opens_date")),
                violation_error_message="It closes before it opens.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("commissioning:round", args=[self.pk])


class Share(models.Model):
    """What a board or a body is given of the pot to allocate."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="shares")
    board = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="shares")
    body = models.CharField("or a body", max_length=160, blank=True)
    amount_pence = models.PositiveBigIntegerField()
    amount_stated = models.CharField(max_length=60, blank=True)
    returned_pence = models.PositiveBigIntegerField("of it, money returned to it", null=True, blank=True)
    note = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="share_of_a_board_or_a_body",
                condition=Q(board__isnull=False, body="") | (Q(board=None) & ~Q(body="")),
            ),
            models.CheckConstraint(
                name="share_returned_within_it",
                condition=Q(returned_pence=None) | Q(returned_pence__lte=F("amount_pence")),
            ),
            models.UniqueConstraint(fields=["round", "board"], name="share_of_a_board_once"),
        ]

    def __str__(self) -> str:
        return str(self.board or self.body)


class Bid(models.Model):
    """What somebody asks of a share: how much, for what, with which options (requirements 2.11, 2.14)."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="bids")
    share = models.ForeignKey(Share, null=True, blank=True, on_delete=models.PROTECT, related_name="bids")
    title = models.CharField(max_length=200)
    bidder = models.CharField("who asks", max_length=200, blank=True)
    bidder_partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="bids_made"
    )
    providers = models.ManyToManyField(
        Partner, blank=True, related_name="bids_to_provide", help_text="Who would be paid for it: they keep out of it"
    )
    priorities = models.ManyToManyField(Priority, blank=True, related_name="bids")
    asked_pence = models.PositiveBigIntegerField("asked")
    asked_stated = models.CharField(max_length=60, blank=True)
    funder = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="bids_funded")
    source = models.CharField("grant or other source", max_length=200, blank=True)
    start_date = models.DateField(null=True, blank=True)
    start_stated = models.CharField("start, as stated", max_length=120, blank=True)
    is_tendered = models.BooleanField("to be put out to tender", null=True, blank=True)
    specification = models.TextField("service specification", blank=True)
    document = models.FileField(upload_to="bids/%Y/", blank=True)
    document_name = models.CharField("name of the file", max_length=160, blank=True)
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="bids", help_text="Where it is taken"
    )
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="bids", help_text="What was decided"
    )
    amended_from = models.CharField("amended: instead of", max_length=300, blank=True)
    amended_to = models.CharField("amended: now", max_length=300, blank=True)
    withdrawn_date = models.DateField("withdrawn or turned down on", null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    received_date = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords(m2m_fields=[providers, priorities])

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "title"], name="bid_title_once_in_a_round"),
            models.CheckConstraint(
                name="bid_withdrawn_for_a_reason", condition=Q(withdrawn_date=None) | ~Q(withdrawn_reason="")
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("commissioning:bid", args=[self.pk])


class BidOption(models.Model):
    """One way of doing what a bid asks for, with what speaks for it and what it costs; one may be chosen."""

    bid = models.ForeignKey(Bid, on_delete=models.PROTECT, related_name="options")
    title = models.CharField(max_length=200)
    detail = models.TextField(blank=True)
    advantages = models.TextField("for", blank=True)
    disadvantages = models.TextField("against", blank=True)
    cost_pence = models.PositiveBigIntegerField(null=True, blank=True)
    cost_stated = models.CharField(max_length=60, blank=True)
    is_chosen = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["bid", "title"], name="bid_option_once"),
            models.UniqueConstraint(fields=["bid"], condition=Q(is_chosen=True), name="bid_option_chosen_once"),
        ]

    def __str__(self) -> str:
        return self.title
