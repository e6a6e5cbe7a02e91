"""Clauses: who does what to whom, read off sentences of many countries and decades.

Each expectation is ``relation marker: subject | lemma particle [modal] flags | object``, in text order.
"""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iraqi troops crossed the border on Thursday.", ["root: Iraqi troops | cross | the border"]),
        (
            "The airliner was shot down by a Soviet fighter in 1983.",
            ["root: The airliner | shoot down passive | -"],
        ),
        (
            "Two students were killed and nine wounded when police opened fire in Soweto.",
            [
                "root: Two students | kill passive | -",
                "conj: nine | wound passive | -",
                "adverbial when: police | open | fire",
            ],
        ),
        (
            "The treaty has been ratified by Hungary and Poland.",
            ["root: The treaty | ratify passive perfect | -"],
        ),
        (
            "Chile's president was overthrown in a coup led by General Augusto Pinochet.",
            ["root: Chile's president | overthrow passive | -", "reduced: a coup | lead passive | -"],
        ),
        ("The convoy got ambushed near Kunduz.", ["root: The convoy | ambush passive | -"]),
        ("The union quit the talks.", ["root: The union | quit | the talks"]),
        ("Oil prices hit a record on Friday.", ["root: Oil prices | hit | a record"]),
        ("Opec cut output.", ["root: Opec | cut | output"]),
        ("The blast hurt nobody.", ["root: The blast | hurt | nobody"]),
        ("Troops loyal to the president retook the airport.", ["root: Troops | retake | the airport"]),
        (
            "Tens of thousands fled when the volcano erupted.",
            ["root: Tens | flee | -", "adverbial when: the volcano | erupt | -"],
        ),
        (
            "Armed men kidnapped a British banker, Paul Ridout, in Lima on Tuesday.",
            ["root: Armed men | kidnap | a British banker"],
        ),
        ("Not one of the hostages was harmed.", ["root: one | harm passive | -"]),
    ],
)
def test_a_clause_has_a_subject_a_verb_and_an_object(clauses, text: str, expected: list[str]) -> None:
    """Active and passive: the subject is the grammatical one, the patient of a passive."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels who seized the radio station surrendered on Sunday.",
            ["relative who: The rebels | seize | the radio station", "root: The rebels | surrender | -"],
        ),
        (
            "The army, which lost 40 men in the raid, withdrew from Huambo.",
            ["relative which: The army | lose | 40 men", "root: The army | withdraw | -"],
        ),
        (
            "The bridge that the guerrillas destroyed linked the two provinces.",
            [
                "relative that: the guerrillas | destroy | The bridge",
                "root: The bridge | link | the two provinces",
            ],
        ),
        (
            "The minister, whom parliament censured in May, resigned.",
            ["relative whom: parliament | censure | The minister", "root: The minister | resign | -"],
        ),
        (
            "Nigeria recalled the envoy whose remarks angered Ghana.",
            ["root: Nigeria | recall | the envoy", "relative whose: whose remarks | anger | Ghana"],
        ),
        (
            "The sanctions, which Cuba called illegal, remain in force.",
            ["relative which: Cuba | call | The sanctions", "root: The sanctions | remain | -"],
        ),
        (
            "Argentina rejected the plan, which it said would harm exporters.",
            [
                "root: Argentina | reject | the plan",
                "relative which: it | say | -",
                "that: the plan | harm [would] | exporters",
            ],
        ),
        (
            "The village where the monks lived was burned.",
            ["relative where: the monks | live | -", "root: The village | burn passive | -"],
        ),
        (
            "The weapons they seized were shown to reporters.",
            ["relative: they | seize | The weapons", "root: The weapons | show passive | -"],
        ),
        (
            "The general whose troops seized Accra in 1966 died in exile.",
            ["relative whose: whose troops | seize | Accra", "root: The general | die | -"],
        ),
        (
            "Burma's military rulers, who annulled the 1990 election, have kept her under house arrest.",
            [
                "relative who: Burma's military rulers | annul | the 1990 election",
                "root: Burma's military rulers | keep perfect | her",
            ],
        ),
        (
            "The Commission, which has no army, cannot enforce its rulings.",
            [
                "relative which: The Commission | have | no army",
                "root: The Commission | enforce [cannot] | its rulings",
            ],
        ),
        (
            "North Korea, which tested a device in 2006, has threatened to leave the treaty.",
            [
                "relative which: North Korea | test | a device",
                "root: North Korea | threaten perfect | -",
                "to: North Korea | leave | the treaty",
            ],
        ),
        (
            "Mrs. Gandhi, whose party lost the election, was jailed in 1977.",
            ["relative whose: whose party | lose | the election", "root: Mrs. Gandhi | jail passive | -"],
        ),
        (
            "The rebels whom Khartoum called bandits seized the town.",
            ["relative whom: Khartoum | call | The rebels", "root: The rebels | seize | the town"],
        ),
        (
            "Abu Jihad, whom Israel considered a mastermind, built the network.",
            ["relative whom: Israel | consider | Abu Jihad", "root: Abu Jihad | build | the network"],
        ),
        (
            "Powers, whom Washington first called a weatherman and who flew for the CIA, crossed the Urals.",
            [
                "relative whom: Washington | call | Powers",
                "relative who: Powers | fly | -",
                "root: Powers | cross | the Urals",
            ],
        ),
        (
            "In late August Gustáv Husák, who had been a prisoner, addressed the party.",
            [
                "relative who: Gustáv Husák | be perfect | a prisoner",
                "root: Gustáv Husák | address | the party",
            ],
        ),
        (
            "In May Idi Amin, who commanded the army, seized the palace.",
            ["relative who: Idi Amin | command | the army", "root: Idi Amin | seize | the palace"],
        ),
        (
            "Since early June Contra fighters, whom Honduras sheltered, have raided the villages.",
            [
                "relative whom: Honduras | shelter | Contra fighters",
                "root: Contra fighters | raid perfect | the villages",
            ],
        ),
        (
            "The general, who led the coup and who banned the party, resigned.",
            [
                "relative who: The general | lead | the coup",
                "relative who: The general | ban | the party",
                "root: The general | resign | -",
            ],
        ),
        (
            "The envoy, who said that rebels had left and who praised Kenya, resigned.",
            [
                "relative who: The envoy | say | -",
                "that that: rebels | leave perfect | -",
                "relative who: The envoy | praise | Kenya",
                "root: The envoy | resign | -",
            ],
        ),
    ],
)
def test_a_relative_clause_fills_its_gap_and_interrupts_no_subject(
    clauses, text: str, expected: list[str]
) -> None:
    """The relative pronoun stands for subject or object; the noun's own verb comes after."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Israeli jets attacked a camp used by guerrillas in southern Lebanon.",
            ["root: Israeli jets | attack | a camp", "reduced: a camp | use passive | -"],
        ),
        (
            "A group based in Manila claims to represent the miners.",
            [
                "reduced: A group | base passive | -",
                "root: A group | claim | -",
                "to: A group | represent | the miners",
            ],
        ),
        (
            "Workers affiliated with the Solidarity union stopped work in Gdansk.",
            ["reduced: Workers | affiliate passive | -", "root: Workers | stop | work"],
        ),
        (
            "Protesters angered by the verdict burned cars in Athens.",
            ["reduced: Protesters | anger passive | -", "root: Protesters | burn | cars"],
        ),
        (
            "A man accused of spying for China was sentenced to ten years.",
            [
                "reduced: A man | accuse passive | -",
                "ing of: A man | spy | -",
                "root: A man | sentence passive | -",
            ],
        ),
        (
            "In a letter sent to the Security Council, Libya denied the charge.",
            ["reduced: a letter | send passive | -", "root: Libya | deny | the charge"],
        ),
        (
            "The ministry expelled three diplomats suspected of espionage.",
            [
                "root: The ministry | expel | three diplomats",
                "reduced: three diplomats | suspect passive | -",
            ],
        ),
        (
            "Soldiers guarding the palace fired on the crowd.",
            ["reduced: Soldiers | guard | the palace", "root: Soldiers | fire | -"],
        ),
        (
            "Ethiopia, backed by Cuban troops, pushed the Somali army out of the Ogaden.",
            ["reduced: Ethiopia | back passive | -", "root: Ethiopia | push | the Somali army"],
        ),
        (
            "The agreement, signed in Oslo in 1993, gave the Palestinians limited self-rule.",
            ["reduced: The agreement | sign passive | -", "root: The agreement | give | limited self-rule"],
        ),
        (
            "Spain's king signed the decree dissolving the Cortes.",
            ["root: Spain's king | sign | the decree", "reduced: the decree | dissolve | the Cortes"],
        ),
        (
            "In Lagos, police using tear gas dispersed a crowd protesting against fuel prices.",
            [
                "reduced: police | use | tear gas",
                "root: police | disperse | a crowd",
                "reduced: a crowd | protest | -",
            ],
        ),
        (
            "The premier, asked about the arrests, declined to comment.",
            [
                "reduced: The premier | ask passive | -",
                "root: The premier | decline | -",
                "to: The premier | comment | -",
            ],
        ),
        (
            "The Union of Teachers, the largest in Ghana, accepted an offer that ended the strike.",
            [
                "root: The Union | accept | an offer",
                "relative that: an offer | end | the strike",
            ],
        ),
        (
            "The League, a body linked to the army, investigated the massacre.",
            ["reduced: The League | link passive | -", "root: The League | investigate | the massacre"],
        ),
    ],
)
def test_a_participle_behind_a_noun_describes_it(clauses, text: str, expected: list[str]) -> None:
    """A participle behind a noun is no past tense: the clause has, or still gets, a verb of its own."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb exploded in a Colombo market, killing 12 people.",
            ["root: A bomb | explode | -", "ing: A bomb | kill | 12 people"],
        ),
        (
            "Accusing Rwanda of aggression, Congo closed its border.",
            ["ing: Congo | accuse | Rwanda", "root: Congo | close | its border"],
        ),
        (
            "Turkey sent warships to Cyprus, raising fears of war.",
            ["root: Turkey | send | warships", "ing: Turkey | raise | fears"],
        ),
        (
            "Without naming Pakistan, India condemned the attack.",
            ["ing without: India | name | Pakistan", "root: India | condemn | the attack"],
        ),
        (
            "After meeting the pope, Castro praised the Vatican.",
            ["ing after: Castro | meet | the pope", "root: Castro | praise | the Vatican"],
        ),
        (
            "Restoring order is the first task of the new government.",
            ["subject: - | restore | order", "root: - | be | the first task"],
        ),
        (
            "Speaking in Ankara, the premier said Greek jets had violated Turkish airspace.",
            [
                "ing: the premier | speak | -",
                "root: the premier | say | -",
                "that: Greek jets | violate perfect | Turkish airspace",
            ],
        ),
        (
            "The opposition, fearing arrests, went underground.",
            ["ing: The opposition | fear | arrests", "root: The opposition | go | -"],
        ),
        (
            "The president has refused to sign the bill, arguing that it weakens the courts.",
            [
                "root: The president | refuse perfect | -",
                "to: The president | sign | the bill",
                "ing: The president | argue | -",
                "that that: it | weaken | the courts",
            ],
        ),
        (
            "Fidel Castro accused the CIA of plotting to kill him.",
            [
                "root: Fidel Castro | accuse | the CIA",
                "ing of: the CIA | plot | -",
                "to: the CIA | kill | him",
            ],
        ),
        (
            "Far from ending the war, the bombing of Cambodia widened it.",
            ["ing from: the bombing | end | the war", "root: the bombing | widen | it"],
        ),
        (
            "Villagers accuse the company of poisoning the river.",
            ["root: Villagers | accuse | the company", "ing of: the company | poison | the river"],
        ),
        (
            "Nato planes began bombing Serbia in March 1999.",
            ["root: Nato planes | begin | -", "ing: Nato planes | bomb | Serbia"],
        ),
        (
            "About a dozen students occupied the embassy, demanding the release of their leader.",
            [
                "root: About a dozen students | occupy | the embassy",
                "ing: About a dozen students | demand | the release",
            ],
        ),
        (
            "China has warned the United States against selling jets to Taiwan.",
            ["root: China | warn perfect | the United States", "ing against: China | sell | jets"],
        ),
        (
            "Both sides accused each other of breaking the truce.",
            ["root: Both sides | accuse | each other", "ing of: Both sides | break | the truce"],
        ),
        (
            "Libya was accused by Britain and the United States of planning the attack.",
            ["root: Libya | accuse passive | -", "ing of: Libya | plan | the attack"],
        ),
    ],
)
def test_a_participle_shares_the_subject_of_its_clause(clauses, text: str, expected: list[str]) -> None:
    """Participles beside the main clause, before it, and behind a preposition."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "France urged Algeria to release the hostages.",
            ["root: France | urge | Algeria", "to: Algeria | release | the hostages"],
        ),
        (
            "Kenya agreed to send 1,000 soldiers to Somalia.",
            ["root: Kenya | agree | -", "to: Kenya | send | 1,000 soldiers"],
        ),
        (
            "The general was ordered to leave the country.",
            ["root: The general | order passive | -", "to: The general | leave | the country"],
        ),
        (
            "Britain called on Spain to lift the blockade.",
            ["root: Britain | call | -", "to: Spain | lift | the blockade"],
        ),
        (
            "The emperor vowed not to abdicate.",
            ["root: The emperor | vow | -", "to: The emperor | abdicate negated | -"],
        ),
        (
            "Japan promised the refugees to rebuild the port.",
            ["root: Japan | promise | the refugees", "to: Japan | rebuild | the port"],
        ),
        (
            "The pact helped reduce tension on the border.",
            ["root: The pact | help | -", "to: The pact | reduce | tension"],
        ),
        (
            "The court let the company keep the land.",
            ["root: The court | let | the company", "to: the company | keep | the land"],
        ),
        (
            "They sought to further isolate Pretoria.",
            ["root: They | seek | -", "to: They | isolate | Pretoria"],
        ),
        (
            "Kissinger flew to Beijing to prepare the visit.",
            ["root: Kissinger | fly | -", "to: Kissinger | prepare | the visit"],
        ),
        (
            "Hundreds of thousands of people marched through Caracas to demand the recall of the president.",
            ["root: Hundreds | march | -", "to: Hundreds | demand | the recall"],
        ),
        (
            "Zaire's army is reported to have retaken Kolwezi.",
            ["root: Zaire's army | report passive | -", "to: Zaire's army | retake perfect | Kolwezi"],
        ),
        (
            "He was believed to be hiding in Karachi.",
            ["root: He | believe passive | -", "to: He | hide progressive | -"],
        ),
        (
            "The guerrillas have until Friday to lay down their arms.",
            ["root: The guerrillas | have | -", "to: The guerrillas | lay down | their arms"],
        ),
        (
            "The strike forced the mines to close.",
            ["root: The strike | force | the mines", "to: the mines | close | -"],
        ),
        (
            "The judge, Baltasar Garzon, asked Britain to extradite Pinochet.",
            ["root: The judge | ask | Britain", "to: Britain | extradite | Pinochet"],
        ),
        (
            "The foreign ministers of France, Germany and Italy met in Rome to discuss the crisis.",
            ["root: The foreign ministers | meet | -", "to: The foreign ministers | discuss | the crisis"],
        ),
        (
            "Turkey's decision to send troops angered Greece.",
            ["to: Turkey's decision | send | troops", "root: Turkey's decision | anger | Greece"],
        ),
        (
            "The cabinet will meet on Monday to decide whether to recall the envoy.",
            [
                "root: The cabinet | meet [will] | -",
                "to: The cabinet | decide | -",
                "to: The cabinet | recall | the envoy",
            ],
        ),
    ],
)
def test_an_infinitive_is_done_by_whoever_controls_it(clauses, text: str, expected: list[str]) -> None:
    """Object control, subject control, purpose."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thatcher said that Britain would never surrender the islands.",
            ["root: Thatcher | say | -", "that that: Britain | surrender [would] negated | the islands"],
        ),
        (
            "Reports said rebels had captured the airport.",
            ["root: Reports | say | -", "that: rebels | capture perfect | the airport"],
        ),
        (
            "Officials in Delhi said troops in the north killed three infiltrators.",
            ["root: Officials | say | -", "that: troops | kill | three infiltrators"],
        ),
        (
            "Ghana told the Commonwealth it had freed all detainees.",
            ["root: Ghana | tell | the Commonwealth", "that: it | free perfect | all detainees"],
        ),
        (
            "Uganda said on Friday it had expelled the journalist.",
            ["root: Uganda | say | -", "that: it | expel perfect | the journalist"],
        ),
        (
            "The claim that Syria had used gas was denied by Damascus.",
            ["that that: Syria | use perfect | gas", "root: The claim | deny passive | -"],
        ),
        (
            "Washington demanded that Havana remove the missiles.",
            ["root: Washington | demand | -", "that that: Havana | remove | the missiles"],
        ),
        (
            "Zambia insisted that Rhodesia end the raids.",
            ["root: Zambia | insist | -", "that that: Rhodesia | end | the raids"],
        ),
        (
            "The envoy said the men found in the forest had fled Burma.",
            [
                "root: The envoy | say | -",
                "reduced: the men | find passive | -",
                "that: the men | flee perfect | Burma",
            ],
        ),
        (
            "Portugal admitted that it had lost control of the colony and asked the United Nations for help.",
            [
                "root: Portugal | admit | -",
                "that that: it | lose perfect | control",
                "conj: it | ask perfect | the United Nations",
            ],
        ),
        (
            "Officials in Delhi said troops in the north killed three infiltrators.",
            ["root: Officials | say | -", "that: troops | kill | three infiltrators"],
        ),
        ("It is unclear who ordered the attack.", ["root: It | be | -", "that who: - | order | the attack"]),
        (
            "Nobody knows how the fire began.",
            ["root: Nobody | know | -", "adverbial how: the fire | begin | -"],
        ),
        (
            "The police said the bomb, hidden in a van, killed eight people and injured 40.",
            [
                "root: The police | say | -",
                "reduced: the bomb | hide passive | -",
                "that: the bomb | kill | eight people",
                "conj: the bomb | injure | 40",
            ],
        ),
        (
            "Washington fears that the generals will cancel the vote.",
            ["root: Washington | fear | -", "that that: the generals | cancel [will] | the vote"],
        ),
        (
            "The United Nations says 3,000 refugees a day are crossing into Jordan.",
            ["root: The United Nations | say | -", "that: 3,000 refugees | cross progressive | -"],
        ),
        (
            "An army spokesman denied reports that a cease-fire had collapsed.",
            ["root: An army spokesman | deny | reports", "that that: a cease-fire | collapse perfect | -"],
        ),
        (
            "The president's call for talks was rejected by the rebels.",
            ["root: The president's call | reject passive | -"],
        ),
        (
            "Cairo asked that the observers leave Sinai.",
            ["root: Cairo | ask | -", "that that: the observers | leave | Sinai"],
        ),
        (
            "Critics say the law violates the constitution.",
            ["root: Critics | say | -", "that: the law | violate | the constitution"],
        ),
        (
            "Chad ignored a denial by Libya that its troops had crossed the border.",
            ["root: Chad | ignore | a denial", "that that: its troops | cross perfect | the border"],
        ),
        (
            "Kenya fears that the drought, which began in May, will spread.",
            [
                "root: Kenya | fear | -",
                "relative which: the drought | begin | -",
                "that that: the drought | spread [will] | -",
            ],
        ),
        (
            "He said that if Israel attacked, Jordan would fight.",
            [
                "root: He | say | -",
                "adverbial if: Israel | attack | -",
                "that that: Jordan | fight [would] | -",
            ],
        ),
        (
            "It was the third time that the shuttle had been delayed.",
            ["root: It | be | -", "that that: the shuttle | delay passive perfect | -"],
        ),
        (
            "Reports from Rangoon said that monks had been beaten and that hundreds had been held.",
            [
                "root: Reports | say | -",
                "that that: monks | beat passive perfect | -",
                "that that: hundreds | hold passive perfect | -",
            ],
        ),
    ],
)
def test_what_is_said_is_a_clause_of_its_own(clauses, text: str, expected: list[str]) -> None:
    """Content clauses with and without "that", behind verbs and nouns."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We will not negotiate with terrorists," said President Fujimori.',
            ["root: We | negotiate [will] negated | -", "root: President Fujimori | say | -"],
        ),
        (
            '"The talks have failed," the Finnish mediator said.',
            ["root: The talks | fail perfect | -", "root: the Finnish mediator | say | -"],
        ),
        (
            '"Poland has chosen freedom", declared Walesa, who won the election.',
            [
                "root: Poland | choose perfect | freedom",
                "root: Walesa | declare | -",
                "relative who: Walesa | win | the election",
            ],
        ),
        (
            "Sweden will recall its ambassador from Tehran, the foreign ministry announced Tuesday.",
            ["root: Sweden | recall [will] | its ambassador", "root: the foreign ministry | announce | -"],
        ),
    ],
)
def test_a_speaker_may_stand_behind_the_verb(clauses, text: str, expected: list[str]) -> None:
    """Quotations, inverted and not."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Soviet tanks entered Prague and arrested the reformers.",
            ["root: Soviet tanks | enter | Prague", "conj: Soviet tanks | arrest | the reformers"],
        ),
        (
            "Egypt expelled the advisers, closed the base and recalled its ambassador.",
            [
                "root: Egypt | expel | the advisers",
                "conj: Egypt | close | the base",
                "conj: Egypt | recall | its ambassador",
            ],
        ),
        (
            "Iran blamed Israel and Syria recalled its envoy.",
            ["root: Iran | blame | Israel", "conj: Syria | recall | its envoy"],
        ),
        (
            "The police detained the editor but released her on bail.",
            ["root: The police | detain | the editor", "conj: The police | release | her"],
        ),
        (
            "The premier met Brandt and Pompidou met Heath.",
            ["root: The premier | meet | Brandt", "conj: Pompidou | meet | Heath"],
        ),
        (
            "The US and British forces must leave the Gulf.",
            ["root: The US + British forces | leave [must] | the Gulf"],
        ),
        (
            "The junta has banned strikes and dissolved parliament.",
            ["root: The junta | ban perfect | strikes", "conj: The junta | dissolve perfect | parliament"],
        ),
        (
            "Rhodesian commandos raided camps in Mozambique, killed dozens of refugees and burned the crops.",
            [
                "root: Rhodesian commandos | raid | camps",
                "conj: Rhodesian commandos | kill | dozens",
                "conj: Rhodesian commandos | burn | the crops",
            ],
        ),
        (
            "Neither Britain nor Argentina would discuss sovereignty.",
            ["root: Neither Britain + Argentina | discuss [would] | sovereignty"],
        ),
        (
            "Two senior officers, General Diaz and Colonel Ruiz, were dismissed.",
            ["root: Two senior officers | dismiss passive | -"],
        ),
        (
            "Haiti's army seized power, drove out the president and closed the airport.",
            [
                "root: Haiti's army | seize | power",
                "conj: Haiti's army | drive out | the president",
                "conj: Haiti's army | close | the airport",
            ],
        ),
        (
            "The shelling of Sarajevo has stopped, but snipers are still firing.",
            ["root: The shelling | stop perfect | -", "conj: snipers | fire progressive | -"],
        ),
        (
            "Mugabe called Blair a liar and closed the mission.",
            ["root: Mugabe | call | Blair", "conj: Mugabe | close | the mission"],
        ),
        (
            "Police fired tear gas, beat marchers and made 200 arrests.",
            [
                "root: Police | fire | tear gas",
                "conj: Police | beat | marchers",
                "conj: Police | make | 200 arrests",
            ],
        ),
    ],
)
def test_and_joins_verbs_or_clauses(clauses, text: str, expected: list[str]) -> None:
    """A second verb shares the subject; a second subject starts a clause."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "If Serbia attacks Kosovo, NATO will respond.",
            ["adverbial if: Serbia | attack | Kosovo", "root: NATO | respond [will] | -"],
        ),
        (
            "When the shah fled, crowds filled the streets.",
            ["adverbial when: the shah | flee | -", "root: crowds | fill | the streets"],
        ),
        (
            "Although Peru protested, Ecuador occupied the valley.",
            ["reduced: Peru | protest passive | -", "root: Ecuador | occupy | the valley"],
        ),
        (
            "Because the dam had burst, the villages were flooded.",
            ["adverbial because: the dam | burst perfect | -", "root: the villages | flood passive | -"],
        ),
        ("While in exile, Khomeini attacked the regime.", ["root: Khomeini | attack | the regime"]),
    ],
)
def test_a_subordinate_clause_in_front_waits_for_its_main_clause(
    clauses, text: str, expected: list[str]
) -> None:
    """Fronted subordinate clauses."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "After the army shot two miners, the union called a strike.",
            ["adverbial after: the army | shoot | two miners", "root: the union | call | a strike"],
        ),
        (
            "After the coup, the generals suspended the constitution.",
            ["root: the generals | suspend | the constitution"],
        ),
        (
            "Troops have patrolled Belfast since the riots began.",
            ["root: Troops | patrol perfect | Belfast", "adverbial since: the riots | begin | -"],
        ),
        ("Troops have patrolled Belfast since August.", ["root: Troops | patrol perfect | Belfast"]),
        (
            "Fighting continued until the monsoon came.",
            ["root: Fighting | continue | -", "adverbial until: the monsoon | come | -"],
        ),
        ("Fighting continued until dawn.", ["root: Fighting | continue | -"]),
        (
            "The king spoke as protesters surrounded the palace.",
            ["root: The king | speak | -", "adverbial as: protesters | surround | the palace"],
        ),
        ("Gandhi served as prime minister.", ["root: Gandhi | serve | -"]),
        (
            "Before Vietnam invaded Cambodia, China had warned Hanoi.",
            ["adverbial before: Vietnam | invade | Cambodia", "root: China | warn perfect | Hanoi"],
        ),
        (
            "After the army shot two miners, the union called a strike.",
            ["adverbial after: the army | shoot | two miners", "root: the union | call | a strike"],
        ),
        (
            "More than 200 Tamil refugees have arrived in Madras since the fighting resumed.",
            [
                "root: More than 200 Tamil refugees | arrive perfect | -",
                "adverbial since: the fighting | resume | -",
            ],
        ),
        (
            "The island has been divided since Turkish troops landed in 1974.",
            ["root: The island | divide passive perfect | -", "adverbial since: Turkish troops | land | -"],
        ),
        (
            "Aid workers fear a famine if the rains fail.",
            ["root: Aid workers | fear | a famine", "adverbial if: the rains | fail | -"],
        ),
    ],
)
def test_a_word_that_may_be_preposition_opens_a_clause_only_before_a_verb(
    clauses, text: str, expected: list[str]
) -> None:
    """After, before, since, as, until."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The union made two demands: raise wages and free the prisoners.",
            [
                "root: The union | make | two demands",
                "colon: - | raise | wages",
                "conj: - | free | the prisoners",
            ],
        ),
        (
            "The mediator set one condition: stop the shelling.",
            ["root: The mediator | set | one condition", "colon: - | stop | the shelling"],
        ),
    ],
)
def test_bare_verbs_behind_a_colon_spell_out_what_stands_before_it(
    clauses, text: str, expected: list[str]
) -> None:
    """Demands and conditions listed behind a colon."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India tests missile", ["root: India | test | missile"]),
        ("Rebels seize town in Mali", ["root: Rebels | seize | town"]),
        ("Brazil president quits amid graft probe", ["root: Brazil president | quit | -"]),
        ("Strike halts trains across France", ["root: Strike | halt | trains"]),
        ("UN urges Sudan to end raids", ["root: UN | urge | Sudan", "to: Sudan | end | raids"]),
    ],
)
def test_a_headline_has_a_verb_too(clauses, text: str, expected: list[str]) -> None:
    """The present tense of headlines, without articles."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Pentagon did not confirm the loss.", ["root: The Pentagon | confirm negated | the loss"]),
        ("Seoul will not resume aid.", ["root: Seoul | resume [will] negated | aid"]),
        (
            "Moscow has never recognised the annexation.",
            ["root: Moscow | recognise negated perfect | the annexation"],
        ),
        ("Lebanon may expel the diplomats.", ["root: Lebanon | expel [may] | the diplomats"]),
        (
            "The fleet has been blocking the strait.",
            ["root: The fleet | block perfect progressive | the strait"],
        ),
        ("Talks could have been held in Geneva.", ["root: Talks | hold [could] passive perfect | -"]),
        ("The junta should not be recognised.", ["root: The junta | recognise [should] negated passive | -"]),
        ("The tribes cannot accept the border.", ["root: The tribes | accept [cannot] | the border"]),
        (
            "Iceland is extending its fishing limits.",
            ["root: Iceland | extend progressive | its fishing limits"],
        ),
        ("The deal hasn't been signed.", ["root: The deal | sign negated passive perfect | -"]),
    ],
)
def test_the_verb_group_says_whether_and_when(clauses, text: str, expected: list[str]) -> None:
    """Negation, modals, perfect, progressive."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guerrillas blew up a pipeline in Casanare.", ["root: Guerrillas | blow up | a pipeline"]),
        ("Syria handed over two suspects to Jordan.", ["root: Syria | hand over | two suspects"]),
        ("The Greens pulled out of the coalition.", ["root: The Greens | pull | -"]),
        ("Tokyo called the summit off.", ["root: Tokyo | call off | the summit"]),
        ("Militants carried out three attacks in Nairobi.", ["root: Militants | carry out | three attacks"]),
        ("Delegates walked up the hill.", ["root: Delegates | walk | -"]),
        ("Police broke up the rally.", ["root: Police | break up | the rally"]),
        ("Marines put out the fire.", ["root: Marines | put out | the fire"]),
    ],
)
def test_a_particle_belongs_to_its_verb(clauses, text: str, expected: list[str]) -> None:
    """Before the object, behind it, and not with verbs of going."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The commission called the vote unfair.", ["root: The commission | call | the vote"]),
        ("The Vatican is ready to mediate.", ["root: The Vatican | be | -", "to: The Vatican | mediate | -"]),
        ("There were clashes in Dhaka.", ["root: There | be | clashes"]),
        ("Moscow gave the rebels weapons.", ["root: Moscow | give | weapons"]),
        (
            "The bank agreed to lend Tanzania $50 million.",
            ["root: The bank | agree | -", "to: The bank | lend | $50 million"],
        ),
    ],
)
def test_objects_predicates_and_there_is(clauses, text: str, expected: list[str]) -> None:
    """Two objects, copulas, existential there."""
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya accused Somalia of arming the gunmen.",
            ["root: Kenya | accuse | Somalia", "ing of: Somalia | arm | the gunmen"],
        ),
        (
            "Moscow blamed the rebels for shelling the school.",
            ["root: Moscow | blame | the rebels", "ing for: the rebels | shell | the school"],
        ),
        (
            "The court convicted two officers of torturing prisoners.",
            ["root: The court | convict | two officers", "ing of: two officers | torture | prisoners"],
        ),
    ],
)
def test_what_one_is_accused_of_is_its_own_act(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BOGOTA, March 4 (Reuters) - Ecuador closed the border.",
            ["root: Ecuador | close | the border"],
        ),
        (
            "NEW DELHI, Dec. 13 — Five gunmen stormed the parliament.",
            ["root: Five gunmen | storm | the parliament"],
        ),
        ("LAGOS – Oil workers walked out on Monday.", ["root: Oil workers | walk out | -"]),
    ],
)
def test_the_dateline_is_no_subject(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_a_relative_behind_a_preposition_leaves_no_gap(clauses) -> None:
    assert clauses("The raid, in which twelve sailors were killed, shocked Lisbon.") == [
        "relative in which: twelve sailors | kill passive | -",
        "root: The raid | shock | Lisbon",
    ]


def test_after_a_passive_a_verb_with_an_object_is_active(clauses) -> None:
    assert clauses("The minister was alarmed and urged Iran to stop.") == [
        "root: The minister | alarm passive | -",
        "conj: The minister | urge | Iran",
        "to: Iran | stop | -",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1960 Cuba sent a letter.", ["root: Cuba | send | a letter"]),
        ("By 1999 NATO had three new members.", ["root: NATO | have | three new members"]),
        ("In March 1982 Argentina landed troops.", ["root: Argentina | land | troops"]),
    ],
)
def test_a_name_behind_a_year_is_a_group_of_its_own(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 5 May 1998 rebels killed two men; a driver died when a truck, hurrying to help, hit him.",
            "root: rebels | kill | two men",
        ),
        (
            "On 30 January 1972 soldiers shot dead 13 marchers; Dublin, which recalled its envoy, protested.",
            "root: soldiers | shoot | 13 marchers",
        ),
        (
            "In March police arrested a bishop; the Vatican, which had kept silent, protested.",
            "root: police | arrest | a bishop",
        ),
        (
            "On 18 March Islamabad summoned the ambassador, a former general, and announced a boycott.",
            "root: Islamabad | summon | the ambassador",
        ),
        (
            "In July 1961 Tunis recalled its envoy, Habib Bourguiba's son, and closed the port.",
            "root: Tunis | recall | its envoy",
        ),
        (
            "On Tuesday Ankara barred the ship, a tanker, and expelled its crew.",
            "root: Ankara | bar | the ship",
        ),
    ],
)
def test_the_noun_behind_a_date_is_the_subject_of_its_verb(clauses, text: str, expected: str) -> None:
    assert clauses(text)[0] == expected
