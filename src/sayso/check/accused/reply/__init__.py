"""Who is blamed in a report, whether they answer, and whether published reports would let them."""
