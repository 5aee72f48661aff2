"""Settings, each from the environment, each safe by default. README lists them."""

import logging
from pathlib import Path

import environ

from trust.tools import embedded_postgres
from trust.tools.kept_secret import kept_secret
from trust.tools.logs import log_settings

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
VAR = Path(env.str("VAR_FOLDER", default=str(BASE_DIR / "var")))

DEBUG = env.bool("DEBUG", default=False)
# Without a key of its own a server makes a key that lasts as long as its var/ folder; production must set one.
SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret(VAR)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_ADDRESS = env.str("SITE_ADDRESS", default="http://localhost:8000")
BEHIND_TLS = SITE_ADDRESS.startswith("https://")

PARTNERSHIP_NAME = env.str("PARTNERSHIP_NAME", default="Northshire Children’s Partnership")
SERVICE_NAME = env.str("SERVICE_NAME", default="Concordat")
BRAND_COLOUR = env.str("BRAND_COLOUR", default="")

INSTALLED_APPS = [
    "trust",
    "commissioning",
    "actions",
    "meetings",
    "boards",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "guardian",
    "pgtrigger",
    "procrastinate.contrib.django",
    "simple_history",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "trust.tools.private_pages.PrivatePages",
    "csp.middleware.CSPMiddleware",
    "trust.tools.late_answers.LateAnswers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "trust.tools.logs.RequestLog",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "trust.tools.refusal_page.RefusalPage",
]

ROOT_URLCONF = "trust.urls"
WSGI_APPLICATION = "trust.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "trust.tools.page.house",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": env.db_url("DATABASE_URL")
    if env.str("DATABASE_URL", default="")
    else embedded_postgres.django_database(VAR)
}
DATABASES["default"].setdefault("OPTIONS", {})
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# What limits how often somebody tries is kept here: room enough that a flood does not wash it out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "house_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

AUTH_USER_MODEL = "boards.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False
GUARDIAN_MONKEY_PATCH_GROUP = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "trust.tools.sign_in.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "trust.tools.sign_in_forms.LoginForm",
    "reset_password": "trust.tools.sign_in_forms.ResetPasswordForm",
    "reset_password_from_key": "trust.tools.sign_in_forms.ResetPasswordKeyForm",
    "change_password": "trust.tools.sign_in_forms.ChangePasswordForm",
}
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Browsers themselves allow passkeys without TLS at localhost only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_TLS
# The address is the partnership's: its officers put it down, and the invitation went there.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_ADAPTER = "trust.tools.sign_in.SecondFactorAdapter"
MFA_FORMS = {"add_webauthn": "trust.tools.sign_in_forms.AddPasskeyForm"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
SESSION_ENGINE = "trust.tools.sessions"
SESSION_COOKIE_AGE = env.int("SESSION_HOURS", default=10) * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR / "static")))
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
# A mail server that says nothing for so many seconds is taken to be away.
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="concordat@localhost")

# A link in a mail opens one action for whoever has no login; after so many days it opens nothing.
MAIL_LINK_DAYS = env.int("MAIL_LINK_DAYS", default=14)
# How often one computer may follow such links within ten minutes: an office behind one address among them.
MAIL_LINK_MOST = env.int("MAIL_LINK_MOST", default=60)

SIGNING_PKCS12 = env.str("SIGNING_PKCS12", default="")
SIGNING_PKCS12_PASSPHRASE = env.str("SIGNING_PKCS12_PASSPHRASE", default="")
SIGNING_PKCS11_MODULE = env.str("SIGNING_PKCS11_MODULE", default="")
SIGNING_PKCS11_TOKEN = env.str("SIGNING_PKCS11_TOKEN", default="")
SIGNING_PKCS11_KEY = env.str("SIGNING_PKCS11_KEY", default="")
SIGNING_PKCS11_PIN = env.str("SIGNING_PKCS11_PIN", default="")
SIGNING_LEVEL = env.str("SIGNING_LEVEL", default="")
SIGNING_TSA_URL = env.str("SIGNING_TSA_URL", default="")
SIGNING_TSA_ROOTS = env.list("SIGNING_TSA_ROOTS", default=[])
SIGNING_CRLS = env.list("SIGNING_CRLS", default=[])
SIGNING_TRUST_ROOTS = env.list("SIGNING_TRUST_ROOTS", default=[])
TEST_KEY_FOLDER = VAR / "signing"
VERIFY_MAX_BYTES = env.int("VERIFY_MAX_MEGABYTES", default=30) * 1024 * 1024
VERIFY_SECONDS = 20
# Checks from one computer within ten minutes: more than anybody makes by hand.
VERIFY_MOST = env.int("VERIFY_MOST", default=60)
VERIFY_MEMORY_MEGABYTES = 1024

# Where the worker finds what it may be asked to do (trust/tools/jobs.py).
PROCRASTINATE_IMPORT_PATHS = [
    "trust.tools.jobs",
    "actions.operations.answer_mail",
    "actions.operations.file",
    "actions.operations.leaving",
    "actions.operations.renewal",
    "actions.operations.reminding",
    "boards.operations.access",
    "boards.operations.asked_mail",
    "boards.operations.naming",
    "boards.operations.sheet",
    "commissioning.operations.chase_returns",
    "meetings.operations.between",
    "meetings.operations.briefing_mail",
    "meetings.operations.invitation",
    "meetings.operations.comment_mail",
    "meetings.operations.signing",
]

PDF_WORKERS = env.int("PDF_WORKERS", default=1)
PDF_SECONDS = env.int("PDF_SECONDS", default=120)
PDF_FOLDER = VAR / "pdf"

SILENCED_SYSTEM_CHECKS = [
    # Grants are read by one join over guardian's rows (boards/queries), never through its backend.
    "guardian.W001",
    # The proxy sends http to https, and other hosts of the owner's domain are not ours to bind.
    "security.W005",
    "security.W008",
    "security.W021",
]

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

LOGGING = log_settings(readable=DEBUG, level=env.str("LOG_LEVEL", default="INFO"))
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = logging.DEBUG
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = logging.INFO
