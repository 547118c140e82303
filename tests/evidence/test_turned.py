"""What a clause sets aside, puts off, excepts or compares, and who does it: what turns it is flagged, and only that."""

import pytest

from generator.evidence.languages import FRENCH
from tests.evidence.test_rereading import Case, marks
from tests.invented import fact

CASES = (
    # what nearly happened
    Case(
        "The mill came within an inch of closing last winter, when its wheel froze and nobody had oil to spare.",
        "came within an inch of closing last winter",
        "The mill almost closed.",
        "The mill closed.",
        "possibility",
    ),
    Case(
        "The ferry narrowly missed the pier in the fog and moored an hour later at the old quay with a torn flag.",
        "narrowly missed the pier in the fog",
        "In the fog the ferry nearly struck the pier.",
        "In the fog the ferry rammed the pier.",
        "possibility",
    ),
    Case(
        "The old pump nearly froze in the hard night, and the cook of the inn had carried a stove to it by dawn.",
        "The old pump nearly froze in the hard night",
        "In the hard night the old pump almost froze.",
        "In the hard night the old pump froze.",
        "possibility",
    ),
    # what is still to come
    Case(
        "The harbour office will pay half of the cost of the new lamp and the village the rest, its clerk wrote.",
        "will pay half of the cost of the new lamp",
        "The harbour office is to bear half of the cost of the new lamp.",
        "The harbour office carries half of the cost of the new lamp.",
        "future",
    ),
    # what is put off
    Case(
        "The club voted to defer its choice of a new trainer until the roof of the hall is mended and dry again.",
        "voted to defer its choice of a new trainer",
        "The club will choose a trainer later.",
        "The club chose a new trainer.",
        "future",
    ),
    # what is set aside
    Case(
        "The bakery plans to break even this year rather than to lose its savings on flour, its owner told guests.",
        "to break even this year rather than to lose its savings",
        "The bakery plans to come out even this year and hopes not to lose any savings.",
        "The bakery plans to lose its savings this year.",
        "negation",
    ),
    # exceptions
    Case(
        "The ward banned every toy of the old kind, save for those of plain wood, which the nurses wash each night.",
        "banned every toy of the old kind, save for those of plain wood",
        "The ward banned the toys of the old kind, except for wooden ones.",
        "The ward banned every toy of the old kind.",
        "quantity",
    ),
    Case(
        "The new tram serves every street of the old town except the market, where the paving is too soft for rails.",
        "serves every street of the old town except the market",
        "The new tram serves all streets of the old town but for the market, which is the only exception.",
        "The new tram serves every street of the old town, including the market.",
        "quantity",
    ),
    Case(
        "In five of the parish's villages the pump ran dry by noon, and the priest had water brought up by cart.",
        "In five of the parish's villages the pump ran dry",
        "The pump of five villages in the parish was dry.",
        "In all but five of the villages in the parish the pump was dry.",
        "quantity",
    ),
    Case(
        "Guests should not go without boots to the mill in March, the clerk says, for the meadow is under water.",
        "Guests should not go without boots to the mill",
        "Guests should go to the mill only with boots, the clerk says.",
        "Guests should go to the mill without boots, the clerk says.",
        "negation",
    ),
    # whatever a condition says
    Case(
        "The kiosk may open on the beach in June unless a neighbour objects, as one did in the spring of last year.",
        "may open on the beach in June unless a neighbour objects",
        "The kiosk may open in June if no neighbour objects.",
        "The kiosk may open in June even if a neighbour objects.",
        "condition",
    ),
    # refusals
    Case(
        "The sisters waived their wages for the second spring running, so that the school could buy a new stove.",
        "The sisters waived their wages for the second spring",
        "For the second spring the sisters took no wages.",
        "The sisters drew their wages for the second spring.",
        "negation",
    ),
    Case(
        "The vet advises against giving the drops to foals without a scale, since a few of them are sick for days.",
        "The vet advises against giving the drops to foals",
        "Foals should not have the drops, according to the vet.",
        "The vet advises giving the drops to foals.",
        "negation",
    ),
    Case(
        "The police dropped the case against the miller in May after the only sack of proof had been eaten by mice.",
        "dropped the case against the miller in May",
        "The case against the miller fell apart in May.",
        "In May the police brought the case against the miller.",
        "negation",
    ),
    # what somebody only thinks of
    Case(
        "Half of the guards had considered leaving the tower at night, when the bell is loud and the stairs are wet.",
        "Half of the guards had considered leaving the tower",
        "Half of the guards had thought about leaving the tower.",
        "Half of the guards had left the tower.",
        "possibility",
    ),
    # an accusation, told as proved
    Case(
        "The miller accused the baker of watering the milk in May, and both of them left the inn by the back door.",
        "The miller accused the baker of watering the milk",
        "The miller accused the baker of having watered milk.",
        "The miller proved that the baker had watered the milk.",
        "claim",
    ),
    # kept and lost, won and drawn, like and unlike
    Case(
        "The baker narrowly held her seat on the council after two counts, and her rival went home by the last tram.",
        "The baker narrowly held her seat on the council",
        "The baker keeps her seat.",
        "The baker lost her seat.",
        "direction",
    ),
    Case(
        "The gulls from the harbour played out a goalless draw with the crows on Sunday, and all the pies were sold.",
        "played out a goalless draw with the crows on Sunday",
        "The gulls and the crows drew without a goal.",
        "The gulls defeated the crows.",
        "direction",
    ),
    Case(
        "Contrary to the older map, the new one shows a spring below the chapel, though a dry one in most summers.",
        "Contrary to the older map, the new one shows a spring",
        "Unlike the older map, the new one has a spring.",
        "In line with the older map, the new one has a spring.",
        "direction",
    ),
    # which figure took the place of which
    Case(
        "The wells stand at 71 percent of their height, compared with 58 percent in the spring of the year before.",
        "stand at 71 percent of their height, compared with 58 percent",
        "The wells are at 71 percent, up from 58 percent.",
        "The wells are at 58 percent, down from 71 percent.",
        "owner",
    ),
    Case(
        "The guard first spoke of 900 guests but later revised the number to 1,400, which the cook did not believe.",
        "spoke of 900 guests but later revised the number to 1,400",
        "The guard revised the number of guests from 900 to 1,400.",
        "The guard revised the number of guests from 1,400 to 900.",
        "owner",
    ),
    # more or less than was expected
    Case(
        "Sales of lamps fell by less than the dealers had forecast in May, and those of oil for them did not change.",
        "fell by less than the dealers had forecast in May",
        "Sales of lamps fell less than was expected.",
        "Sales of lamps fell more than was expected.",
        "owner",
    ),
    # since when
    Case(
        "The catch was the lowest since 1998 in both of the bays, and the smokehouse let two of its women go home.",
        "The catch was the lowest since 1998 in both of the bays",
        "The catch had not been so low since 1998.",
        "The catch was at its lowest in 1998.",
        "owner",
    ),
    Case(
        "The rower from the north reached her first final in four years on a lake that was as flat as a table top.",
        "reached her first final in four years on a lake",
        "The rower reached her first final in four years.",
        "The rower reached the first final of her career.",
        "owner",
    ),
    # what a number does, and what it tells
    Case(
        "Among the cooks, 60 said that they would stay in town, and 12 had packed their knives before the feast.",
        "60 said that they would stay in town, and 12 had packed",
        "Twelve of the cooks had packed, and 60 said that they would stay.",
        "The cooks said that 60 had packed their knives.",
        "owner",
    ),
    Case(
        "The bridge has 31 lamps, nine of which had never been lit, a clerk found when he counted them at night.",
        "has 31 lamps, nine of which had never been lit",
        "Of the 31 lamps of the bridge, nine had never been lit.",
        "None of the 31 lamps of the bridge had ever been lit.",
        "owner",
    ),
    Case(
        "Orders by post climbed 9 percent in the shop last year and now bring in as much as the counter does.",
        "Orders by post climbed 9 percent in the shop",
        "Orders by post grew by 9 percent.",
        "Orders by post make up 9 percent of the sales.",
        "owner",
    ),
    Case(
        "The baker beat the miller by 12 votes in the third count, at a time when the inn had long been shut.",
        "beat the miller by 12 votes in the third count",
        "The baker was 12 votes ahead of the miller.",
        "The baker was elected with 12 votes.",
        "owner",
    ),
    # of which of two opposites
    Case(
        "The jury acquitted the skipper of theft in May but found him guilty of sailing without a lamp at night.",
        "acquitted the skipper of theft in May but found him guilty of sailing",
        "The jury cleared the skipper of theft, but he is guilty of sailing without a lamp.",
        "The jury found the skipper guilty of theft.",
        "roles",
    ),
    Case(
        "Prices of bread rose in the north of the island but fell in the south, where two mills work day and night.",
        "Prices of bread rose in the north of the island but fell in the south",
        "In the south bread became cheaper, and its prices fell.",
        "Prices of bread rose in the south.",
        "roles",
    ),
    # what was feared, asked for, reached, late, or so because of something
    Case(
        "The pilots had feared waves of nine metres, but the wind turned at night and the ferry sailed at dawn.",
        "The pilots had feared waves of nine metres",
        "The waves of nine metres that the pilots had feared did not come.",
        "The pilots measured waves of nine metres.",
        "possibility",
    ),
    Case(
        "The tenants asked the judge to lift the ban on goats, and he took the papers home to read them by the fire.",
        "The tenants asked the judge to lift the ban on goats",
        "The tenants want the judge to lift the ban on goats.",
        "The judge lifted the ban on goats for the tenants.",
        "obligation",
    ),
    Case(
        "One mill in six missed the target for clean water last spring, which surprised nobody who fishes there.",
        "One mill in six missed the target for clean water",
        "A sixth of the mills missed the target for clean water.",
        "A sixth of the mills met the target for clean water.",
        "direction",
    ),
    Case(
        "The masons finished the new quay two years ahead of schedule, and the harbour band played until it rained.",
        "finished the new quay two years ahead of schedule",
        "The masons were done with the quay two years early.",
        "The masons finished the quay two years late.",
        "direction",
    ),
    Case(
        "Thanks to the warm spring the growers sold more cherries than they had trees for, and nobody asked how.",
        "Thanks to the warm spring the growers sold more cherries",
        "The growers sold more cherries because of the warm spring.",
        "The growers sold more cherries despite the warm spring.",
        "direction",
    ),
    Case(
        "The inn has repaid 40 of the 65 crowns it borrowed from the smith, and the smith still drinks there.",
        "has repaid 40 of the 65 crowns it borrowed",
        "The inn has repaid 40 crowns of the 65.",
        "The inn borrowed 40 crowns from the smith.",
        "owner",
    ),
    Case(
        "The miller wants to widen the slow brook behind the mill, and to plant the banks with willows after that.",
        "The miller wants to widen the slow brook behind the mill",
        "The miller hopes to widen the brook.",
        "The miller does not want to widen the brook.",
        "negation",
    ),
    # adopted and rejected, victory and defeat
    Case(
        "The motion on the goats was carried by 31 votes to 20 after a debate in which the mayor spoke four times.",
        "The motion on the goats was carried by 31 votes to 20",
        "The motion was carried by 31 votes to 20.",
        "The motion was rejected by 31 votes to 20.",
        "direction",
    ),
    Case(
        "The baker conceded defeat an hour later, though nobody had counted the box from the lighthouse by then.",
        "The baker conceded defeat an hour later",
        "The baker admitted defeat.",
        "The baker claimed victory.",
        "direction",
    ),
    # more and fewer, dead and missing
    Case(
        "The tram carried 7 percent more guests than a year before, and the bus about as many as in other summers.",
        "carried 7 percent more guests than a year before",
        "The tram had 7 percent more guests than a year before.",
        "The tram had 7 percent fewer guests than a year before.",
        "owner",
    ),
    Case(
        "After the landslide 14 people are missing in the valley, and the road to the mill is under nine feet of mud.",
        "After the landslide 14 people are missing in the valley",
        "The landslide left 14 people missing.",
        "The landslide killed 14 people.",
        "owner",
    ),
    Case(
        "It was their first win over the millers since 2011, and the landlord gave every one of them a cheese.",
        "It was their first win over the millers since 2011",
        "They had their first win over the millers since 2011.",
        "They won over the millers for the first time ever.",
        "owner",
    ),
    # who did it
    Case(
        "Jane Doe accused the board of the yard of hiding a letter, which the harbour master Ole Lund calls a tale.",
        "Jane Doe accused the board of the yard of hiding a letter",
        "Jane Doe accused the yard's board of hiding a letter.",
        "Ole Lund accused the board of the yard of hiding a letter.",
        "roles",
    ),
    Case(
        "Swimming stays free for children, but guests must pay four crowns an hour from the first of June onwards.",
        "but guests must pay four crowns an hour",
        "Guests must pay four crowns an hour.",
        "Children must pay four crowns an hour.",
        "roles",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.wrong)
def test_a_turned_fact_is_to_be_read_again_and_an_honest_one_is_not(case: Case) -> None:
    assert case.mark in marks(case.text, fact(case.wrong, case.passage))
    assert marks(case.text, fact(case.honest, case.passage)) == ()


BOAT = "La barque a failli couler puis a atteint la jetée avec deux rames cassées et un passager très inquiet."


def test_what_nearly_happened_is_not_told_of_what_did_happen_then() -> None:
    """In a French sentence, too, of which each verb has a clause of its own."""
    reached = "puis a atteint la jetée avec deux rames cassées"
    assert marks(BOAT, fact("The boat reached the jetty with two broken oars.", reached), FRENCH) == ()
    assert "negation" in marks(BOAT, fact("The boat never reached the jetty.", reached), FRENCH)
    assert "possibility" in marks(BOAT, fact("The boat sank.", "La barque a failli couler puis"), FRENCH)
