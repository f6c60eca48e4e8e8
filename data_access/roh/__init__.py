"""The raw side: true counts in a database of their own. Imported by itself, `analysis/freigabe` and `commands`."""
