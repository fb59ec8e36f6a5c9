"""The rules, one module per subject; ``sayso.check.registry`` imports them all."""
