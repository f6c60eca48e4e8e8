"""The pages: one question each, told from top to bottom in `page()`. File name = URL."""
