"""Kennzahlen: one record each, and the pure formulas over protected counts and population."""
