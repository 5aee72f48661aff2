from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Meetings"

    def ready(self) -> None:
        """Closed business is looked for in the compiled document; attendance that falls is told to boards."""
        from boards.queries.attention import NOTICED
        from meetings.queries.checks import FINDERS
        from meetings.queries.falling import attendance_noticed
        from meetings.queries.public import exposed_findings

        FINDERS.append(exposed_findings)
        NOTICED.append(attendance_noticed)
