"""Putting down bids, the ways of doing what they ask for, where they are taken, and what became of them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from boards.models import Partner
from commissioning.models import Allocation, Bid, BidOption, Round
from commissioning.operations.round import held_round
from commissioning.queries.bid import providers_under
from commissioning.queries.sight import bids_seen_by
from commissioning.rules import bid as rules
from meetings.models import AgendaItem, Decision
from meetings.operations.agenda import change_item
from trust.tools.attachments import LARGEST, check_attachment, clean_name, too_large
from trust.tools.keeping import discard, keep
from trust.tools.refusal import NotPermitted, Refused

LISTS = ("providers", "priorities")


@transaction.atomic
def add_bid(*, one: Round, fields: Mapping[str, Any], by: Any) -> Bid:
    """More than its share or the pot holds is taken as it was asked; the page says so."""
    one = held_round(one, by)
    position = max((bid.position for bid in one.bids.all()), default=0) + 1
    return _written(Bid(round=one, position=position, recorded_by=by), fields, by)


@transaction.atomic
def change_bid(*, bid: Bid, fields: Mapping[str, Any], because: str = "", by: Any) -> Bid:
    bid = held_bid(bid, by)
    rules.check_asked_stays(bid.asked_pence, fields["asked_pence"], _allocated(bid))
    return _written(bid, fields, by, because)


def _written(bid: Bid, fields: Mapping[str, Any], by: Any, because: str = "") -> Bid:
    for name, value in fields.items():
        if name not in LISTS:
            setattr(bid, name, value)
    rules.check_asks(bid.asked_pence)
    if bid.share is not None and bid.share.round_id != bid.round_id:
        raise Refused("That share is of another round.")
    if bid.round.bids.filter(title__iexact=bid.title).exclude(pk=bid.pk).exists():
        raise Refused(f"This round has a bid called “{bid.title}” already. Give it another name.")
    keep(bid, by=by, because=because)
    for name in LISTS:
        if set(getattr(bid, name).all()) != set(fields[name]):
            getattr(bid, name).set(fields[name])
    if bid.item is not None:
        _keep_out_since(bid, bid.item, by)
    _check_still_seen(bid, by)
    return bid


@transaction.atomic
def attach(*, bid: Bid, file: UploadedFile, by: Any) -> Bid:
    """The service specification as a file; the one before stays in its history by name."""
    bid = held_bid(bid, by)
    if (file.size or 0) > LARGEST:
        raise Refused(too_large())
    name = clean_name(file.name or "")
    check_attachment(file.read(), name)
    file.seek(0)
    file.name = f"{bid.pk}.{name.rpartition('.')[2].lower()}"
    bid.document, bid.document_name = file, name
    return keep(bid, by=by)


@transaction.atomic
def add_option(*, bid: Bid, fields: Mapping[str, Any], by: Any) -> BidOption:
    bid = held_bid(bid, by)
    position = max((option.position for option in bid.options.all()), default=0) + 1
    return _kept(BidOption(bid=bid, position=position), fields, by)


@transaction.atomic
def change_option(*, option: BidOption, fields: Mapping[str, Any], by: Any) -> BidOption:
    return _kept(_held_option(option, by), fields, by)


@transaction.atomic
def take_out_option(*, option: BidOption, by: Any) -> None:
    option = _held_option(option, by)
    if option.is_chosen:
        raise Refused("It is the one chosen. Say first that another was, or none.")
    discard(option, by=by)


@transaction.atomic
def decide(
    *, bid: Bid, option: BidOption | None, decision: Decision | None, amended_from: str, amended_to: str, by: Any
) -> Bid:
    """What the board decided of it: by which decision, which way was chosen, what was amended (requirement 2.11)."""
    bid = held_bid(bid, by)
    rules.check_amendment(amended_from, amended_to)
    for one in bid.options.filter(is_chosen=True):
        if option is None or one.pk != option.pk:
            one.is_chosen = False
            keep(one, by=by)
    if option is not None and not option.is_chosen:
        option.is_chosen = True
        keep(option, by=by)
    bid.decision, bid.amended_from, bid.amended_to = decision, amended_from, amended_to
    return keep(bid, by=by)


@transaction.atomic
def take_at(*, bid: Bid, item: AgendaItem, open_to: Sequence[Partner], by: Any) -> Bid:
    """The item under which it is taken: whoever works for a provider is proposed for a declaration there, and with
    ``open_to`` only members for those partners read it."""
    bid = held_bid(bid, by)
    bid.item = item
    keep(bid, by=by)
    _keep_out(bid, item, open_to, by)
    return bid


def _keep_out_since(bid: Bid, item: AgendaItem, by: Any) -> None:
    """Whoever is named as paid once it is taken there. A record that is signed says who read it, and stays."""
    with suppress(Refused), transaction.atomic():
        _keep_out(bid, item, (), by)


def _keep_out(bid: Bid, item: AgendaItem, open_to: Sequence[Partner], by: Any) -> None:
    """An item that is closed already is opened to nobody: not to those who would be paid by another bid under it."""
    providers, concerned = list(bid.providers.all()), list(item.concerns.all())
    fields: dict[str, Any] = {}
    if new := [one for one in providers if one not in concerned]:
        fields["concerns"] = [*concerned, *new]
    there = list(item.restricted_to.all()) or list(open_to)
    paid = set(providers_under(item)) if providers else set()
    if paid.intersection(there) or (there and providers and not item.restricted_reason):
        fields["restricted_to"] = [one for one in there if one not in paid]
        fields["restricted_reason"] = item.restricted_reason or rules.left_words([one.name for one in providers])
    if fields:
        change_item(item=item, fields=fields, by=by)


@transaction.atomic
def close_bid(*, bid: Bid, day: dt.date, reason: str, by: Any, on: dt.date) -> Bid:
    """Withdrawn, or turned down."""
    bid = held_bid(bid, by)
    rules.check_nothing_allocated(_live(bid))
    rules.check_can_close(day, today=on, received=bid.received_date)
    bid.withdrawn_date, bid.withdrawn_reason = day, reason
    return keep(bid, by=by, because=reason)


@transaction.atomic
def open_again(*, bid: Bid, because: str, by: Any) -> Bid:
    bid = held_bid(bid, by, closed=True)
    bid.withdrawn_date, bid.withdrawn_reason = None, ""
    return keep(bid, by=by, because=because)


def held_bid(bid: Bid, by: Any, *, closed: bool = False) -> Bid:
    """Locked, for an officer of the fund’s board who is not kept out of it."""
    one = held_round(bid.round, by)
    found = Bid.objects.select_for_update(of=["self"]).select_related("share").get(pk=bid.pk)
    found.round = one
    _check_still_seen(found, by)
    if not closed:
        rules.check_open(found.withdrawn_date)
    return found


def _check_still_seen(bid: Bid, by: Any) -> None:
    """Whoever sits for a provider does not put its bid down either: another officer does."""
    if not bids_seen_by(by).filter(pk=bid.pk).exists():
        raise NotPermitted("You sit for whoever would be paid by this bid, so another officer looks after it.")


def _held_option(option: BidOption, by: Any) -> BidOption:
    bid = held_bid(option.bid, by)
    found = bid.options.filter(pk=option.pk).first()
    if found is None:
        raise Refused("This option is no longer there.")
    found.bid = bid
    return found


def _kept(option: BidOption, fields: Mapping[str, Any], by: Any) -> BidOption:
    for name, value in fields.items():
        setattr(option, name, value)
    if option.bid.options.filter(title__iexact=option.title).exclude(pk=option.pk).exists():
        raise Refused(f"There is an option called “{option.title}” already.")
    return keep(option, by=by)


def _live(bid: Bid) -> int:
    return bid.allocations.exclude(state=Allocation.State.WITHDRAWN).count()


def _allocated(bid: Bid) -> int:
    live = bid.allocations.exclude(state=Allocation.State.WITHDRAWN)
    return sum(live.values_list("amount_pence", flat=True))
