"""Scores on annotated reports."""

import os

# What is measured is one thread's time; numpy's own threads would wait beside it at full load.
os.environ.setdefault("OMP_NUM_THREADS", "1")
