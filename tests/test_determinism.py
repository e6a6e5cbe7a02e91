"""The same article gives the same bytes, whatever the hash seed, the time zone and the locale."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys
from pathlib import Path

import dateline

_PARSE = "import sys, dateline; dateline.parse(dateline.read(sys.argv[1])).write(sys.argv[2])"


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_csv_is_the_same_under_any_hash_seed_time_zone_and_locale(bundled: Path, tmp_path: Path) -> None:
    variants = itertools.product(("0", "1"), ("UTC", "Asia/Karachi"), ("C", "C.UTF-8"))
    found = []
    for number, (seed, zone, locale) in enumerate(variants):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        folder = tmp_path / str(number)
        command = [sys.executable, "-c", _PARSE, str(bundled), str(folder)]
        subprocess.run(command, env=environment, check=True)
        found.append(digests(folder))
    assert len(found[0]) == 14
    assert all(other == found[0] for other in found)


def test_parsing_twice_in_one_process_gives_equal_tables(bundled: Path) -> None:
    article = dateline.read(bundled)
    assert dateline.parse(article) == dateline.parse(article)


def test_the_bundled_articles_tables_are_valid(bundled: Path) -> None:
    dateline.parse(dateline.read(bundled)).validate()


def test_ids_do_not_depend_on_the_files_name(bundled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(bundled.read_bytes())
    copy.with_suffix(".toml").write_bytes(bundled.with_suffix(".toml").read_bytes())
    for (name, here), (_, there) in zip(
        dateline.parse(dateline.read(bundled)), dateline.parse(dateline.read(copy)), strict=True
    ):
        assert here.iloc[:, 0].tolist() == there.iloc[:, 0].tolist(), name
