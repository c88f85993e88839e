"""The least that a server can say: constant bytes with constant headers, to compare with what the guide costs.

BENCH_SAYS names a file that says them: JSON with `status`, `headers` and the path of the `body`.
"""

import json
import os
from pathlib import Path

SAYS = json.loads(Path(os.environ["BENCH_SAYS"]).read_text("utf-8"))
HEADERS = [(name, value) for name, value in SAYS["headers"]]
BODY = Path(SAYS["body"]).read_bytes()


def wsgi(environ, start_response):
    """The WSGI application."""
    start_response("200 OK", HEADERS)
    return [BODY]


class _Rsgi:
    async def __rsgi__(self, scope, protocol):
        protocol.response_bytes(200, HEADERS, BODY)


rsgi = _Rsgi()


def flask():
    """Return a Flask app that says hello to a posted form, and does nothing else."""
    from flask import Flask, request

    app = Flask(__name__)

    @app.post("/")
    def hello():
        return f"Hello, {len(request.form)} answers"

    return app
