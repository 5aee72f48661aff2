"""An agreement of the closed board, with one of everything below it."""

from typing import Any

from boards.models import Agreement, Delegation, OutcomeList
from tests.cast import Cast
from tests.factories import LONG_AGO


def furnish_agreement(cast: Cast) -> dict[str, Any]:
    """What to put into its addresses."""
    agreement = Agreement.objects.create(
        title="Undisclosed business", kind="protocol", board=cast.board, status="asked", lead_in="Moorings"
    )
    clause = agreement.clauses.create(number="i", text="Moorings are shared.")
    agreement.asked.create(partner=cast.health, asked_date=LONG_AGO)
    answer = {"answer": "agreed", "by_body": "Moorings panel", "decided_date": LONG_AGO}
    adoption = agreement.adoptions.create(partner=cast.health, **answer)
    power = {"from_body": "Moorings panel", "to_post": "Harbour master", "scope": "Moorings"}
    delegation = Delegation.objects.create(partner=cast.health, **power)
    outcomes = OutcomeList.objects.create(name="Five outcomes", from_date=LONG_AGO)
    outcome = outcomes.outcomes.create(title="Stay safe")
    link = outcome.board_outcomes.create(board=cast.board, clause=clause, from_date=LONG_AGO)
    return {
        "link": link.pk,
        "outcomes": outcomes.pk,
        "delegation": delegation.pk,
        "agreement": agreement.pk,
        "clause": clause.pk,
        "adoption": adoption.pk,
        "act": "review",
    }
