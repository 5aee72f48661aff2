"""Set-up pages: what a partnership is made of before it first meets. Records of meetings are never edited here.

Whoever changes seats or their holders here changes who may read what: access is refreshed with each save.
"""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from simple_history.admin import SimpleHistoryAdmin

from boards import models
from boards.operations.access import refresh_all_access


class RefreshesAccess:
    """Keeps who may read what in step with what was saved, related rows included."""

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]
        refresh_all_access(on=timezone.localdate())

    def delete_model(self, request: HttpRequest, record: Model) -> None:
        super().delete_model(request, record)  # type: ignore[misc]
        refresh_all_access(on=timezone.localdate())


class InOneList(admin.TabularInline):
    extra = 0


def rows(of: type[Model], **options: Any) -> type[InOneList]:
    """Rows of ``of`` on the page of the record they belong to."""
    return type(f"{of.__name__}Rows", (InOneList,), {"model": of} | options)


@admin.register(models.User)
class Users(UserAdmin):
    ordering = ("email",)
    list_display = ("email", "is_active", "is_staff", "last_login")
    search_fields = ("email", "person__name")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = ((None, {"fields": ("email", "password", "is_active", "is_staff", "is_superuser", *readonly_fields)}),)
    add_fieldsets = ((None, {"fields": ("email", "usable_password", "password1", "password2")}),)


@admin.register(models.Constituency)
class Constituencies(SimpleHistoryAdmin):
    list_display = ("name", "position")


@admin.register(models.Partner)
class Partners(SimpleHistoryAdmin):
    list_display = ("name", "short_name", "category", "constituency")
    list_filter = ("category", "constituency")
    search_fields = ("name", "short_name", "aliases__name")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (rows(models.PartnerAlias), rows(models.PartnerSuccession, fk_name="successor"))


@admin.register(models.Person)
class People(RefreshesAccess, SimpleHistoryAdmin):
    list_display = ("name", "initials", "email", "user")
    search_fields = ("name", "initials", "email")
    autocomplete_fields = ("user",)
    inlines = (rows(models.Post, autocomplete_fields=("partner",)),)


@admin.register(models.Board)
class Boards(SimpleHistoryAdmin):
    list_display = ("name", "kind", "status", "visibility")
    list_filter = ("kind", "status", "visibility")
    search_fields = ("name", "names__name")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (rows(models.BoardName), rows(models.BoardRelation, fk_name="board"))


@admin.register(models.TermsOfReference)
class Terms(SimpleHistoryAdmin):
    list_display = ("board", "version", "status", "from_date", "to_date")
    list_filter = ("status", "board")
    inlines = (rows(models.QuorumKind),)


@admin.register(models.Seat)
class Seats(RefreshesAccess, SimpleHistoryAdmin):
    list_display = ("__str__", "board", "role", "voting", "from_date", "to_date")
    list_filter = ("board", "role")
    search_fields = ("title", "partner__name", "holdings__person__name")
    autocomplete_fields = ("board", "partner")
    inlines = (
        rows(models.SeatHolding, autocomplete_fields=("person",)),
        rows(models.Substitute, autocomplete_fields=("person",)),
    )


@admin.register(models.Agreement)
class Agreements(SimpleHistoryAdmin):
    list_display = ("title", "version", "kind", "board", "from_date", "to_date")
    list_filter = ("kind", "board")
    search_fields = ("title",)
    inlines = (rows(models.Clause), rows(models.Adoption, fk_name="agreement"))


@admin.register(models.Delegation)
class Delegations(SimpleHistoryAdmin):
    list_display = ("partner", "from_body", "to_post", "from_date", "to_date")
