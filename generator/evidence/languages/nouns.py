"""Nouns of French that are often counted, with the English words for them: what tells two things of a list apart.

Each row has all the words by which what it names is told, so that a word that is missing is none of those of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_FRENCH = """
vol, vols|theft, thefts, stolen, stealing, robbery, robberies, flight, flights, larceny
cambriolage, cambriolages|burglary, burglaries, burgled, break-in, break-ins
homicide, homicides, meurtre, meurtres|homicide, homicides, murder, murders, murdered, killing, killings
agression, agressions|assault, assaults, attack, attacks, mugging, muggings
incendie, incendies|fire, fires, blaze, blazes, arson
accident, accidents|accident, accidents, crash, crashes
femme, femmes|woman, women, female, females, wife, wives
homme, hommes|man, men, male, males
fille, filles|girl, girls, daughter, daughters
garçon, garçons|boy, boys, son, sons
enfant, enfants|child, children, kid, kids, minor, minors
adulte, adultes|adult, adults, grown-up, grown-ups
mère, mères|mother, mothers
père, pères|father, fathers
élève, élèves, écolier, écoliers|pupil, pupils, student, students, schoolchildren, child, children
étudiant, étudiants, étudiante, étudiantes|student, students, undergraduate, undergraduates
enseignant, enseignants, professeur, professeurs|teacher, teachers, professor, professors, staff
médecin, médecins|doctor, doctors, physician, physicians
infirmier, infirmiers, infirmière, infirmières|nurse, nurses
malade, malades, patient, patients|patient, patients, sick
mort, morts, décès, tué, tués|dead, death, deaths, died, killed, fatality, fatalities, lives
blessé, blessés|injured, wounded, hurt, injuries
disparu, disparus|missing
policier, policiers|police, policeman, policemen, officer, officers
pompier, pompiers|firefighter, firefighters, fireman, firemen
soldat, soldats, militaire, militaires|soldier, soldiers, troops, servicemen
civil, civils|civilian, civilians
ouvrier, ouvriers|worker, workers, workman, workmen, labourer, labourers
cadre, cadres|manager, managers, executive, executives
salarié, salariés, employé, employés|employee, employees, worker, workers, staff, job, jobs
chômeur, chômeurs|unemployed, jobless
retraité, retraités|pensioner, pensioners, retired, retiree, retirees
agriculteur, agriculteurs, paysan, paysans|farmer, farmers, peasant, peasants
pêcheur, pêcheurs|fisherman, fishermen, fisher, fishers, angler, anglers
marin, marins|sailor, sailors, seaman, seamen, seafarer, seafarers
touriste, touristes|tourist, tourists, visitor, visitors
habitant, habitants|inhabitant, inhabitants, resident, residents, people, person
étranger, étrangers|foreigner, foreigners, foreign
locataire, locataires|tenant, tenants, renter, renters
propriétaire, propriétaires|owner, owners, landlord, landlords, homeowner, homeowners
vente, ventes|sale, sales, sold
achat, achats|purchase, purchases, bought, buying
exportation, exportations|export, exports, exported
importation, importations|import, imports, imported
bénéfice, bénéfices|profit, profits, earnings
perte, pertes|loss, losses
recette, recettes|revenue, revenues, takings, receipts
dépense, dépenses|spending, expenditure, expense, expenses, expenditures, outlay
salaire, salaires|wage, wages, pay, salary, salaries
loyer, loyers|rent, rents
prix|price, prices, cost, costs, prize
impôt, impôts|tax, taxes
emprunt, emprunts, prêt, prêts|loan, loans, borrowing
naissance, naissances|birth, births, born
mariage, mariages|marriage, marriages, wedding, weddings
divorce, divorces|divorce, divorces
maison, maisons|house, houses, home, homes
appartement, appartements|flat, flats, apartment, apartments
logement, logements|dwelling, dwellings, home, homes, housing, flat, flats, unit, units
bureau, bureaux|office, offices, desk, desks
école, écoles|school, schools
collège, collèges|college, colleges, school, schools
lycée, lycées|lycée, lycées, school, schools
hôpital, hôpitaux|hospital, hospitals
prison, prisons|prison, prisons, jail, jails
église, églises|church, churches
voiture, voitures, automobile, automobiles|car, cars, automobile, automobiles, vehicle, vehicles, carriage, carriages
camion, camions|lorry, lorries, truck, trucks
vélo, vélos|bicycle, bicycles, bike, bikes
train, trains|train, trains, rail
avion, avions|aeroplane, plane, planes, aircraft, airliner, airliners, flight, flights
bateau, bateaux|boat, boats, ship, ships, vessel, vessels
navire, navires|ship, ships, vessel, vessels
chien, chiens|dog, dogs
chat, chats|cat, cats
vache, vaches|cow, cows, cattle
mouton, moutons|sheep
cochon, cochons, porc, porcs|pig, pigs, hog, hogs, pork
poule, poules|hen, hens, chicken, chickens
cheval, chevaux|horse, horses
oiseau, oiseaux|bird, birds
arbre, arbres|tree, trees
blé|wheat
maïs|maize, corn
orge|barley
vin, vins|wine, wines
bière, bières|beer, beers
pain|bread
lait|milk
viande, viandes|meat
légume, légumes|vegetable, vegetables
poisson, poissons|fish
pétrole|oil, petroleum
gaz|gas
charbon|coal
électricité|electricity, power
essence|petrol, gasoline, fuel
gazole|diesel, fuel
"""


def _translated() -> Iterator[tuple[str, frozenset[str]]]:
    for row in _FRENCH.strip().splitlines():
        french, _, english = row.partition("|")
        yield from ((word, frozenset(english.split(", "))) for word in french.split(", "))


# By the code of the language: its nouns, each with the English words for it.
NOUNS: Mapping[str, Mapping[str, frozenset[str]]] = {"fr": dict(_translated())}
