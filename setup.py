"""Packs what lies outside src/ and yet belongs to dateline; pyproject.toml has all else.

The notebooks go in without outputs, for those quote an article whose rights are not ours.
"""

import importlib.util
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

ROOT = Path(__file__).resolve().parent


def write_blank(source, target):
    """The notebooks of one folder into another, under the names and in the form a new project gets them."""
    at = ROOT / "src" / "dateline" / "starting" / "blank.py"
    spec = importlib.util.spec_from_file_location("blank", at)
    blank = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(blank)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, text in sorted(blank.notebooks(source).items()):
        (target / name).write_text(text, encoding="utf-8", newline="\n")


class Build(build_py):
    def run(self):
        super().run()
        if not self.editable_mode:  # an editable installation finds them where they are
            shared = Path(self.build_lib) / "dateline" / "shared"
            shutil.rmtree(shared, ignore_errors=True)
            hidden = shutil.ignore_patterns(".*")
            shutil.copytree(ROOT / "data" / "reference", shared / "reference", ignore=hidden)
            write_blank(ROOT / "notebooks", shared / "notebooks")
            (shared / "docs").mkdir()
            shutil.copy(ROOT / "docs" / "review.md", shared / "docs")


class Source(sdist):
    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        blanks = Path(base_dir) / "notebooks"
        write_blank(ROOT / "notebooks", blanks)


setup(cmdclass={"build_py": Build, "sdist": Source})
