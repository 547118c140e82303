from generator.evidence.figures import Figure as Figure
from generator.evidence.figures import FigureReader as FigureReader
from generator.evidence.figures import computed_forms as computed_forms
from generator.evidence.figures import contradicted as contradicted
from generator.evidence.figures import entails as entails
from generator.evidence.figures import miscomputed as miscomputed
from generator.evidence.figures import proves as proves
