"""Figures as a report has them: numbers, quantities with their units, and what each is said of."""
