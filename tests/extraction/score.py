"""How many cases are met: a chapter a line, then every attribute's share.

``python -m tests.extraction.score [FOLDER] [CHAPTER…] [--misses]``, from the project's root, for whoever
changes an extractor; ``--misses`` prints what was expected and found. ``--close`` takes what is met now off
``open.toml``; ``--open`` prints a line for that file for each case that is neither met nor listed.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from .cases import HERE, OPEN, Case, load, still_open
from .comparing import Verdict, compare


def main(arguments: list[str]) -> None:
    folders = [Path(word) for word in arguments if not word.startswith("--") and Path(word).is_dir()]
    chapters = {word for word in arguments if not word.startswith("--")} - {str(folder) for folder in folders}
    cases = load(folders[0] if folders else HERE)
    results = [(case, compare(case)) for case in cases if not chapters or case.chapter in chapters]
    if "--close" in arguments:
        _close({case.key for case, verdict in results if verdict.right})
    elif "--open" in arguments:
        _print_open(results)
    else:
        print(table(results))
        if "--misses" in arguments:
            print("\n" + "\n\n".join(told(case, verdict) for case, verdict in results if not verdict.right))


def table(results: list[tuple[Case, Verdict]]) -> str:
    """The score sheet."""
    chapters: dict[str, list[bool]] = defaultdict(list)
    attributes: Counter[tuple[str, str, bool]] = Counter()
    rows: Counter[tuple[str, str]] = Counter()
    for case, verdict in results:
        chapters[case.chapter].append(verdict.right)
        attributes += verdict.attributes
        rows += verdict.rows
    lines = [f"{name:14} {sum(met):4} / {len(met)}" for name, met in sorted(chapters.items())]
    met = sum(verdict.right for _, verdict in results)
    lines.append(f"{'all':14} {met:4} / {len(results)}  {_share(met, len(results))}")
    for name in dict.fromkeys(table for table, _ in sorted(rows)):
        found, missed, surplus = (rows[name, kind] for kind in ("found", "missed", "surplus"))
        recall, precision = _share(found, found + missed), _share(found, found + surplus)
        lines.append(f"\n{name}: recall {recall}, precision {precision}")
        for attribute in sorted({a for t, a, _ in attributes if t == name}):
            right, wrong = attributes[name, attribute, True], attributes[name, attribute, False]
            lines.append(f"  {attribute:11} {_share(right, right + wrong)}  ({right} of {right + wrong})")
    return "\n".join(lines)


def told(case: Case, verdict: Verdict) -> str:
    """A case that is not met, for a reader: its text, what was expected, what there was."""
    faults = "\n".join(f"  {kind}: {detail}" for kind, detail in verdict.faults)
    got = "\n".join(f"    {line}" for line in verdict.got) or "    nothing"
    return f"{case.name}\n  {case.text}\n{faults}\n  found:\n{got}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _print_open(results: list[tuple[Case, Verdict]]) -> None:
    known = still_open()
    chapter = ""
    for case, verdict in results:
        if verdict.right or case.key in known:
            continue
        if case.chapter != chapter:
            chapter = case.chapter
            print(f"\n[{chapter}]")
        print(open_line(case, verdict))


def open_line(case: Case, verdict: Verdict) -> str:
    """A line of ``open.toml``: the key, what is at fault, and the first words, to find it by."""
    faults = "; ".join(dict.fromkeys(kind for kind, _ in verdict.faults))
    words = " ".join(case.text.replace('"', "'").replace("\\", "").split()[:6])
    return f'"{case.key}" = "{faults} ({words} …)"'


def _close(met: set[str]) -> None:
    lines = OPEN.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if line[1:7] not in met or not line.startswith('"')]
    OPEN.write_text("".join(kept), encoding="utf-8")
    print(f"{len(lines) - len(kept)} cases are met now and taken off {OPEN.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
