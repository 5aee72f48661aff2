from commissioning.models.ledger import Allocation, Contribution, Fund, Priority

__all__ = ["Allocation", "Contribution", "Fund", "Priority"]
