"""Lines of the page around an article are passed over; no real paragraph is, however much it looks like one."""

import pytest

from generator.drafting.boilerplate import boilerplate, page_line
from generator.evidence.text import normalise, paragraphs

TITLE = "Bakers end their walkout"
SENTENCE = "The ferry left the yard on Monday with 200 people on board and sailed for the outer islands."
PAGE = {
    "button of the page": (
        *("Skip to main content", "Menu", "100% Font Size", "Open menu", "Aller au contenu", "Back to top"),
        *("Show earlier posts", "View all 9 comments", "Afficher les articles suivants", "Voir les 6 photos"),
        *("Cite this study", "Download the full dossier (PDF, 3 MB)", "Citer cette étude", "Je m'abonne"),
        *("Terms of use | Cookies", "Mentions légales · Contact", "Enlarge image", "Agrandir la photo"),
    ),
    "menu of the page": (
        *("News | Sport | Gardens | Obituaries", "Home > News > Finance", "World · Business · Science"),
    ),
    "cookie notice": (
        "Cookies on this site",
        "We value your privacy. Accept | Reject",
        "This site stores cookies so that pages load faster. Accept cookies | Cookie settings",
    ),
    "newsletter box": (
        *("Subscribe to our Gardens newsletter for a tip each Friday", "Inscrivez-vous à notre newsletter"),
        "Liked this story? Join 4,000 gardeners and bakers.",
        "Join over 900 subscribers of our Sunday bulletin.",
        "Curieux ? Rejoignez nos 700 lecteurs de la lettre du mardi",
        *("You are receiving this newsletter because you asked for it.", "Trouble reading this message? Look here"),
    ),
    "prompt to share": (*("Share on Facebook", "Copy link", "WhatsApp", "Partager", "Follow @tribune on X"),),
    "prompt for comments": (
        *("Comments (12)", "What do you think? Share your thoughts below!", "0 comments"),
        *("Réagir (7)", "8 réactions"),
    ),
    "link to other pages": (
        *("Read more: Six ways to prune", "À lire aussi : Les tarifs", "Read next: Fares"),
        *(
            "You might enjoy: Ten hedges",
            "Vous aimerez aussi : Dix haies",
            "More harbours: https://gardens.example/harbours",
        ),
    ),
    "line of a live page": (
        *("Live updates", "Follow our reporters in the valley as the water rises.", "What we know so far"),
        "Our reporter Eva Moe, on the town bridge:",
        *("We are closing this blog now. Good night.", "This live blog is now closed."),
    ),
    "prompt of the page": (
        *("Catch up on our app.", "Is this page useful?", "Was this article helpful?"),
        "That's all from us tonight. You can read the whole report here.",
        *("Send a letter to the editor", "Suggest a correction", "Soumettre un témoignage", "Écrire à la rédaction"),
    ),
    "advertisement": (*("Advertisement", "Publicité", "The story continues below this advertisement"),),
    "credit line": (
        *("(Reporting by Eva Moe and Per Lie; Editing by Ida Holm)", "Interview: Eva Moe", "(Avec AFP)"),
        *("Propos recueillis par Élodie Roux", "eml/pl", "EM // PL"),
        "Garden Week reporter Per Lie in Bergen contributed to this story.",
    ),
    "byline": (
        *("By Eva Moe and Per Lie", "By Karin Lund, Health Correspondent", "Par Élodie Roux, à Brest"),
        *("Ida Holm, business reporter", "By the Garden Week markets desk", "Web editor: Ida Holm"),
    ),
    "day of the page": (
        *("18 September 2024", "9 May 2025, 07:15", "17:42", "Published: 07:15, 9 May 2025", "3 min read"),
        *("Publié le 3 juin 2024 à 18h05, mis à jour le 4 juin", "Pontelle, le 3 octobre 2024"),
    ),
    "label of a press release": (
        *(
            "FOR IMMEDIATE RELEASE",
            "For immediate release: 3 May 2025",
            "Press statement",
            "ENDS",
            "Communiqué de presse",
        ),
    ),
    "heading, or contact": (
        *("Notes to editors", "Media contact", "Background", "Contact presse", "About the Garden Society"),
    ),
    "contact": (
        "Ida Holm in Bergen | ida.holm@gardens.example | +47 22 00 11 22",
        *("Out of hours: +47 900 11 222", "To arrange interviews, email press@gardens.example"),
        *("For more information contact Ida Holm", "For media queries, call +47 22 00 11 22"),
        "Readers' desk: 0800 11 22 33 (toll-free)",
    ),
    "label of the page": (
        *("From: Office of the Mayor", "Tags: ferries, fares", "Source: Nordwire", "(Applause)"),
        *("DOI: 10.5555/gw.17", "Suggested topics: Ferries, Hedges", "Thèmes associés : haies, ferries"),
        *("UPDATE 3", "WRAPUP 1", "2nd lead", "ALERTE", "(End of statement)", "Transcript ends"),
    ),
    "line of the page": (
        *("Read this e-mail in your browser", "Web version", "Unsubscribe here", "Ouvrir cette infolettre en ligne"),
        *("Se désabonner", "Obituary: page 30"),
    ),
    "note of an agency": (
        *(
            "(Recasts with vote of the bakers)",
            "(Updates prices; adds comment by mayor.)",
            "(Ajoute la grève du lundi)",
            "* Adds comments of the bakers, price of flour",
        ),
        "(This May 3 story has been corrected to fix the name of the ferry)",
    ),
    "line between parts": (*("###", "* * *"),),
    "caption or picture credit": (
        *("The greenhouse at dawn. Image Credit: Ida Holm/Bergen Post", "Getty Images"),
        *("Photograph: the valley from above, last week. Credit: I. Holm", "Le ferry à quai. © Anna Berg"),
        "Photo 3 of 8: The lock after the flood",
        "Image 2 sur 4 La halle aux poissons avant l'incendie",
        "Item 2 of 3 Hens cross a quay in Harn, May 3, 2024. Quaywire/Eva Moe",
        "Hens cross a quay in Harn, May 3, 2024. Quaywire/Eva Moe",
        "To buy prints of pictures in this issue, call 22 00 11 22.",
        "Pour commander une photo de la fête, écrivez au journal.",
    ),
    "notice of rights": (
        *("Copyright © 2024. Garden Media House. All rights reserved.", "Tous droits réservés"),
        *("Buy reprints", "Obtain syndication rights", "Rights & Permissions", "Acquérir les droits de diffusion"),
    ),
    "disclaimer": (
        "The opinions in letters belong to their writers; this paper need not share them.",
        *("All opinions are the author's own.", "Views aired by guests are theirs alone."),
        "Les propos tenus ici n'engagent que leur auteur.",
        "This column is not meant as medical advice.",
        "Nothing in this newsletter constitutes a recommendation or advice.",
        "Past performance is not a reliable guide to future returns.",
        "Cette infolettre est publiée à titre purement informatif.",
        "Ce site ne remplace pas un avis médical.",
    ),
    "imprint": (
        "This newspaper adheres to the code of the press council.",
        "Garden Aid is a registered charity (no. 1100200).",
    ),
    "note on the page": (
        *("This article was first published by the Herald.", "The interview has been edited for length and clarity."),
        "This live page was amended at noon. The mayor, we wrongly wrote, had resigned.",
        "An earlier version of this story misspelled the name of the ferry.",
        "Correction, 4 May: Our story on the lock wrongly gave its depth as 40 metres.",
        "The headline of this story has been changed. The lock is shut, and not sold.",
        "We have corrected this article: the mill closed in 1931.",
        "Cette brève a été corrigée le 3 mai : le maire n'a pas démissionné.",
        "Une version précédente de cet article attribuait le pont au mauvais village.",
        "Rectificatif : notre article donnait à tort 40 mètres de fond à l'écluse.",
    ),
    "prompt to pay": (
        *("Donate now", "You have reached your limit of free articles."),
        *("Subscribe to keep reading", "Abonnez-vous pour lire la fin", "Connectez-vous pour poursuivre votre lecture"),
    ),
}
REAL = (
    "You are receiving this message because the dam has failed, read the alert that 40,000 people got.",
    "(Adds that the mayor resigned on Monday, and 40 aides with her.)",
    "(With new elections due in May, nobody expects the law to pass.)",
    "This bulletin was updated on Monday to warn of 3-metre waves on the whole coast.",
    "The picture of the mayor in this newsletter was changed, and 40 parents complained.",
    "This information is not legal advice, and 40 families lost their homes because they thought it was.",
    "Our site is for information only, the ministry wrote of its register, which 400 farmers use.",
    "To purchase a picture by Munch, visit Oslo: that is what 400 collectors did.",
    "Enjoying this? Get used to 40 degrees, the mayor wrote on Tuesday.",
    "Vous recevez ce message parce que le barrage a cédé, annonçait l'alerte.",
    "Notre site à titre indicatif compte 40 salariés et ferme en mai.",
    "Cette légende a été modifiée au fil des siècles.",
    *("You can buy cookies at the fair, where 400 were baked.", "You can hear the sea again, said Anna Berg."),
    *(
        "Register for the ferry by 12 May, the council told islanders.",
        "This article of the treaty was amended in 2019.",
    ),
    *(
        "Pictures by the accused were shown to the court on Monday.",
        "The article may not be published, the judge ruled.",
    ),
    *("Thank you for the 40 years that you gave to this town.", "Found guilty of a mistake, he paid 400 kroner."),
    *(
        "The council says that you can have your say on the plan until 12 May.",
        "See the bridge again and you will weep.",
    ),
    "See the lanterns drift down the valley on the eve of 12 January, when the mills stop.",
    *("Home owners must leave by Sunday.", "Share prices fell in Bergen after the vote."),
    *("Support for the plan fell to 40 percent.", "More than 300 people marched."),
    *("By Friday the port will be closed to ships.", "Research by the institute shows that a pound saves four."),
    *("The newsletter was sent to 400 members.", "Published in 1931, the book names 212 harbours."),
    *("About 60 boats took part.", "The newspaper is not responsible for the fall, the judge said."),
    "Contact with the boat was lost at 17:42 on Sunday.",
    "The statement does not reflect the position of the government, she said.",
    *("Comments by the minister drew protests.", "Save the Children opened a clinic in the town."),
    "Listen to the islanders, the report says, or lose them.",
    "Follow the money and you will find the bank, said Anna Berg.",
    "Get here early: the first 200 visitors pay nothing.",
    *("The Garden Society is a charity that opened its first hothouse in 1902.", '"Nobody told us," said Anna Berg.'),
    *("The views from the tower are its own reward.", "Opinions of the judges were their own, Berg said."),
    *("About Gardens, the minister said little.", "For details of the fall, call no witness, the judge ruled."),
    *("Four died.", "The company's website, harbour.example, lists 40 ships."),
    *("Updated rules come into force on 4 June 2024.", "Partager l'eau du lac reste impossible, a dit le maire."),
    *("Par ailleurs, 40 bateaux ont coulé dans la tempête.", "Publié en 1931, le livre cite 212 ports."),
    "Le contact avec le bateau a été perdu dimanche.",
    *("The interview was edited by the palace before it was shown.", "The report was first published in 1998."),
    "We are closing the page of the treaty that nobody read, she told them.",
    *("Corrections: the jail holds 400 men, and the report was amended.", "We corrected the story, said the mayor."),
    *(
        "This bulletin was corrected after the storm killed 4 people.",
        "This newsletter has been updated weekly since 1931.",
    ),
    "Enjoyed this? The mayor did, and paid 400 kroner.",
    *("(Updates to the plan were refused.)", "(Corrigé en 1990 par le Sénat.)", "Les plus lus : 40 romans."),
    *("Join the 400 people who signed our letter to the king.", "Most popular: the tram, with 40 percent."),
    "Cette brève a été modifiée par le ministère avant la guerre.",
    "Connectez-vous pour accéder aux secours, dit la préfecture.",
    *("Correction officers found that this report was changed.", "Correction of the dam will take two years."),
    "An earlier version of this article of the constitution described the king as holy.",
    *("This site gave tax advice to 400 farmers.", "Past performance is no guide, the mayor warned."),
    *("This information, which had leaked, was not part of the legal advice.", "The information is not legal advice."),
    *("Item 1 of 12 on the list was the tram.", "Item 1 of 12: The council approved the tram."),
    *("(The report was a forgery.)", "(Changes to the plan were refused.)", "(Add the eggs and stir.)"),
    *("Join the people who signed the letter to the king.", "The tram stops here: 400 people use it each day."),
    *(
        "To order photographs of the accused, the police had to call a judge.",
        "She won the race in 1999. Lie came third.",
    ),
    *(
        "Proposer une trêve reste son but.",
        "Ce texte a été modifié par le Sénat.",
        "Le pont a été corrigé de 3 degrés.",
    ),
    *("La première version de cet article de loi indiquait 40 ans.", "Abonnez-vous est un mot qu'il n'aime pas."),
    *("Cet article a été modifié par les députés.", "Réagir (23 fois par heure) épuise les agents."),
)


