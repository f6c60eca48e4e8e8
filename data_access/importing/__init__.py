"""Reading delivered files: bytes in, a finding and typed frames out. Pure: no database, no clock, no network.

`lesen.lies` is the one way in. Each kind of file is one module with one `Profil`; `profile.PROFILE` lists them.
"""
