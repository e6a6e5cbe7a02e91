"""From text to sentences of tagged words, noun groups and clauses."""
