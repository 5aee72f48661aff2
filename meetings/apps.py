from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Meetings"

    def ready(self) -> None:
        """What the public would read of closed business is looked for in the compiled document, as checks look."""
        from meetings.queries.checks import FINDERS
        from meetings.queries.public import exposed_findings

        FINDERS.append(exposed_findings)
