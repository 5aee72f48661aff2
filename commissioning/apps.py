from django.apps import AppConfig


class CommissioningConfig(AppConfig):
    name = "commissioning"
    verbose_name = "Commissioning"

    def ready(self) -> None:
        """Steps of plans and action plans come on agendas by themselves; what was missed and the reports of funds that
        did not come need attention, who is silent past the day a return was due is told to the officers, and what
        allocations wait for to those who manage the board. Who stayed in the room for a bid that would pay whom they
        sit for is told before a draft leaves the desk."""
        from boards.queries.attention import NOTICED, NOTICED_FOR_MANAGERS, NOTICED_FOR_OFFICERS
        from commissioning.operations.bringing import bring_plans, bring_priorities, go_along
        from commissioning.queries.allocations_noticed import allocations_noticed
        from commissioning.queries.brought import brought_told
        from commissioning.queries.conflicts import conflict_findings
        from commissioning.queries.fund_silence import reports_noticed
        from commissioning.queries.missed import plans_noticed, priorities_noticed
        from commissioning.queries.silent import returns_noticed
        from meetings.operations.arrival import BRINGING, GOING_ALONG
        from meetings.queries.arrived import TELLING
        from meetings.queries.checks import FINDERS

        BRINGING.extend([bring_plans, bring_priorities])
        GOING_ALONG.append(go_along)
        TELLING.append(brought_told)
        NOTICED.extend([plans_noticed, priorities_noticed, reports_noticed])
        NOTICED_FOR_OFFICERS.append(returns_noticed)
        NOTICED_FOR_MANAGERS.append(allocations_noticed)
        FINDERS.append(conflict_findings)
