"""Where things come from: databases, the cube store, boundaries, files. The only floor with SQL."""
