"""Who is given the words: one construction of English after the other."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from typing import Any

import pytest

from quotes import extract

from .cases import check, fails, name

M = "Mira Danforth"
O = "Oskar Brandt"  # noqa: E741 - the other one of two

# fmt: off
AFTER = [
    ("“We will wait,” Mira Danforth said.", ("We will wait,", M, M, "said")),
    ("“We will wait,” said Mira Danforth.", ("We will wait,", M, M, "said")),
    ("“We will wait,” Mira Danforth said on Monday.", ("We will wait,", M)),
    ("“We will wait,” said Mira Danforth in Oslo on Monday.", ("We will wait,", M)),
    ("“Will they wait?” asked Mira Danforth.", ("Will they wait?", M, M, "asked")),
    ("“Never!” Mira Danforth shouted.", ("Never!", M, M, "shouted")),
    ("“We will wait …” Mira Danforth began.", ("We will wait …", M)),
    ("“We will wait”, Mira Danforth wrote.", ("We will wait", M)),
    ("“We will wait” – Mira Danforth told reporters.", ("We will wait", M)),
    ("“We will wait,” Mira Danforth has said.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth is saying.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth would later say.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth then quietly added.", ("We will wait,", M)),
    ("“We will wait,” tweeted Mira Danforth.", ("We will wait,", M, M, "tweeted")),
    ("“We will wait,” says Mira Danforth.", ("We will wait,", M, M, "says")),
    ("“We will wait,” Mira Danforth told parliament.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth told Oskar Brandt.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth said in a letter to Oskar Brandt.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth warned Oskar Brandt on Friday.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth was quoted as saying.", ("We will wait,", M)),
    ("“We will wait,” read a statement by Mira Danforth.", ("We will wait,", ("statement", M), M)),
    ("“We will wait,” a senior official said.", ("We will wait,", "senior official", None)),
    ("“We will wait,” said one diplomat, who asked not to be named.", ("We will wait,", "diplomat", None)),
    ("“We will wait,” the protesters chanted.", ("We will wait,", "protesters", None)),
    ("“We will wait,” read one banner.", ("We will wait,", "banner", None)),
]
BEFORE = [
    ("Mira Danforth said: “We will wait.”", ("We will wait.", M, M, "said")),
    ("Mira Danforth said, “We will wait.”", ("We will wait.", M, M, "said")),
    ("Mira Danforth said “we will wait” on Monday.", ("we will wait", M)),
    ("Mira Danforth said that “we will wait” for them.", ("we will wait", M)),
    ("Mira Danforth said on Monday that her side would “wait and see.”", ("wait and see.", M)),
    ("Mira Danforth said the talks were “a start” and “no more than that.”", ("a start", M), ("no more than that.", M)),
    ("Mira Danforth told parliament: “We will wait.”", ("We will wait.", M, M, "told")),
    ("Mira Danforth told Oskar Brandt: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth told Oskar Brandt that she would “wait.”", ("wait.", M)),
    ("Mira Danforth asked Oskar Brandt, “Will you wait?”", ("Will you wait?", M)),
    ("Mira Danforth called the plan “a gift.”", ("a gift.", M, M, "called")),
    ("Mira Danforth described Oskar Brandt as “a patient man.”", ("a patient man.", M)),
    ("Mira Danforth accused Oskar Brandt of “hiding the map.”", ("hiding the map.", M)),
    ("Mira Danforth criticised Oskar Brandt’s “endless delays.”", ("endless delays.", M)),
    ("Mira Danforth denied that the harbour was “for sale.”", ("for sale.", M)),
    ("Mira Danforth promised Oskar Brandt “all the time he needs.”", ("all the time he needs.", M)),
    ("In a tweet, Mira Danforth wrote: “We will wait.”", ("We will wait.", M)),
    ("On Monday, Mira Danforth said in Oslo: “We will wait.”", ("We will wait.", M)),
    ("After he met Oskar Brandt, Mira Danforth said: “We will wait.”", ("We will wait.", M)),
    ("Asked about Oskar Brandt, Mira Danforth said: “We will wait.”", ("We will wait.", M)),
    ("Speaking beside Oskar Brandt in Oslo, Mira Danforth said: “We will wait.”", ("We will wait.", M)),
    ("When Oskar Brandt left, Mira Danforth said, “We will wait.”", ("We will wait.", M)),
    ("Although Oskar Brandt said no, Mira Danforth said: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth, in a letter to Oskar Brandt, wrote: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth said of Oskar Brandt: “He waits.”", ("He waits.", M)),
    ("Mira Danforth, on Oskar Brandt: “He waits.”", ("He waits.", M)),
    ("Said Mira Danforth: “We will wait.”", ("We will wait.", M)),
    ("Replied Mira Danforth, “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth: “We will wait.”", ("We will wait.", M)),
    ("A senior official said: “We will wait.”", ("We will wait.", "senior official", None)),
    ("Officials in Oslo said the talks were “open.”", ("open.", "Officials", None)),
]
ACCORDING = [
    ("According to Mira Danforth, “we will wait.”", ("we will wait.", M, M, "According to")),
    ("Mira Danforth met reporters. According to her, “we will wait.”", ("we will wait.", "her", M)),
    ("Otto Danforth met reporters. The talks were “open,” according to him.", ("open,", "him", "Otto Danforth")),
    ("“We will wait,” according to Mira Danforth.", ("We will wait,", M, M, "according to")),
    ("The talks were “open,” according to Mira Danforth.", ("open,", M)),
    ("The talks were “open” and would go on, according to Mira Danforth.", ("open", M)),
    ("The talks were “open,” according to a statement by Mira Danforth.", ("open,", M)),
    ("The talks were “open,” according to a statement from Mira Danforth.", ("open,", M)),
    ("The talks were “open,” according to Mira Danforth’s letter.", ("open,", "Mira Danforth’s letter", M)),
    ("The talks were “open,” according to the envoy, Mira Danforth.", ("open,", "envoy", M)),
    ("The talks were “open,” according to a senior official.", ("open,", "senior official", None)),
    ("The talks were “open,” in the words of Mira Danforth.", ("open,", M)),
    ("The talks were, in Mira Danforth’s words, “open.”", ("open.", M)),
    ("As Mira Danforth put it, “we will wait.”", ("we will wait.", M)),
    ("“We will wait,” as Mira Danforth put it.", ("We will wait,", M)),
    ("The plan was “late,” as the envoy puts it.", ("late,", "the envoy", None)),
    ("“We will wait,” as Mira Danforth left it.", ("We will wait,", None)),
    ("The talks were “open,” in Mira Danforth’s words.", ("open,", M)),
    ("In the words of Mira Danforth, the talks were late and “open.”", ("open.", M)),
    ("In the words of one diplomat, the talks were “late but open.”", ("late but open.", "one diplomat", None)),
    ("Mira Danforth left early. It was, in her words, “late.”", ("late.", "her words", M)),
    ("It was a play on words with the phrase “open gate.”", ("open gate.", None)),
]
APPOSITION = [
    ("“We will wait,” said Mira Danforth, the envoy.", ("We will wait,", M)),
    ("“We will wait,” said Mira Danforth, an official of the Ministry of Trade.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth, the envoy, said.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth, a spokeswoman for Oskar Brandt, said.", ("We will wait,", M)),
    ("“We will wait,” said Mira Danforth, 44, a baker from Lund.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth, 44, said.", ("We will wait,", M)),
    ("“We will wait,” said spokeswoman Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said Foreign Minister Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” Foreign Ministry spokeswoman Mira Danforth said.", ("We will wait,", M)),
    ("“We will wait,” the Veldanian foreign minister, Mira Danforth, said.", ("We will wait,", "minister", M)),
    ("“We will wait,” the foreign minister of Veldania, Mira Danforth, said.", ("We will wait,", "minister", M)),
    ("“We will wait,” said the foreign minister, Mira Danforth.", ("We will wait,", "minister", M)),
    ("“We will wait,” said Veldania’s foreign minister, Mira Danforth.", ("We will wait,", "minister", M)),
    ("“We will wait,” said the foreign minister of Veldania, Mira Danforth.", ("We will wait,", "minister", M)),
    ("“We will wait,” said Mira Danforth, who leads the Veldanian team.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth, who leads the team, said.", ("We will wait,", M)),
    ("Mira Danforth, who met Oskar Brandt in May, said: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth, whose brother is the mayor, said: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth, the envoy who met Oskar Brandt, said: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth, an official of the Ministry of Trade, tweeted: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth (Veldania) said: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth, Veldania’s envoy, told the council that it was “time.”", ("time.", M)),
    ("Mira Danforth, after meeting Oskar Brandt, said the talks were “open.”", ("open.", M)),
    ("Mira Danforth – the envoy – said: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth of the Harbour Union said: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth from Lund said: “We will wait.”", ("We will wait.", M)),
    ("“We will wait,” said Mira Danforth of the Harbour Union.", ("We will wait,", M)),
    ("“We will wait,” said Mira Danforth, chair of the Harbour Union and a friend of Oskar Brandt.", ("We will wait,", M)),
    ("“We will wait,” said Mira Danforth, a spokeswoman for the ministry, adding that Oskar Brandt would come.", ("We will wait,", M)),
]
SPLIT = [
    ("“We will wait,” Mira Danforth said, “and then we will go.”", (("We will wait,", "and then we will go."), M)),
    ("“We,” said Mira Danforth, “will wait.”", (("We,", "will wait."), M)),
    ('"We will wait," Mira Danforth said, "and then go."', (("We will wait,", "and then go."), M)),
    ("“We will wait,” Mira Danforth told reporters, “and then we will go.”", (("We will wait,", "and then we will go."), M)),
    ("“We will wait,” said Mira Danforth, the envoy, “and then we will go.”", (("We will wait,", "and then we will go."), M)),
    ("“We will wait,” Mira Danforth said. “Then we will go.”", ("We will wait,", M), ("Then we will go.", M)),
    ("“We will wait,” said Mira Danforth. “Then we will go. It is time.”", ("We will wait,", M), ("Then we will go. It is time.", M)),
    ("“We will wait,” Mira Danforth said, adding: “Then we will go.”", ("We will wait,", M), ("Then we will go.", M)),
    ("“We will wait,” she said, adding, “Then we will go.” Mira Danforth smiled.", ("We will wait,", "she", None), ("Then we will go.", "she", None)),
    ("“We will wait,” Mira Danforth said, speaking of the ferries, “and leave then.”", (("We will wait,", "and leave then."), M)),
    ("“We will wait,” Mira Danforth said and added, “Then we go.”", ("We will wait,", M), ("Then we go.", M)),
    ("“If they ask,” Mira Danforth said – “and they will ask – we will wait.”", (("If they ask,", "and they will ask – we will wait."), M)),
    ("“No,” said Mira Danforth. “Yes,” said Oskar Brandt.", ("No,", M), ("Yes,", O)),
    ("“No,” Mira Danforth said. “Yes,” Oskar Brandt said.", ("No,", M), ("Yes,", O)),
    ("Mira Danforth said, “No.” Oskar Brandt said, “Yes.”", ("No.", M), ("Yes.", O)),
    ("Mira Danforth said “no” and Oskar Brandt said “yes.”", ("no", M), ("yes.", O)),
    ("Mira Danforth called it “a gift”; Oskar Brandt called it “a trap.”", ("a gift", M), ("a trap.", O)),
    ("While Mira Danforth called it “a gift,” Oskar Brandt called it “a trap.”", ("a gift,", M), ("a trap.", O)),
]
SECOND_VERB = [
    ("Mira Danforth smiled and said, “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth did not mention the port but vowed, “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth thanked Oskar Brandt and said: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth met Oskar Brandt on Monday and told him: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth rejected the plan, calling it “a gift.”", ("a gift.", M)),
    ("Mira Danforth left the talks, saying: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth met Oskar Brandt, adding, “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth thanked the hosts, describing the talks as “warm.”", ("warm.", M)),
    ("Mira Danforth responded to Oskar Brandt by saying, “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth ended her speech by quoting a song: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth took to Twitter to call the plan “a gift.”", ("a gift.", M)),
    ("Mira Danforth went on to say that it was “a gift.”", ("a gift.", M)),
    ("Mira Danforth used her speech to call Oskar Brandt “a patient man.”", ("a patient man.", M)),
    ("Mira Danforth declined to say whether it was “over.”", ("over.", M)),
    ("Mira Danforth issued a statement saying: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth sent Oskar Brandt a letter that said: “We will wait.”", ("We will wait.", ("letter", M), M)),
    ("Mira Danforth gave a speech in which she said: “We will wait.”", ("We will wait.", "she", M)),
    ("Mira Danforth said the talks, which Oskar Brandt left on Monday, were “not over.”", ("not over.", M)),
    ("Mira Danforth said the envoy who met Oskar Brandt was “a patient man.”", ("a patient man.", M)),
]
PASSIVE = [
    ("The plan was called “a gift” by Mira Danforth.", ("a gift", M)),
    ("The plan, called “a gift” by Mira Danforth, failed.", ("a gift", M)),
    ("Oskar Brandt was described by Mira Danforth as “a patient man.”", ("a patient man.", M)),
    ("Oskar Brandt was described as “a patient man” by Mira Danforth.", ("a patient man", M)),
    ("Oskar Brandt was accused of “delay” by Mira Danforth.", ("delay", M)),
    ("Oskar Brandt was told by Mira Danforth: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth was quoted as saying: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth is said to have called the plan “a gift.”", ("a gift.", M)),
    ("The talks were “open,” the ministry quoted Mira Danforth as saying.", ("open,", M)),
    ("The agency quoted Mira Danforth as saying: “We will wait.”", ("We will wait.", M)),
]
RELATIVE = [
    ("The plan pleased Mira Danforth, who called it “a gift.”", ("a gift.", "who", M)),
    ("The plan was read by Mira Danforth, who said: “We will wait.”", ("We will wait.", "who", M)),
    ("Oskar Brandt was answered by Mira Danforth, who said: “We will wait.”", ("We will wait.", "who", M)),
    ("Oskar Brandt thanked Mira Danforth, who had called him “a patient man.”", ("a patient man.", "who", M)),
    ("The plan, which Mira Danforth called “a gift,” failed.", ("a gift,", M)),
    ("The plan that Mira Danforth has called “a gift” failed.", ("a gift", M)),
    ("Mira Danforth, who called the plan “a gift,” met Oskar Brandt.", ("a gift,", "who", M)),
    ("Oskar Brandt left what Mira Danforth called “a good room.”", ("a good room.", M)),
    ("In what Mira Danforth called “a good week,” the talks went on.", ("a good week,", M)),
]
DASH_AND_COLON = [
    ("“We will wait.” – Mira Danforth", ("We will wait.", M)),
    ("“We will wait.” — Mira Danforth, envoy", ("We will wait.", M)),
    ("“We will wait.” — Mira Danforth of Lund", ("We will wait.", M)),
    ("“We will wait.” — Danforth in Lund said no.", ("We will wait.", None)),
    ("“We will wait.”\n\n— Mira Danforth", ("We will wait.", M)),
    ("“We will wait,” – envoy Mira Danforth.", ("We will wait,", M)),
    ("Mira Danforth had this to say:\n\n“We will wait.”", ("We will wait.", M)),
    ("Mira Danforth tweeted:\n\n“We will wait.”", ("We will wait.", M)),
    ("Oskar Brandt left. Mira Danforth wrote on her page:\n\n“We will wait.”", ("We will wait.", M)),
    ("And from Mira Danforth:\n\n“We will wait.”", ("We will wait.", M)),
    ("“No,” said Oskar Brandt.\n\nAnd from Commissioner Mira Danforth: “We will wait.”", ("No,", O), ("We will wait.", M)),
    ("The envoy had this to say:\n\n“We will wait for the rain.”\n\nMira Danforth left.", ("We will wait for the rain.", "The envoy", None)),
    ("Oskar Brandt, on the ferries: “They wait.”", ("They wait.", O)),
    fails("introduction with a colon, without a verb of saying", "Mira Danforth had one word for the plan: “Gift.”", ("Gift.", M)),
    ("Mira Danforth’s answer was short: “No.”", ("No.", (M, "answer"), M)),
    ("When Oskar Brandt died in May, Mira Danforth released the following statement:\n\n“We will wait for the boats.”", ("We will wait for the boats.", M)),
    ("The boats are late.\n\nStated Mira Danforth:\n\n“We will wait for the boats.”", ("We will wait for the boats.", M)),
    ("Oskar Brandt cited Mira Danforth’s references to the harbour as “a gift” to both.", ("a gift", M, M)),
    ("According to the Harbour Times, Mira Danforth said the talks would be “open.”", ("open.", M)),
    ("Mira Danforth claims the plan is “a gift to both sides.”", ("a gift to both sides.", M, M, "claims")),
    ("The Harbour Times reports:\n\n“We will wait for the boats.”", ("We will wait for the boats.", "Harbour Times")),
    ("Oskar Brandt left over Mira Danforth’s remarks about the “last mile.”", ("last mile.", M, M)),
    ("The union left after her March comment that “the boats stay.” Mira Danforth was mayor then.", ("the boats stay.", "her March comment", None)),
    ("“We will wait,” Mira Danforth and Oskar Brandt said.", ("We will wait,", M)),
    ("“We will wait!” beamed Mira Danforth.", ("We will wait!", M)),
    ("“We will wait.” Mira Danforth said.", ("We will wait.", M)),
    ("It was late, with Mira Danforth saying it was “no day for boats.”", ("no day for boats.", M)),
    fails("the owner of an answer, a reply, a word", "The answer of Mira Danforth was short: “No.”", ("No.", (M, "answer"), M)),
    ("Mira Danforth’s statement read: “We will wait.”", ("We will wait.", "Mira Danforth’s statement", M)),
    ("In a statement, Mira Danforth was clear: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth was clear: “We will wait.”", ("We will wait.", M)),
    fails("a gesture in the sentence before", "Mira Danforth shook her head. “We will wait.”", ("We will wait.", M)),
    fails("a dash as the only mark", "– We will wait, said Mira Danforth.", ("We will wait,", M)),
]
CONTINUES = [
    ("Oskar Brandt said: “No.”\n\n“It is late.\n\n“It is dark,” said Mira Danforth.", ("No.", O), (("It is late.", "It is dark,"), M)),
    ("“It is late,” Oskar Brandt said. “We go.\n\n“It is dark,” added Mira Danforth.", ("It is late,", O), ("We go.", O), ("It is dark,", M)),
    ("“It is late,” Oskar Brandt said. “We go.\n\n“It is dark,” he added.", ("It is late,", O), (("We go.", "It is dark,"), O)),
    ("“It is hard,” said Mira Danforth. “And it is late.” Oskar Brandt nodded.", ("It is hard,", M), ("And it is late.", M)),
    ("“It is hard,” said Mira Danforth. Oskar Brandt disagreed. “It is late.”", ("It is hard,", M), ("It is late.", O)),
    ("“It is hard,” said Mira Danforth. Oskar Brandt was less sure. “It is late.”", ("It is hard,", M), ("It is late.", O)),
    ("The clerks noted it: Mira Danforth remarked, “It is late.”", ("It is late.", M)),
    ("“No,” said Mira Danforth.\n\n“It is late.”", ("No,", M), ("It is late.", M)),
    ("“No,” said Mira Danforth. “It is late.”\n\n“We will go.”", ("No,", M), ("It is late.", M), ("We will go.", M)),
    ("Mira Danforth said the talks were open.\n\n“We will wait.”", ("We will wait.", M)),
    ("Mira Danforth said the talks were open. “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth disagreed. “We will wait.”", ("We will wait.", M)),
    ("“No,” said Mira Danforth.\n\nOskar Brandt disagreed.\n\n“We will go.”", ("No,", M), ("We will go.", O)),
    ("“No,” said Mira Danforth.\n\nOskar Brandt disagreed. “We will go.”", ("No,", M), ("We will go.", O)),
    ("“No,” said Mira Danforth.\n\nNot so for Oskar Brandt. “We will go.”", ("No,", M), ("We will go.", O)),
    ("“No,” said Mira Danforth. Not so for Oskar Brandt. “We will go.”", ("No,", M), ("We will go.", O)),
    ("“No,” said Mira Danforth at the ferry of Oskar Brandt. “We will go.”", ("No,", M), ("We will go.", M)),
    ("“No,” said Mira Danforth.\n\n“Yes,” said Oskar Brandt.\n\n“It is time.”", ("No,", M), ("Yes,", O), ("It is time.", O)),
    ("“It is late. We will go,” said Mira Danforth. The talks had been “long,” she said.", ("It is late. We will go,", M), ("long,", "she", M)),
    ("“One.\n\n“Two,” said Mira Danforth.", (("One.", "Two,"), M)),
    ("“One,” said Mira Danforth. “Two.\n\n“Three.”", ("One,", M), (("Two.", "Three."), M)),
    ("Mira Danforth said: “One.\n\n“Two.\n\n“Three.”\n\nOskar Brandt left.", (("One.", "Two.", "Three."), M)),
    ("Mira Danforth said: “One. Two.”\n\nThe talks were “open,” she said.", ("One. Two.", M), ("open,", "she", M)),
]
AGENCIES = [
    ("“We will wait,” Mira Danforth told Reuters.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth said, reported the agency.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth said, the Veldanian News Agency reported.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth said, according to the Lund Herald.", ("We will wait,", M)),
    ("Mira Danforth said “we will wait,” the Lund Herald reported.", ("we will wait,", M)),
    ("The Lund Herald reported that Mira Danforth said: “We will wait.”", ("We will wait.", M)),
    ("“We will wait,” state television quoted Mira Danforth as saying.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth was quoted as saying by the Lund Herald.", ("We will wait,", M)),
    ("“We will wait,” Mira Danforth was quoted by state television as saying.", ("We will wait,", M)),
    ("Mira Danforth told the Lund Herald: “We will wait.”", ("We will wait.", M)),
    ("In an interview with the Lund Herald, Mira Danforth said: “We will wait.”", ("We will wait.", M)),
    ("Mira Danforth, quoted by the Lund Herald, said: “We will wait.”", ("We will wait.", M)),
    ("Oskar Brandt recalled that Mira Danforth told him, “Wait.”", ("Wait.", M)),
    ("Oskar Brandt said that Mira Danforth had told the council, “We will wait.”", ("We will wait.", M)),
    ("According to Oskar Brandt, Mira Danforth told him: “We will wait.”", ("We will wait.", M)),
    ("“We will wait,” Oskar Brandt quoted Mira Danforth as saying.", ("We will wait,", M)),
    ("“We will wait,” said Mira Danforth, who called Oskar Brandt “a patient man.”", ("We will wait,", M), ("a patient man.", "who", M)),
    ("Oskar Brandt, who was called “a patient man” by Mira Danforth, left.", ("a patient man", M)),
    ("The Harbour Times called Mira Danforth “the keeper of the harbour.”", ("the keeper of the harbour.", "Harbour Times")),
    ("Oskar Brandt says Mira Danforth called him “a patient man.”", ("a patient man.", M)),
]
TRANSCRIPTS = [
    ("MIRA DANFORTH: No. I said, “Borders are old.”", ("Borders are old.", "I", M)),
    ("“DANFORTH: We will wait.”", ("We will wait.", "DANFORTH", "Danforth")),
    ("Mira Danforth met Oskar Brandt.\n\n“DANFORTH: We will wait.\n\n“BRANDT: We will go.”", ("We will wait.", "DANFORTH", M), ("We will go.", "BRANDT", O)),
    ("Mira Danforth spoke.\n\n“MIRA DANFORTH: We will wait.”", ("We will wait.", "MIRA DANFORTH", M)),
    ("FOREIGN MINISTER DANFORTH: “We will wait.”\n\nQUESTION: “Why?”\n\nFOREIGN MINISTER DANFORTH: “You know.”",
        ("We will wait.", "DANFORTH", "Danforth"), ("Why?", "QUESTION", None), ("You know.", "DANFORTH", "Danforth")),
    ("MIRA DANFORTH, MINISTER OF WATER: “We will wait.”", ("We will wait.", "MIRA DANFORTH", M)),
    ("Mr. BRANDT (Velmora) said that it was “late”.", ("late", "BRANDT", "Brandt")),
    ("- Mira Danforth: “We will wait.”\n- Oskar Brandt: “We will go.”", ("We will wait.", M), ("We will go.", O)),
    ("Danforth: ‘We will wait’\n\nMira Danforth spoke in Lund on Monday, and all were glad to hear her.", ("We will wait", None)),
]
OTHER_MARKS = [
    ('"We will wait," Mira Danforth said.', ("We will wait,", M)),
    ("«We will wait», said Mira Danforth.", ("We will wait", M)),
    ("„We will wait“, said Mira Danforth.", ("We will wait", M)),
    ("``We will wait,'' said Mira Danforth.", ("We will wait,", M)),
    ("‘We will wait,’ said Mira Danforth.", ("We will wait,", M)),
    ("'We will wait,' said Mira Danforth.", ("We will wait,", M)),
    ("Mira Danforth said: «We will wait.»", ("We will wait.", M)),
    ("“He told me ‘never,’” said Mira Danforth.", ("He told me ‘never,’", M)),
    ("“We will wait,”\u00a0said\u00a0Mira\u00a0Danforth.", ("We will wait,", "Mira\u00a0Danforth", "Mira Danforth")),
    ("“ We will wait, ” said Mira Danforth .", ("We will wait,", M)),
    ("<p>“We will wait,” said <b>Mira Danforth</b>.</p>", ("We will wait,", M)),
]
# fmt: on


@pytest.mark.parametrize("case", AFTER, ids=name)
def test_speaker_behind_the_words(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", BEFORE, ids=name)
def test_speaker_before_the_words(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", ACCORDING, ids=name)
def test_according_to(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", APPOSITION, ids=name)
def test_roles_and_asides_between_name_and_verb(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", SPLIT, ids=name)
def test_split_in_two_and_side_by_side(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", SECOND_VERB, ids=name)
def test_second_verb_of_one_subject(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", PASSIVE, ids=name)
def test_passive(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", RELATIVE, ids=name)
def test_relative_clauses(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", DASH_AND_COLON, ids=name)
def test_dashes_and_introductions(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", CONTINUES, ids=name)
def test_words_that_go_on(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", AGENCIES, ids=name)
def test_whoever_only_reports_is_not_the_speaker(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", TRANSCRIPTS, ids=name)
def test_labels_of_a_transcript(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", OTHER_MARKS, ids=name)
def test_attribution_is_the_same_for_all_marks(case: Any) -> None:
    check(*case)


def test_the_rule_is_named_and_measured() -> None:
    (a,) = extract("“We will wait,” said Mira Danforth.").attributions
    assert a.rule == "after_verb"
    assert a.confidence is not None
    assert a.confidence > 0.9
