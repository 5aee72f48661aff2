"""The desk's own question, who is asking: answered in JSON, for what it keeps goes in once the officer is back."""

from django.http import HttpRequest, JsonResponse

SIGNED_OUT = "You have been signed out. Your text is kept on this computer: sign in again and it is saved."
SOMEBODY_ELSE = "Somebody else has signed in on this computer. Sign in again as yourself and your text is saved."


def not_the_officer(request: HttpRequest) -> JsonResponse | None:
    """401 where nobody is signed in, or another than the officer whose desk it is (header X-Officer); else None."""
    if not request.user.is_authenticated:
        return JsonResponse({"sentence": SIGNED_OUT, "signed_out": True}, status=401)
    if request.headers.get("X-Officer", str(request.user.pk)) != str(request.user.pk):
        return JsonResponse({"sentence": SOMEBODY_ELSE, "signed_out": True}, status=401)
    return None
