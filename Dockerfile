# The production image: the environment is built in one stage and served from another, by a user who owns nothing.
ARG PYTHON_IMAGE=python:3.11-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
WORKDIR /srv/concordat
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements.txt ./
RUN python3 -m venv /srv/environment \
    && /srv/environment/bin/python -m pip install --no-deps --require-hashes --requirement requirements.txt
COPY . .
# Collecting needs settings, not secrets: the key of this step is thrown away with its layer's process.
RUN SECRET_KEY=only-for-collecting STATIC_ROOT=/srv/static DATABASE_URL=postgres://nobody@localhost/none \
    /srv/environment/bin/python manage.py collectstatic --noinput

FROM ${PYTHON_IMAGE} AS serve
# Debian's security updates change versions; the base image's tag says which Debian.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --user-group --uid 1500 --no-create-home --shell /usr/sbin/nologin concordat \
    && install -d -o concordat -g concordat /srv/files
COPY --from=build /srv/environment /srv/environment
COPY --from=build /srv/static /srv/static
COPY --from=build /srv/concordat /srv/concordat
WORKDIR /srv/concordat
ENV PATH=/srv/environment/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    STATIC_ROOT=/srv/static \
    VAR_FOLDER=/srv/files \
    WEB_CONCURRENCY=4
USER 1500
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["python", "tools/healthy.py"]
CMD ["gunicorn", "trust.wsgi", "--bind", "0.0.0.0:8000", "--worker-tmp-dir", "/dev/shm", "--max-requests", "2000", "--max-requests-jitter", "200"]
