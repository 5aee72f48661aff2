"""How often one computer may ask for what costs us much: counted in the cache, forgotten with its time."""

import ipaddress

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest


def asked_too_often(request: HttpRequest, what: str, *, most: int, seconds: int) -> bool:
    """Count this request; whether it is beyond ``most`` within so many seconds. Two at once may count as one."""
    key = f"often:{what}:{_whence(request)}"
    if cache.add(key, 1, seconds):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:  # its time ended between the two questions
        return False


def _whence(request: HttpRequest) -> str:
    """The computer’s address; of the newer kind its network’s, as one home has more of them than we could count."""
    said = get_adapter().get_client_ip(request)
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return "unknown"
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network(f"{address}/64", strict=False).network_address)
