"""Live writing: a server that keeps the site in memory and makes pages as they are asked for."""

RESTART = 75
"""The exit status of a server that is to be started anew."""
