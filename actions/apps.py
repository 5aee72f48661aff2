from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "actions"
    verbose_name = "Actions"

    def ready(self) -> None:
        """What actions lack is looked for with the rest before a draft leaves the desk."""
        from actions.queries.checks import action_findings
        from meetings.queries.checks import FINDERS

        FINDERS.append(action_findings)
