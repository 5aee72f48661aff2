from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Meetings"

    def ready(self) -> None:
        """Closed business is looked for in the compiled document; attendance that falls is told to boards;
        what is open goes with a person whose two entries become one."""
        from boards.operations.merge import MOVERS
        from boards.queries.attention import NOTICED
        from meetings.operations.merging import MEETING_MOVERS
        from meetings.queries.checks import FINDERS
        from meetings.queries.falling import attendance_noticed
        from meetings.queries.public import exposed_findings

        FINDERS.append(exposed_findings)
        NOTICED.append(attendance_noticed)
        MOVERS.extend(MEETING_MOVERS)
