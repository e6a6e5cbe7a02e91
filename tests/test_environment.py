"""The set-up: one list of packages in three forms, pins with hashes, and nothing imported too early."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

#: Packages that conda-forge has under another name than the Python package index.
CONDA_NAMES = {
    "matplotlib-base": "matplotlib",
    "nbconvert-core": "nbconvert",
    "playwright-python": "playwright",
}


def parts(requirement: str) -> tuple[str, str]:
    """A requirement's normalised name without extras, and its condition."""
    found = re.match(r"([A-Za-z0-9._-]+)(?:\[.*?\])?\s*(.*)", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[1]).lower(), found[2].replace(" ", "")


@pytest.fixture(scope="module")
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def conda(root: Path) -> dict:
    return yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def declared(project: dict) -> dict[str, str]:
    groups = project["dependency-groups"].values()
    return dict(map(parts, itertools.chain(project["project"]["dependencies"], *groups)))


def test_conda_and_python_name_the_same_packages(conda: dict, declared: dict[str, str]) -> None:
    *packages, pip = conda["dependencies"]
    named = dict(parts(package) for package in packages if not package.startswith(("python=", "pip")))
    named |= dict(parts(package) for package in pip["pip"] if package != "-e .")
    assert {CONDA_NAMES.get(name, name): condition for name, condition in named.items()} == declared


def test_conda_takes_only_conda_forge(conda: dict) -> None:
    assert conda["name"] == "dateline"
    assert conda["channels"] == ["conda-forge", "nodefaults"]


def test_conda_pins_python_to_a_supported_minor(conda: dict) -> None:
    assert conda["dependencies"][0] in ("python=3.11", "python=3.12", "python=3.13")


def test_conda_installs_the_project_itself_by_pip(conda: dict) -> None:
    assert "pip" in conda["dependencies"]
    assert conda["dependencies"][-1]["pip"][-1] == "-e ."


@pytest.fixture(scope="module")
def pins(root: Path) -> str:
    return (root / "requirements.lock").read_text(encoding="utf-8")


def test_every_package_is_pinned(pins: str, declared: dict[str, str]) -> None:
    pinned = {parts(line)[0] for line in pins.splitlines() if re.match(r"\w", line)}
    assert set(declared) <= pinned


def test_every_pin_has_a_version_and_a_hash(pins: str) -> None:
    entries = re.findall(r"^\w.*(?:\n[ ].*)*", pins, re.M)
    assert len(entries) > 100
    assert [
        entry for entry in entries if not re.match(r"[\w.-]+==[\w.]+[^\n]*\\\n\s+--hash=sha256:", entry)
    ] == []


def test_pins_name_no_address_and_no_path(pins: str) -> None:
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|(^|\s)/", pins)


def test_the_build_back_end_is_the_pinned_one(project: dict) -> None:
    assert project["build-system"]["requires"] == project["dependency-groups"]["build"]


def test_versions_agree(project: dict) -> None:
    import dateline

    assert dateline.__version__ == project["project"]["version"]


@pytest.mark.parametrize(
    "statement", ["import dateline", "import dateline.cli", "import dateline; dateline.read"]
)
def test_importing_brings_no_heavy_library(statement: str) -> None:
    heavy = "{'pandas', 'numpy', 'matplotlib', 'pyarrow', 'lemminflect', 'IPython', 'nbformat'}"
    command = f"{statement}; import sys; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_extractors_do_without_pandas(root: Path) -> None:
    modules = [
        path
        for folder in ("extract", "language", "reading")
        for path in (root / "src/dateline" / folder).rglob("*.py")
    ]
    assert [
        path.name for path in modules if re.search(r"^\s*(import|from) pandas", path.read_text(), re.M)
    ] == []


def test_the_public_face_is_complete() -> None:
    import dateline

    assert [name for name in dateline.__all__ if not hasattr(dateline, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'pars'"):
        dateline.pars  # noqa: B018


def test_make_help_lists_every_target_for_users(root: Path) -> None:
    targets = set(re.search(r"^\.PHONY: (.*)$", (root / "Makefile").read_text(), re.M)[1].split())
    done = subprocess.run(["make", "help"], cwd=root, capture_output=True, text=True, check=True)
    assert {line.split()[1] for line in done.stdout.splitlines() if line.startswith("  make ")} == targets
