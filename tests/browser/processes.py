"""Processes that end when the tests do: by their handle, and with all that they started.

For a server, its kernels and a browser, which start processes of their own, some in sessions of their own.
"""

from __future__ import annotations

import contextlib
import ctypes
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil

_ADOPT = 36  # PR_SET_CHILD_SUBREAPER, see prctl(2)


def adopt_orphans() -> None:
    """Let this process inherit what its children leave behind, so that nothing is lost sight of (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT, 1, 0, 0, 0)


def end_on_terminate() -> None:
    """A SIGTERM ends the tests like Ctrl-C does, so that what they started is ended, too."""

    def stop(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)


def start(command: Sequence[str], folder: Path, variables: Mapping[str, str], log: Path) -> subprocess.Popen:
    """The command, running in a session of its own, its output in ``log``."""
    with log.open("wb") as out:
        return subprocess.Popen(
            command,
            cwd=folder,
            env=dict(variables),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def stop(process: subprocess.Popen, seconds: float = 15) -> None:
    """Ask it to end, and end it and all below it that doesn't."""
    below = family(process.pid)
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    if process.poll() is None:
        process.kill()
        process.wait()
    kill(below)


def family(number: int | None = None) -> list[psutil.Process]:
    """All processes below one, by default below this one."""
    try:
        return psutil.Process(number).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def left(before: Sequence[psutil.Process], seconds: float = 5) -> list[psutil.Process]:
    """What runs below this process and didn't ``before``, after some time to end."""
    started = [one for one in family() if one not in before]
    _, alive = psutil.wait_procs(started, timeout=seconds)
    return [one for one in alive if one.status() != psutil.STATUS_ZOMBIE]


def kill(found: Sequence[psutil.Process], seconds: float = 5) -> None:
    """End these, each by its handle: a number that has gone to another process since is left alone."""
    for one in found:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.terminate()
    _, alive = psutil.wait_procs(found, timeout=seconds)
    for one in alive:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.kill()
