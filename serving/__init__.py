"""What serving needs beside the pages: headers, language, compression, geometry, health, who may write. Top floor."""
