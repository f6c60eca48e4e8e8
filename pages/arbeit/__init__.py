"""What people work on together: Planungsräume."""
