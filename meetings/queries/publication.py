"""What the public could read of minutes, from when to when: the edition that stands, and those before it."""

from meetings.models import Minutes, Publication


def standing_publication(minutes: Minutes) -> Publication | None:
    """What the public reads now: it stands until it is withdrawn or the next version takes its place."""
    standing = minutes.publications.filter(withdrawn_at=None, superseded_at=None)
    return standing.select_related("seal").order_by("-published_at", "-pk").first()


def publication_of(minutes: Minutes, version: int) -> Publication | None:
    """The last publication of one version, whatever became of it."""
    found = minutes.publications.filter(version=version).select_related("seal")
    return found.order_by("-published_at", "-pk").first()


def earlier_publications(minutes: Minutes) -> list[Publication]:
    """Versions whose place another took, oldest first; what was withdrawn is not among them."""
    found = minutes.publications.filter(withdrawn_at=None, superseded_at__isnull=False)
    return list({one.version: one for one in found.order_by("version", "published_at")}.values())


def is_published_now(minutes: Minutes) -> bool:
    """Whether this version is out: of a set that was reopened the one before may be."""
    standing = standing_publication(minutes)
    return standing.version == minutes.version if standing else minutes.is_published and minutes.is_locked
