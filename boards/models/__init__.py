from boards.models.user import User

__all__ = ["User"]
