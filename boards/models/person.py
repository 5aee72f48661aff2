"""People, with or without a login, and the posts they hold with partners."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models.dated import Dated, ends_after_it_begins
from boards.models.partner import Partner


class Person(models.Model):
    """Somebody named in the record. Two people with one name stay two; a surname alone is a name."""

    name = models.CharField(max_length=120)
    initials = models.CharField(max_length=6, blank=True, help_text="Not unique: two people may share them")
    public_name = models.CharField(
        max_length=120, blank=True, help_text="How the public edition names a young person or lay member"
    )
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    contact_is_public = models.BooleanField(default=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="person"
    )
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged",
        help_text="The one person that this entry turned out to be; the record still names it as it did",
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(
                name="person_not_merged_into_themselves", condition=~models.Q(merged_into=models.F("pk"))
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("boards:person", args=[self.pk])


class Post(Dated):
    """What a person does for a partner. One person may hold several, with several partners (requirement 3.7)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=160, blank=True)
    manages_partner = models.BooleanField(
        default=False, help_text="Looks after what this partner owes and who represents it"
    )
    keeps_register = models.BooleanField(
        "keeps the register", default=False, help_text="Sets up the partnership’s partners, people and boards"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [ends_after_it_begins("post_ends_after_it_begins")]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.title, self.partner.short_name]))


class PersonMerge(models.Model):
    """Two entries found to be one person: what was moved from one to the other, so that it can be moved back."""

    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges")
    merged = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges_away")
    reason = models.TextField()
    moved = models.JSONField(default=list, help_text="Each as [model, key, field]")
    folded = models.JSONField(
        default=list, blank=True, help_text="Posts that both held at once, as they were and as the one became"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_reason = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(name="person_merge_of_two", condition=~models.Q(kept=models.F("merged"))),
        ]

    def __str__(self) -> str:
        return f"{self.merged} is {self.kept}"
