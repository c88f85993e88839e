"""Samples of settings for hosts of an export that can send headers: most of what a server sends, for files."""

from __future__ import annotations

from guide.web.assets import FOREVER
from guide.web.headers import FILES_POLICY, REVALIDATE, security_headers
from guide.web.urls import FRAME

FRAMES = f"{FRAME}/*"
FOLDER = "hosting"  # in the export: nginx.conf and Caddyfile; `_headers` is where hosts look for it
VARY = "Vary"  # hosts send it themselves where they choose an encoding


def _of_pages(framers: str, address: str, framed: bool) -> dict[str, str]:
    headers = security_headers(framed, framers, shared=False, address=address)
    policy = headers["Content-Security-Policy"].replace("form-action 'self'", "form-action 'none'")
    if not framed:
        policy = f"{FILES_POLICY}; frame-ancestors 'none'"
    kept = {name: value for name, value in headers.items() if name != VARY}
    return kept | {"Content-Security-Policy": policy, "Cache-Control": REVALIDATE}


def samples(framers: str, address: str, framed: bool) -> dict[str, str]:
    """Return the text of each sample by its file name in the export. `framed`: the export has pages for frames."""
    rules = {"/*": _of_pages(framers, address, False), "/static/*": {"Cache-Control": FOREVER}}
    if framed:
        rules[FRAMES] = _of_pages(framers, address, True)
    return {
        "_headers": _netlify(rules),
        f"{FOLDER}/nginx.conf": _nginx(rules),
        f"{FOLDER}/Caddyfile": _caddy(rules),
    }


def _netlify(rules: dict[str, dict[str, str]]) -> str:
    """Return the file `_headers` of Netlify and Cloudflare Pages. Rules add up there, so a later one removes first."""
    lines = []
    for path, headers in rules.items():
        lines.append(path)
        if path != "/*":
            lines += [f"  ! {name}" for name in (*headers, "Cross-Origin-Opener-Policy") if name in rules["/*"]]
        lines += [f"  {name}: {value}" for name, value in headers.items()]
    return "\n".join(lines) + "\n"


def _nginx(rules: dict[str, dict[str, str]]) -> str:
    """Return the locations of nginx, to include in a `server` that has a `root`."""
    lines = [
        "# Include this in a `server` of nginx whose `root` is the folder of the export.",
        "# No log: it would name readers.",
        "access_log off;",
        "gzip_static on;",
        "# brotli_static on;  # with the module brotli",
        "index index.html;",
        "error_page 404 /404.html;",
    ]
    for path, headers in rules.items():
        lines.append(f"location {path.removesuffix('*')} {{")
        lines += [f'    add_header {name} "{value}" always;' for name, value in headers.items()]
        lines.append("}")
    return "\n".join(lines) + "\n"


def _caddy(rules: dict[str, dict[str, str]]) -> str:
    """Return a site of Caddy 2. Caddy writes no access log unless it is told to."""
    lines = ["guide.example.org {", "\troot * /srv/guide", "\tfile_server {", "\t\tprecompressed br gzip", "\t}"]
    lines += ["\thandle_errors {", "\t\trewrite * /404.html", "\t\tfile_server", "\t}"]
    for path, headers in rules.items():
        lines.append(f"\theader {path} {{")
        if path == FRAMES:
            lines.append("\t\t-Cross-Origin-Opener-Policy")
        lines += [f'\t\t{name} "{value}"' for name, value in headers.items()]
        lines.append("\t}")
    return "\n".join([*lines, "}"]) + "\n"
