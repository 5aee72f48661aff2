from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "actions"
    verbose_name = "Actions"

    def ready(self) -> None:
        """What actions lack is looked for before a draft leaves the desk, and the minutes carry their actions."""
        from actions.operations.merging import PARTS_MOVE, REMINDING_MOVES
        from actions.queries.arising import minuted_at
        from actions.queries.attention import actions_noticed
        from actions.queries.checks import action_findings
        from boards.operations.merge import MOVERS
        from boards.queries.attention import NOTICED_FOR_KEEPERS
        from meetings.queries.arising import ARISING
        from meetings.queries.checks import FINDERS

        FINDERS.append(action_findings)
        ARISING.append(minuted_at)
        NOTICED_FOR_KEEPERS.append(actions_noticed)
        MOVERS.extend([PARTS_MOVE, *REMINDING_MOVES])
