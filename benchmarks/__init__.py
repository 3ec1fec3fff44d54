"""Measurements: never part of the tests, since a machine's pace is not a rule."""
