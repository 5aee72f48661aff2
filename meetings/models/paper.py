"""The documents before a meeting under an item, and what stands at the head of a report."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from meetings.models.agenda import AgendaItem

YES_OR_NO = [("yes", "Yes"), ("no", "No")]


class Paper(models.Model):
    """A document before the meeting under an item. Its earlier files stay in its history."""

    class Kind(models.TextChoices):
        REPORT = "report", "Report"
        FRONT_SHEET = "front_sheet", "Front sheet"
        APPENDIX = "appendix", "Appendix"
        ATTACHMENT = "attachment", "Attachment"
        BACKGROUND = "background", "Background paper"

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.REPORT)
    title = models.CharField(max_length=240)
    author_post = models.CharField("report of", max_length=200, blank=True)
    file = models.FileField(upload_to="papers/%Y/", blank=True)
    file_name = models.CharField("name of the file", max_length=160, blank=True)
    file_size = models.PositiveIntegerField("bytes of the file", default=0)
    version = models.PositiveSmallIntegerField("version of the file", default=1)
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    standing = models.CharField(
        "how it stands", max_length=60, blank=True, help_text="In its own words, such as “draft” (requirement 1.18)"
    )
    date_stated = models.CharField("its date", max_length=60, blank=True, help_text="As it says it, such as March 2003")
    exempt_paragraphs = models.CharField(max_length=40, blank=True)
    exempt_reason = models.TextField("public interest reason", blank=True)
    place_of_inspection = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField("why it was withdrawn", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="paper_withdrawn_has_its_day", condition=Q(withdrawn_reason="") | Q(withdrawn_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Report(models.Model):
    """What stands at the head of a report (requirements 1.1, 3.1, 4.1). Lists are lines of text."""

    class Asks(models.TextChoices):
        """Whether the board is told something or asked for something (requirement 1.3)."""

        INFORMATION = "information", "For information"
        DECISION = "decision", "For decision"

    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="report")
    asks = models.CharField("what it is for", max_length=12, choices=Asks, blank=True)
    responsible_officer = models.CharField(max_length=200, blank=True)
    portfolio_holder = models.CharField(max_length=200, blank=True)
    recommendations = models.TextField(blank=True)
    reason = models.TextField("reason for the recommendations", blank=True)
    summary = models.TextField("executive summary", blank=True)
    wards = models.CharField(max_length=400, blank=True, help_text="All, or their names")
    policies = models.TextField("key council policies", blank=True)
    key_decision = models.CharField(max_length=3, choices=YES_OR_NO, blank=True)
    version_label = models.CharField("version", max_length=40, blank=True, help_text="Its own, such as DS001")
    contact_name = models.CharField("contact officer", max_length=200, blank=True)
    contact_phone = models.CharField("telephone", max_length=40, blank=True)
    contact_email = models.EmailField("e-mail", blank=True)
    contact_is_public = models.BooleanField("anybody reads the contact", default=False)
    enclosures = models.TextField(blank=True, help_text="Named one a line; nothing is None (requirement 1.2)")
    legal_powers = models.TextField(blank=True)
    priorities = models.TextField("corporate priorities", blank=True)
    risks = models.TextField(blank=True)

    history = HistoricalRecords()

    def __str__(self) -> str:
        return f"Head of “{self.paper}”"


class ReportCheck(models.Model):
    """A question that a report answers before it goes out; without an answer it is shown as unanswered (1.19)."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="checks")
    question = models.CharField(max_length=160)
    answer = models.CharField(max_length=3, choices=YES_OR_NO)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["report", "question"], name="report_check_once")]

    def __str__(self) -> str:
        return f"{self.question}: {self.get_answer_display()}"


class ReportComment(models.Model):
    """What a statutory officer says to a report, or that they say nothing (requirement 4.12)."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="comments")
    post = models.CharField("whose comment it is", max_length=160)
    given_by = models.CharField(
        "given on their behalf by", max_length=160, blank=True, help_text="The post, where it is another’s"
    )
    text = models.TextField("comment", blank=True, help_text="Nothing is “none”")
    given_date = models.DateField("day")

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["report", "post"], name="report_comment_once")]

    def __str__(self) -> str:
        return f"{self.given_by}, on behalf of the {self.post}" if self.given_by else self.post


class ReportBody(models.Model):
    """Another body to which the same report goes, and what comes of it there (requirement 3.8)."""

    class State(models.TextChoices):
        EXPECTED = "expected", "To be considered"
        REVIEW = "review", "Under review"
        DECIDED = "decided", "Considered"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="bodies")
    body = models.CharField(max_length=200)
    expected = models.CharField("when", max_length=80, blank=True, help_text="As planned, such as early in 2004")
    state = models.CharField(max_length=8, choices=State, default=State.EXPECTED)
    words = models.TextField("what came of it, or why it is under review", blank=True)
    date = models.DateField("day", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="report_body_says_what_came_of_it", condition=Q(state="expected") | ~Q(words="")
            ),
        ]

    def __str__(self) -> str:
        return self.body
