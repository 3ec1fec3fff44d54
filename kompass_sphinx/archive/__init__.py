"""All evaluations together, and the questions one may ask of them. Knows nothing of HTML."""
