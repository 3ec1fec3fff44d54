"""From the text of a file to the model, or to every problem in it with its place."""
