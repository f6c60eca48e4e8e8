"""Parts of the page Daten: access, upload, jobs, lists. The only parts of the screen that write."""
