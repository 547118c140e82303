from generator.evidence.sense import MARK_OF_KIND as MARK_OF_KIND
from generator.evidence.sense import Difference as Difference
from generator.evidence.sense import Grammar as Grammar
from generator.evidence.sense import Marks as Marks
from generator.evidence.sense import Placed as Placed
from generator.evidence.sense import differences as differences
