"""Who may what, as guardian's rows with direct foreign keys on the two pegs: Board and Partner.

Groups hold grants, never persons; which group a user is in follows from the seats of the day (operations.access).
"""

from typing import ClassVar

from django.contrib.auth.models import Group
from django.db import models
from guardian.models import GroupObjectPermissionBase

from boards.models.board import Board
from boards.models.partner import Partner


class BoardGrant(GroupObjectPermissionBase):
    content_object = models.ForeignKey(Board, on_delete=models.CASCADE)

    def __str__(self) -> str:
        return f"{self.group}: {self.permission.codename} on {self.content_object}"


class PartnerGrant(GroupObjectPermissionBase):
    content_object = models.ForeignKey(Partner, on_delete=models.CASCADE)

    def __str__(self) -> str:
        return f"{self.group}: {self.permission.codename} on {self.content_object}"


class BoardRoleGroup(models.Model):
    """The group of all who hold one role at one board."""

    class Role(models.TextChoices):
        MEMBER = "member", "Member"
        CHAIR = "chair", "Chair"
        OFFICER = "officer", "Minute taker"
        OBSERVER = "observer", "Observer"
        KEEPER = "keeper", "Keeper of the register"

    #: What each role may do at its board.
    WORDS: ClassVar[dict[str, tuple[str, ...]]] = {
        Role.MEMBER: ("see_papers", "see_exempt"),
        Role.CHAIR: ("see_papers", "see_exempt", "chair", "sign"),
        Role.OFFICER: ("see_papers", "see_exempt", "minute", "publish", "manage"),
        Role.OBSERVER: ("see_papers",),
        Role.KEEPER: ("manage",),
    }

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="role_groups")
    role = models.CharField(max_length=10, choices=Role)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="board_role")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["board", "role"], name="board_role_group_once")]

    def __str__(self) -> str:
        return f"{self.board}: {self.get_role_display()}"


class PartnerRoleGroup(models.Model):
    """The group of all who act for one partner in one way."""

    class Role(models.TextChoices):
        REPRESENTATIVE = "representative", "Representative"
        MANAGER = "manager", "Manager"

    WORDS: ClassVar[dict[str, tuple[str, ...]]] = {
        Role.REPRESENTATIVE: ("represent_partner",),
        Role.MANAGER: ("manage_partner",),
    }

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="role_groups")
    role = models.CharField(max_length=14, choices=Role)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="partner_role")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partner", "role"], name="partner_role_group_once")]

    def __str__(self) -> str:
        return f"{self.partner}: {self.get_role_display()}"
