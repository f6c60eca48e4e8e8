"""What everything rests on: Daten, Methodik."""
