"""The bodies that make up the partnership."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords


class Constituency(models.Model):
    """A class of partners that is given seats together, such as "Schools and colleges" (requirement 4.3)."""

    name = models.CharField(max_length=120, unique=True)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "name"]
        verbose_name_plural = "constituencies"

    def __str__(self) -> str:
        return self.name


class Partner(models.Model):
    """A body that works with the others: a council, a health trust, a police force, a school, a charity."""

    class Category(models.TextChoices):
        """Its standing under the Children Act 2004 s 10 and like duties (requirement 1.14)."""

        LEAD = "lead", "Children’s services authority"
        RELEVANT = "relevant", "Relevant partner"
        DISTRICT = "district", "District council"
        SCHOOL = "school", "School or college"
        VOLUNTARY = "voluntary", "Voluntary and community body"
        OTHER = "other", "Other"

    name = models.CharField(max_length=160, unique=True)
    short_name = models.CharField("short name", max_length=40, help_text="As people say it, such as “Health Trust”")
    slug = models.SlugField(unique=True)
    category = models.CharField(max_length=12, choices=Category, default=Category.OTHER)
    constituency = models.ForeignKey(
        Constituency, null=True, blank=True, on_delete=models.PROTECT, related_name="partners"
    )
    founded_date = models.DateField(null=True, blank=True)
    ended_date = models.DateField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        permissions = [
            ("represent_partner", "May act for the partner"),
            ("manage_partner", "May manage the partner’s people and actions"),
        ]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("boards:partner", args=[self.slug])


class PartnerAlias(models.Model):
    """Another name by which papers call a partner; all of them lead to the one page (requirement 0.5)."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="aliases")
    name = models.CharField(max_length=160)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "partner aliases"
        constraints = [models.UniqueConstraint(fields=["partner", "name"], name="partner_alias_once")]

    def __str__(self) -> str:
        return self.name


class PartnerSuccession(models.Model):
    """One partner taking the place of another from a day on."""

    predecessor = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="origins")
    from_date = models.DateField()
    reason = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="partner_succession_once"),
            models.CheckConstraint(
                name="partner_not_its_own_successor", condition=~models.Q(predecessor=models.F("successor"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} became {self.successor}"
