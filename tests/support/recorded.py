"""A copy of the guide in which some texts have recordings: there are none in the content yet."""

import wave

import yaml

from guide.engine.recordings import text_fingerprint
from guide.loader.content import load
from support.serving import small_site

LONG, SHORT = "long.wav", "deep/short.wav"
OTHER_TEXT = "0" * 12


def silence(path, seconds):
    """Write a sound file of some seconds without sound."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 1, 8000, 0, "NONE", ""))
        file.writeframes(b"\x80" * int(8000 * seconds))


def entry(file, text):
    """Return the entry of a recording of this file, with the fingerprint of its text."""
    return {"file": file, "text": text, "recorded": "2026-11-01", "voice": "Somebody"}


def add_to(path, audio):
    """Add recordings, by language, to the front matter of a file."""
    line = f"audio: {yaml.safe_dump(audio, default_flow_style=True, width=1000)}".strip()
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{line}\n", 1), "utf-8")


def make(root):
    """Copy a small guide into `root`, with recordings in English: up-to-date ones and the stale one of a finding."""
    small_site(root)
    content = root / "content"
    silence(content / "audio" / LONG, 60)
    silence(content / "audio" / SHORT, 0.2)
    library = load(content)
    findings = {one.id: one for one in library.guidelines["today"].findings}
    now = content / "guidelines" / "today"
    add_to(now / "now/no-priorities.md", {"en": entry(LONG, text_fingerprint(findings["now/no-priorities"], str))})
    add_to(now / "now/detained.md", {"en": entry(LONG, OTHER_TEXT)})
    add_to(content / "pages/safety.md", {"en": entry(SHORT, text_fingerprint(library.pages["safety"], str))})
    steps = yaml.safe_dump(
        {"audio": {"en": entry(LONG, text_fingerprint(library.urgent["steps"], str))}}, sort_keys=False
    )
    urgent = content / "urgent/steps.yaml"
    urgent.write_text(f"{urgent.read_text('utf-8')}{steps}", "utf-8")
    audio = yaml.safe_dump(
        {"en": entry(LONG, text_fingerprint(library.question("held"), str))}, default_flow_style=True, width=1000
    )
    questions = content / "questions.yaml"
    text = questions.read_text("utf-8")
    questions.write_text(text.replace("  - id: held\n", f"  - id: held\n    audio: {audio.strip()}\n", 1), "utf-8")
    return root
