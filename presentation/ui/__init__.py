"""The only place below the pages that knows Streamlit."""
