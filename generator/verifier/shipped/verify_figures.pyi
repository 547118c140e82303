from generator.evidence.figures import *
