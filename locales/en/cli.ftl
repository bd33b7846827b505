word-error = error
word-warning = warning
word-note = note
word-hint = help
