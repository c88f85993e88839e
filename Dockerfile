# The guide in a container: small, without root, and happy with a read-only file system and no network out.
# deploy/README.md says how to run it. Nothing is fetched when it starts: everything is installed here, with hashes.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY . .
RUN python -m venv /srv/venv \
 && /srv/venv/bin/pip install --no-cache-dir --require-hashes -r .ci/requirements.txt \
 && /srv/venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
 && /srv/venv/bin/guide check --format json >/dev/null

FROM python:3.11-slim-bookworm
COPY --from=build /srv/venv /srv/venv
ENV PYTHONDONTWRITEBYTECODE=1 HOST=0.0.0.0 PORT=8000
# A user without a name, a home or a shell.
USER 65532:65532
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["/srv/venv/bin/python", "-c", "import http.client as h; c = h.HTTPConnection('127.0.0.1', 8000, timeout=2); c.request('GET', '/healthz'); raise SystemExit(c.getresponse().status != 200)"]
ENTRYPOINT ["/srv/venv/bin/guide", "serve"]
