"""Quotations that nobody is said to have spoken, and those with a speaker, however vague."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.quotations import quote_without_speaker

NOBODY = [
    ("“We will never leave Nagorno-Karabakh,” it was said.", "“We will never leave Nagorno-Karabakh”"),
    ("Reports said the deal was “a complete betrayal of the people”.", "“a complete betrayal of the people”"),
    ("Reports from Kabul said the deal was “a complete betrayal of the people”.", "“a complete betrayal of the people”"),
    ("The canal treaty was described as “unworkable and dangerous for us all”.", "“unworkable and dangerous for us all”"),
    ("There were reports that “the city has fallen to the enemy”.", "“the city has fallen to the enemy”"),
    ('In Sofia it was reported that "the king has fled the country".', "“the king has fled the country”"),
]  # fmt: skip

SILENT = [
    '"We do not accept this at all," a senior official said.',
    "“We will never leave Nagorno-Karabakh,” the minister said.",
    "A leaflet in Belfast read: “Leave this street or die”.",
    "The plan was described by Lord Carrington as “unworkable and dangerous for us all”.",
    "The report said that “the army shot at everybody in sight”.",
    "Reports by Amnesty said that “the army shot at everybody in sight”.",
    'He was tired. "I never met him in my life," he said. "We were in Rome that day."',
    "Critics called it “a shameful surrender to the rebels”.",
    "The report also criticised the ‘culture of impunity’ in the army.",
    "The ‘war on terror’ was called “madness”.",
    "Reports said the talks were “frank”.",
    "He was quoted as saying “we shall bury you all one day”.",
    "According to Le Monde, “the war in Algeria is lost for good”.",
    "Her novel “One Hundred Years of Solitude” was banned in Chile.",
    "The so-called “Movement for the Freedom of Corsica” met in Bastia.",
    "Reports said the army had fled.",
    "The plan was called “Desert Storm”.",
    "",
]


@pytest.mark.parametrize(("text", "stated"), NOBODY)
def test_a_quotation_without_a_speaker_is_unverified(found, text, stated):
    assert [(f.verdict, f.stated) for f in found(quote_without_speaker, text)] == [("unverified", stated)]


@pytest.mark.parametrize("text", SILENT)
def test_a_quotation_with_a_speaker_or_a_term_is_left_alone(found, text):
    assert found(quote_without_speaker, text) == []


def test_the_note_says_that_nobody_can_be_asked(found):
    (one,) = found(quote_without_speaker, "Rumours said that “the bridge has been blown up by spies”.")
    assert one.note == "The text does not say who said so: nobody can be asked."
    assert one.found == "only “Rumours” for the words"