def skipped(*lines: str, title: str = TITLE, outlets: tuple[str, ...] = ()) -> dict[int, str]:
    """The numbers of the paragraphs that are passed over, with their reasons."""
    runs = boilerplate(paragraphs("\n".join(lines)), title, outlets)
    return {number: why for span, why in runs for number in range(span.first, span.last + 1)}


@pytest.mark.parametrize(("why", "line"), [(why, line) for why, lines in PAGE.items() for line in lines])
def test_a_line_of_the_page_says_why(why: str, line: str) -> None:
    assert page_line(normalise(line)) == why
    assert skipped(SENTENCE, line) == {2: why}


@pytest.mark.parametrize("line", REAL)
def test_no_real_paragraph_is_passed_over(line: str) -> None:
    assert skipped(TITLE, SENTENCE, line, SENTENCE, line) == {1: "the title, which stands in the article's record"}


def test_the_head_of_a_page_is_passed_over_up_to_the_first_sentence() -> None:
    head = ("Valley Courier", TITLE, "Ida Holm", "Home News Sport Weather Jobs Gardens")
    named = "a name at the head of the page"
    title = "the title, which stands in the article's record"
    assert skipped(*head, SENTENCE, "Ida Holm") == {1: named, 2: title, 3: named, 4: named}
    assert skipped("Channel 7 Harn", TITLE, SENTENCE) == {1: named, 2: title}
    assert skipped(f"WRAPUP 2-{TITLE}", SENTENCE) == {1: title}
    assert skipped(SENTENCE, "Valley Courier", outlets=("Valley Courier",)) == {2: "the name of the outlet"}


