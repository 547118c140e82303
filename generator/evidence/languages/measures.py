"""Words for what things are measured in, each with the unit that it names; those of one unit are told as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# The unit, and the words for it. A ton is mostly a tonne, and who writes of a kilo means a kilogram.
_UNITS = """
second|sec, secs, seconde, secondes
minute|min, mins
hour|hr, hrs, heure, heures
day|jour, jours, journée, journées
week|semaine, semaines
fortnight|quinzaine de jours
month|mois
year|yr, yrs, an, ans, année, années
decade|décennie, décennies
century|centuries, siècle, siècles
millimetre|mm, millimeter, millimètre
centimetre|cm, centimeter, centimètre
metre|meter, mètre, mètres
kilometre|km, kms, kilometer, kilomètre
mile|mi
yard|yards
foot|feet, ft
inch|inches
hectare|ha
acre|acres
square metre|sq m, sqm, square meter, mètre carré, mètres carrés
square kilometre|sq km, square kilometer, kilomètre carré, kilomètres carrés
square mile|sq mi
square foot|square feet, sq ft
cubic metre|cubic meter, mètre cube, mètres cubes
cubic kilometre|cubic kilometer
cubic foot|cubic feet
microgram|µg, μg, mcg, microgramme
milligram|mg, milligramme
gram|g, gramme
kilogram|kg, kilo, kilos, kilogramme
tonne|ton, tons, metric ton, metric tons
ounce|oz
stone|
millilitre|ml, milliliter, millilitre
litre|liter
gallon|gal
barrel|bbl, baril, barils
watt|
kilowatt|kw
megawatt|mw, mégawatt
gigawatt|gw, gigawatt
terawatt|tw, térawatt
kilowatt-hour|kwh, kilowatt hour
megawatt-hour|mwh, megawatt hour
gigawatt-hour|gwh, gigawatt hour
terawatt-hour|twh, terawatt hour, térawattheure
volt|
kilovolt|kv
hertz|hz
kilohertz|khz
megahertz|mhz
gigahertz|ghz
megabyte|mb
gigabyte|gb
terabyte|tb
becquerel|
sievert|
millisievert|msv
nautical mile|nautical miles
bushel|
knot|nœud, nœuds
degree celsius|degrees celsius, degrees centigrade
degree fahrenheit|degrees fahrenheit
"""
LONGEST = 3  # words


def _spelt() -> Iterator[tuple[str, str]]:
    for row in _UNITS.strip().splitlines():
        unit, _, others = row.partition("|")
        words = [word for word in (unit, *others.split(", ")) if word]
        for word in words:
            yield from ((word, unit), (f"{word}s", unit))


UNITS: Mapping[str, str] = dict(_spelt())
