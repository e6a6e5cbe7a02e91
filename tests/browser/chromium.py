"""The browser of these tests: whichever Chrome or Chromium is there, else Debian's, installed.

``python tests/browser/chromium.py`` makes sure that there is one; ``make test-browser`` runs that first.
Playwright's own browsers are not used, so nothing is downloaded from anywhere but Debian.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_INSTALL = (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--no-first-run",
    # Nothing but the loopback can be reached, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find() -> str | None:
    """The browser's program, or ``None``."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def arguments() -> list[str]:
    """What the browser is started with. Its sandbox doesn't work for root, as one is in a container."""
    return [*_QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def ensure() -> int:
    """An exit code: 0 with a browser there, 2 where it has to be installed by somebody else."""
    if find():
        return 0
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        _say(
            "no Chrome or Chromium on PATH, and installing it needs root on Debian or Ubuntu. Run\n"
            "  sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium\n"
            "or put another one on PATH (" + ", ".join(NAMES) + ")."
        )
        return 2
    _say("no Chrome or Chromium on PATH: installing Debian's chromium ...")
    for command in _INSTALL:
        if subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}).returncode:
            _say(f"`{' '.join(command)}` failed; see above.")
            return 2
    return 0 if find() else 2


def _say(text: str) -> None:
    print(f"test-browser: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(ensure())
