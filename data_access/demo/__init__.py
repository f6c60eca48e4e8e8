"""The labelled demonstration: invented figures of two real Kreise, made by pure functions, without a database.

Nothing here is a count of real persons. The populations are shaped by official totals, the case numbers by
published anchors of Land and Bund; every figure carries the word "synthetisch".
"""
