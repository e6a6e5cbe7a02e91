"""One office with two holders at once, and holders of whom the text tells why there are two."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.offices import office_held_twice, office_of

AT_ONCE = [
    ("Pakistani Prime Minister Yousaf Raza Gilani met President Zardari on 5 March 2011. On 9 March 2011 Pakistani Prime Minister Raja Pervaiz Ashraf told the army to stop.", "disagrees", "Raja Pervaiz Ashraf", "Yousaf Raza Gilani"),
    ("French President Jacques Chirac visited Berlin on 3 May 1995. French President François Mitterrand told reporters on 8 May 1995 that France would sign.", "disagrees", "François Mitterrand", "Jacques Chirac"),
    ("CIA Director Leon Panetta met Pasha on 5 March 2011. On 6 March 2011 CIA Director Michael Hayden said the flights would go on.", "disagrees", "Michael Hayden", "Leon Panetta"),
    ("The Pakistani Army Chief, General Ashraf Kayani, condemned the attack on 17 March 2011. On 18 March 2011 the Pakistani Army Chief, General Pervez Musharraf, told reporters that the army would fight.", "disagrees", "Pervez Musharraf", "Ashraf Kayani"),
    ("Turkish Foreign Minister Ismail Cem said the islets were Turkish. Turkish Foreign Minister Murat Karayalcin said that troops would stay.", "unverified", "Murat Karayalcin", "Ismail Cem"),
]  # fmt: skip

SILENT = [
    "Indian Prime Minister Manmohan Singh met Pakistani Prime Minister Nawaz Sharif on 5 March 2011.",
    "US President George Bush attacked Iraq on 19 March 2003. US President Barack Obama attacked Libya on 19 March 2011.",
    "French President Jacques Chirac visited Berlin on 3 May 1995. Former French President Valery Giscard told reporters on 4 May 1995 that France would sign.",
    "Greek Prime Minister Costas Simitis visited Ankara on 3 May 1996. Greek Prime Minister Andreas Papandreou, who resigned, told reporters on 4 May 1996 that he was ill.",
    "Brazilian President Fernando Collor met envoys on 1 October 1992. Brazilian Acting President Itamar Franco met envoys on 3 October 1992.",
    "Ivorian President Laurent Gbagbo met envoys on 5 January 2011. Ivorian President Alassane Ouattara met envoys on 6 January 2011.",
    "Chilean President Salvador Allende met generals on 9 September 1973. After the coup Chilean President Augusto Pinochet met generals on 12 September 1973.",
    "British Prime Minister Tony Blair told deputies on 5 May 1997 that he would act. British Prime Minister John Major, his predecessor, told deputies on 1 May 1997 that he would go.",
    "Russian Foreign Minister Igor Ivanov met Serbs on 5 May 1999. Russian Defence Minister Igor Sergeyev met Serbs on 6 May 1999.",
    "Prime Minister Yousaf Raza Gilani met envoys on 5 March 2011. Prime Minister Yusuf Reza Gillani met envoys on 6 March 2011.",
    "Israeli Minister Ezer Weizman met envoys on 5 March 1978. Israeli Minister Moshe Dayan met envoys on 6 March 1978.",
    "US Senator John Kerry visited Kabul on 5 March 2011. US Senator John McCain visited Kabul on 6 March 2011.",
    "US President Barack Obama ordered strikes in March 2011. The policy of US President George Bush failed.",
    "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict", "stated", "other"), AT_ONCE)
def test_two_holders_at_once(found, text, verdict, stated, other):
    (one,) = found(office_held_twice, text)
    assert one.verdict == verdict
    assert (one.stated or "").startswith(stated)
    assert (one.found or "").startswith(other)


@pytest.mark.parametrize("text", SILENT)
def test_two_holders_that_the_text_accounts_for(found, text):
    assert found(office_held_twice, text) == []


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Turkish Prime Minister", "prime minister"),
        ("Minister of Foreign Affairs", "foreign minister"),
        ("Colonel", None),
        (None, None),
        ("a tired man", None),
    ],
)
def test_the_office_in_a_role(role, office):
    assert office_of(role) == office
