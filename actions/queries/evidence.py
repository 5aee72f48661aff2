"""Files that were shown for an action."""

from django.http import Http404

from actions.models import Action, Evidence


def evidence_of(action: Action, pk: int) -> Evidence:
    """One file; 404 where it is not of this action, or is only an address."""
    found = Evidence.objects.filter(progress__action=action, pk=pk).exclude(file="").first()
    if found is None:
        raise Http404("No file is at this address.")
    return found
