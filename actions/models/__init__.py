from actions.models.action import (
    CALLED_OFF,
    FINISHED,
    SETTLED,
    Action,
    ActionQuerySet,
    LastNumber,
    Part,
    Progress,
    State,
)

__all__ = [
    "CALLED_OFF",
    "FINISHED",
    "SETTLED",
    "Action",
    "ActionQuerySet",
    "LastNumber",
    "Part",
    "Progress",
    "State",
]
