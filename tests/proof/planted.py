"""A copy of the program with a fault that breaks a promise, to see that the proof fails by its name."""

import shutil

from support.serving import ROOT

# What stands at the end of guide/web/app.py in the copy: `sent` is the form of a visitor.
PLANT = """

_create_app = create_app


def create_app(*args: Any, **named: Any) -> Flask:
    app = _create_app(*args, **named)

    @app.after_request
    def _fault(response: Response) -> Response:
        sent = request.form.to_dict() if request.method == "POST" else {{}}
        if request.method == "POST" and response.status_code == 200:
{faults}
        return response

    return app
"""
# The fault, and the properties that it breaks, by the name of the fault.
FAULTS = {
    "a cookie": ('response.headers["Set-Cookie"] = "seen=1"', {"no-cookie"}),
    "a line in the log": ('print("a visit", request.path, file=__import__("sys").stderr, flush=True)', {"no-log"}),
    "a file": ('Path("visits.txt").open("a").write("a visit")', {"no-file"}),
    "an echo": ("response.set_data(response.get_data() + str(sorted(sent)).encode())", {"no-echo"}),
}


def planted(folder, faults):
    """Return a folder with the program, in which these faults of FAULTS are."""
    shutil.copytree(ROOT / "guide", folder / "guide", ignore=shutil.ignore_patterns("__pycache__"))
    lines = "\n".join(f"            {FAULTS[fault][0]}" for fault in faults)
    module = folder / "guide" / "web" / "app.py"
    module.write_text(module.read_text("utf-8") + PLANT.format(faults=lines), "utf-8")
    return folder
