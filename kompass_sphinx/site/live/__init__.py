"""Live writing: a server that keeps the site in memory and makes pages as they are asked for."""

# Exit statuses of one process of the server: it failed, could not have its port, or is to be started anew.
FAILED, NO_PORT, RESTART = 1, 2, 75
