"""The papers of a meeting as Word files."""
