"""Parts of the page Planungsräume."""
