from generator.evidence.amounts import Answer as Answer
from generator.evidence.amounts import exclude as exclude
from generator.evidence.amounts import named as named
from generator.evidence.amounts import side_by_side as side_by_side
from generator.evidence.amounts import spelt as spelt
from generator.evidence.amounts import stated as stated
