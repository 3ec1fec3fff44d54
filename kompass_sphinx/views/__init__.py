"""What each page shows, as plain frozen data: archive to view. Knows nothing of Sphinx or HTML tags."""
