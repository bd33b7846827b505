"""The second hand: other words, other frames and other places for the same kinds of defects, and kinds that the first lacked."""

# Each adds its kinds.
from second import days, facts, privacy, publishing, redaction, sites, structure, sums, tables, typography, wording  # noqa: F401
