from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Meetings"

    def ready(self) -> None:
        """Closed business is looked for in the compiled document; attendance that falls is told to boards, and
        what is due for disposal to their officers;
        what is open goes with a person whose two entries become one."""
        from boards.operations.merge import MOVERS
        from boards.queries.attention import NOTICED, NOTICED_FOR_OFFICERS
        from meetings.operations.merging import MEETING_MOVERS
        from meetings.queries.checks import FINDERS
        from meetings.queries.falling import attendance_noticed
        from meetings.queries.public import exposed_findings
        from meetings.queries.retention import disposals_noticed

        FINDERS.append(exposed_findings)
        NOTICED.append(attendance_noticed)
        NOTICED_FOR_OFFICERS.append(disposals_noticed)
        MOVERS.extend(MEETING_MOVERS)
