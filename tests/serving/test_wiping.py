"""What Python freed is overwritten."""

import subprocess
import sys

import pytest

# In a process of its own, which nothing else fills meanwhile. The word is made when it runs, so no code holds it.
PROGRAM = """
import re
from guide.web.server.wiping import wipe_python, wipe_what_malloc_frees

WORD = "-".join(["secret", "of", "a", "visitor"])

def copies():
    shape = re.compile("-".join(["secret", "of", "a", "visito[r]"]).encode())
    found = 0
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in list(maps):
            first, last = (int(each, 16) for each in line.split()[0].split("-"))
            if "rw" in line:
                memory.seek(first)
                found += len(shape.findall(memory.read(last - first)))
    return found

def answer(size):
    kept = []
    for number in range(50):
        words = [f"{WORD}{number:0{size}}" for _ in range(4)]
        kept.append({words[0]: [word.encode() for word in words]})
    loop = []
    loop.append((loop, f"{WORD}-in-a-cycle"))

wipe_what_malloc_frees()
SIZE = int(__import__("sys").argv[1])
answer(SIZE)
del WORD
before = copies()
wipe_python()
print(before, copies())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux shows a process its own memory.")
@pytest.mark.parametrize("size", [4, 300, 700])
def test_nothing_that_was_freed_is_left(size):
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(size)], capture_output=True, text=True, timeout=60)
    before, after = map(int, done.stdout.split())
    assert before > 2
    assert after <= 2  # what this look at the memory makes by itself
