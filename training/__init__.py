"""Data to model, reproducible from one command: ``python -m training.train``."""
