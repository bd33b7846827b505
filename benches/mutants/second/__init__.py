"""The second hand: other words, other frames and other places for the same kinds of defects, and kinds that the first lacked."""

from second import days, facts, privacy, publishing, redaction, structure, sums, tables, typography, wording  # noqa: F401 (each adds its kinds)