def test_sections_beside_a_bar_are_passed_over_at_the_head_alone() -> None:
    rubric = "Research | Small harbours"
    assert skipped(rubric, TITLE, SENTENCE)[1] == "a section at the head of the page"
    assert skipped(TITLE, SENTENCE, rubric, SENTENCE) == skipped(TITLE, SENTENCE, SENTENCE)
    for table in (
        ("Research | won by greens", "Weather | won by reds"),
        ("Research | 40 votes",),
        ("Harn | between two locks",),
    ):
        assert skipped(*table, SENTENCE) == {}


def test_headings_are_questions_numbers_quotations_and_short_lines_over_text() -> None:
    lines = ("The harbour is closed", "Who pays?", "'Nobody should swim tonight'", "2. What was agreed")
    for line, why in zip(lines, ("heading", "question as a heading", "heading", "numbered heading"), strict=True):
        assert skipped(SENTENCE, line, SENTENCE) == {2: why}
    for line in ("The harbour is closed", "'Nobody should swim tonight'"):
        assert skipped(SENTENCE, line) == {}
    assert skipped(SENTENCE, '"The loan will be a bridge to spring."', "- Anna Berg, Director", SENTENCE) == {}
    assert skipped(SENTENCE, '"Who pays for it?"', SENTENCE) == {}


def test_what_stands_under_a_list_of_other_pages_belongs_to_it() -> None:
    lines = (
        "Most read",
        "Eight soups for a frosty night",
        "Should cats wear bells?",
        SENTENCE,
        "Eight more soups",
    )
    assert skipped(SENTENCE, *lines) == dict.fromkeys((2, 3, 4), "link to other pages")
    for opens in ("Explore more on this story", "Suggested reading", "Plus sur ce sujet", "Dossiers associés"):
        assert skipped(SENTENCE, opens, "Eight soups", SENTENCE) == dict.fromkeys((2, 3), "link to other pages")
