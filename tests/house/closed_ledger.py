"""A round of the closed board with a share, a bid and an allocation: what others must not find."""

from typing import Any

from commissioning.models import Allocation, Bid, BidOption, Fund, Round, Share
from tests.cast import Cast


def furnish_ledger(cast: Cast, fund: Fund) -> dict[str, Any]:
    """One of everything; returns what to put into addresses."""
    one = Round.objects.create(fund=fund, title="Moorings", year=2025, amount_pence=1)
    share = Share.objects.create(round=one, body="Moorings", amount_pence=1)
    bid = Bid.objects.create(round=one, share=share, title="Moorings", bidder="Ffion Penrose", asked_pence=2)
    given = {"fund": fund, "share": share, "bid": bid, "purpose": "Moorings", "amount_pence": 1}
    return {
        "round": one.pk,
        "share": share.pk,
        "bid": bid.pk,
        "option": BidOption.objects.create(bid=bid, title="Moorings").pk,
        "allocation": Allocation.objects.create(**given, confirming_board=cast.board).pk,
    }
