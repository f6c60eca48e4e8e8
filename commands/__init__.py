"""What an installation can be told to do, behind `cli.py` and the worker. May reach the raw side."""
