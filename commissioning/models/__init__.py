from commissioning.models.ledger import Allocation, Contribution, Fund, Priority, PriorityGroup

__all__ = ["Allocation", "Contribution", "Fund", "Priority", "PriorityGroup"]
