from django.apps import AppConfig


class CommissioningConfig(AppConfig):
    name = "commissioning"
    verbose_name = "Commissioning"

    def ready(self) -> None:
        """Who is silent past the day a return was due is told to the officers."""
        from boards.queries.attention import NOTICED_FOR_OFFICERS
        from commissioning.queries.silent import returns_noticed

        NOTICED_FOR_OFFICERS.append(returns_noticed)
