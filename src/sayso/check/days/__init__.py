"""Days, dates and spans of time, told once or twice."""
