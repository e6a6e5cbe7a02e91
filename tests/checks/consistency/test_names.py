"""Names in two spellings, and names that are two."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.names import name_spelt_twice

TWO_WAYS = [
    ("Prime Minister Yousaf Raza Gilani met the envoy. Later Prime Minister Yusuf Reza Gillani left.", "Yusuf Reza Gillani", "Yousaf Raza Gilani"),
    ("The army attacked in Waziristan. In Wazirstan nobody slept.", "Wazirstan", "Waziristan"),
    ("The Federally Administered Tribal Areas (FATA) are poor. The Federal Administered Tribal Areas are calm.", "Federal Administered Tribal Areas", "Federally Administered Tribal Areas"),
    ("The Kosovo Liberation Army (KLA) fought. The Kosova Liberation Army won.", "Kosova Liberation Army", "Kosovo Liberation Army"),
    ("Russian President Dmitry Medvedev came to Oslo. On Friday President Dmitri Medvedev spoke.", "Dmitri Medvedev", "Dmitry Medvedev"),
    ("Colonel Muammar Gaddafi left Tripoli. In Sirte Colonel Moammar Qaddafi spoke.", "Moammar Qaddafi", "Muammar Gaddafi"),
    ("Slobodan Milosevic went to Dayton. There Mr Milosovic signed.", "Milosovic", "Slobodan Milosevic"),
    ("Hizbollah fired at Haifa. Later Hezbollah denied it.", "Hezbollah", "Hizbollah"),
]  # fmt: skip

SILENT = [
    "Rashid Rauf was held in Rawalpindi. Rashad Rauf was held in Birmingham.",
    "Iran and Iraq fought. The Iranian army and the Iraqi army withdrew. Iranians fled.",
    "Niger and Nigeria, Austria and Australia, Slovakia and Slovenia sent envoys.",
    "Kim Jong-il died in 2011. Kim Jong-un took his place.",
    "Tansu Çiller spoke in Ankara. Later Tansu Ciller left.",
    "The Organization of African Unity met. The Organisation of African Unity left.",
    "Raisa Gorbacheva came to Geneva. Mikhail Gorbachev stayed.",
    "Uday Hussein and Qusay Hussein died in Mosul.",
    "Boris Ivanov went to Sofia. Boris Ivanova stayed in Varna.",
    "The Karimi family fled. Hassan Karim was in Basra. Hassan Karimi was in Amara.",
    "President George W. Bush spoke. President George H. W. Bush had spoken in 1991.",
    "Robert Mugabe ruled in Harare. Roberto Mugabe writes novels.",
    "Ali Hassan spoke in Aden. Ali Hussein spoke in Sanaa.",
    "The Chechens fought in Grozny; Chechnya burnt, and a Chechen died.",
    "Kandahar and Kunduz fell. Kunar held out.",
    "The Tigris and the Tigray are far apart. Mosul and Mostar were shelled.",
    "North Waziristan was quiet. South Waziristan burnt.",
    "The Communist Party of India (CPI) split. The Congress Party of India won.",
    "Zhang Wei went to Tibet. Zhang Wen stayed in Beijing.",
    "The Palestine Liberation Organization met. The Palestinian Liberation Organization left.",
    "Mohamed Morsi ruled in Cairo. Hassan Sheikh Mohamud ruled in Mogadishu.",
    "Victor Pino was mayor of Cobquecura. Victoria Pino was his cousin.",
    "Levon Petrosyan spoke in Yerevan. Tigran Petrosian played chess in Moscow.",
    "",
]


@pytest.mark.parametrize(("text", "stated", "other"), TWO_WAYS)
def test_a_name_spelt_in_two_ways_disagrees_with_itself(found, text, stated, other):
    assert [(f.verdict, f.stated, f.found) for f in found(name_spelt_twice, text)] == [
        ("disagrees", stated, other)
    ]


@pytest.mark.parametrize("text", SILENT)
def test_two_names_are_two_names(found, text):
    assert found(name_spelt_twice, text) == []


def test_the_rarer_spelling_is_the_one_at_issue(found):
    text = "In Wazirstan nobody slept. The army attacked in Waziristan. Waziristan burnt."
    (one,) = found(name_spelt_twice, text)
    assert text[one.start : one.end] == one.stated == "Wazirstan"
    assert one.citation == "“The army attacked in Waziristan.”"
