from actions.models.action import FINISHED, SETTLED, Action, Part, Progress, State

__all__ = ["FINISHED", "SETTLED", "Action", "Part", "Progress", "State"]
