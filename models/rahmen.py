"""Typed frames. A function that takes or returns one of these says so in its signature."""

import dataframely as dy


class Einwohnerzahlen(dy.Schema):
    """Population of Gemeinden (or Kreise) by age band and sex at a Stichtag, one row a figure.

    `alter_bis` is inclusive; null means "and older". All ages are `alter_von` 0 with `alter_bis` null.
    """

    ags = dy.String(regex=r"^\d{5}(\d{3})?$")
    stichtag = dy.Date()
    alter_von = dy.Int16(min=0, max=150)
    alter_bis = dy.Int16(nullable=True, min=0, max=150)
    geschlecht = dy.String(regex=r"^(insgesamt|m|w|d|unbekannt)$")
    anzahl = dy.Int64(min=0)
    basis = dy.String()


class Einwohnerbestand(Einwohnerzahlen):
    """Population of all stored Lieferungen with the `nummer` of each: a higher one is newer."""

    nummer = dy.Int64(min=1)


class Merkmalswerte(dy.Schema):
    """Context figures (KIND `merkmale`): public values of areas (2, 5 or 8 digits) for a period, one row a figure.

    A Stichtag is a period of one day. `wert` null: `zeichen` holds the sign of the source; it is never recomputed.
    `alter_bis` inclusive, null = and older.
    """

    merkmal = dy.String()
    ags = dy.String(regex=r"^(\d{2}|\d{5}|\d{8})$")
    zeitraum_von = dy.Date()
    zeitraum_bis = dy.Date()
    auspraegung = dy.String()
    alter_von = dy.Int16(min=0, max=150)
    alter_bis = dy.Int16(nullable=True, min=0, max=150)
    geschlecht = dy.String(regex=r"^(insgesamt|m|w|d|unbekannt)$")
    wert = dy.Float64(nullable=True)
    zeichen = dy.String(nullable=True)
    basis = dy.String()
    quelle = dy.String()


class Merkmalsbestand(Merkmalswerte):
    """Context figures of all stored Lieferungen with the `nummer` of each: a higher one is newer."""

    nummer = dy.Int64(min=1)


class Planungsraumzeilen(dy.Schema):
    """KIND `planungsraeume`: one row a Gemeinde of an Einteilung. Disjoint within an Einteilung; gaps are allowed."""

    einteilung = dy.String(primary_key=True)
    region = dy.String()
    planungsraum = dy.String()
    name = dy.String()
    ags = dy.String(primary_key=True, regex=r"^\d{8}$")
    gueltig_von = dy.Date()
    gueltig_bis = dy.Date(nullable=True)


class Gebietsregister(dy.Schema):
    """Areas that a file names officially: keys, names, official area. `ags` has 2, 5 or 8 digits."""

    ags = dy.String(primary_key=True, regex=r"^(\d{2}|\d{5}|\d{8})$")
    ars = dy.String()
    ebene = dy.String()
    name = dy.String()
    name_amtlich = dy.String()
    flaeche_km2 = dy.Float64(nullable=True)
    gemeindefrei = dy.Bool()
    gueltig_von = dy.Date()


class Grenzflaechen(dy.Schema):
    """Boundaries of areas (2, 5 or 8 digits) as a file has them, at full resolution: WKB in WGS 84, degrees.

    Valid, dissolved by key, outer rings counter-clockwise. `flaeche_km2` is computed on EPSG:3035.
    """

    ags = dy.String(primary_key=True, regex=r"^(\d{2}|\d{5}|\d{8})$")
    ebene = dy.String()
    name = dy.String()
    flaeche_km2 = dy.Float64(min=0)
    geometrie = dy.Binary()


class Gebietsaenderungen(dy.Schema):
    """Changes of territory: from `datum` on, `alt_ags` belongs to `neu_ags`. The names are those of the file."""

    alt_ags = dy.String(primary_key=True, regex=r"^(\d{5}|\d{8})$")
    alt_name = dy.String()
    neu_ags = dy.String(primary_key=True, regex=r"^(\d{5}|\d{8})$")
    neu_name = dy.String()
    datum = dy.Date(primary_key=True)
    grund = dy.String()


class Rohzellen(dy.Schema):
    """True counts of a Lieferung of Fallzahlen. Raw side only: never in a page, a cache or a log.

    `zeichen` holds a sign of the official legend where there is no number.
    """

    grundzahl = dy.String()
    stichtag = dy.Date()
    herkunft = dy.String()
    leistungsort = dy.String()
    altersgruppe = dy.String()
    geschlecht = dy.String()
    anzahl = dy.Int64(nullable=True, min=0)
    zeichen = dy.String(nullable=True)
    absender = dy.String()


class Wahrwerte(dy.Schema):
    """True finest cells of one Grundzahl, ready to be protected: one row a cell that is not 0. Raw side only.

    `herkunft` and `leistungsort` are a Gemeinde of the region (8 digits), another Kreis (5 digits), `uebrige`
    or `unbekannt`; `-` for both is not possible.
    """

    stichtag = dy.Date(primary_key=True)
    herkunft = dy.String(primary_key=True)
    leistungsort = dy.String(primary_key=True)
    anzahl = dy.Int64(min=1)


class Wuerfel(dy.Schema):
    """Protected finest cells of one Grundzahl and region: the only counts the reading side knows.

    Holds every cell of the fixed grid (Herkunft x Leistungsort x Stichtag of the Freigabe), zeros included.
    A Stichtag that came protected (`Schutzangaben.quellschutz`) also holds every other cell as it was delivered, and
    `wert` is null where the source keeps the number back.
    """

    stichtag = dy.Date(primary_key=True)
    herkunft = dy.String(primary_key=True)
    leistungsort = dy.String(primary_key=True)
    wert = dy.Int32(nullable=True, min=0)


class Gliederungswuerfel(dy.Schema):
    """Protected cells of the Kreis as a whole by age and sex: the second cube of a Grundzahl, on its own grid.

    Holds every cell of `models.schutz.Gliederung` at every Stichtag, zeros included.
    """

    stichtag = dy.Date(primary_key=True)
    altersgruppe = dy.String(primary_key=True)
    geschlecht = dy.String(primary_key=True)
    wert = dy.Int32(min=0)


class Eckwertzeilen(dy.Schema):
    """KIND `eckwerte`: public figures about the persons of a Grundzahl, one row a figure.

    `ags`: a Kreis (5 digits) or a Gemeinde (8). The true number lies within `anzahl` ± `spiel` persons.
    """

    grundzahl = dy.String(primary_key=True)
    stichtag = dy.Date(primary_key=True)
    raumprinzip = dy.String(primary_key=True, regex=r"^(herkunft|leistungsort)$")
    ags = dy.String(primary_key=True, regex=r"^\d{5}(\d{3})?$")
    anzahl = dy.Int64(min=0)
    spiel = dy.Int64(min=0)
    quelle = dy.String()


class Zuordnung(dy.Schema):
    """Which Gemeinde belongs to which area of a view: the one way to regroup. Gaps are allowed, overlaps not."""

    ags = dy.String(primary_key=True)
    gebiet = dy.String()
    name = dy.String()


class Zaehlwerte(dy.Schema):
    """Protected counts of areas with their public bounds: the true count lies in `von`..`bis`."""

    gebiet = dy.String(primary_key=True)
    stichtag = dy.Date(primary_key=True)
    wert = dy.Int64(nullable=True, min=0)
    von = dy.Int64(nullable=True, min=0)
    bis = dy.Int64(nullable=True, min=0)
    status = dy.String()


class Nennerwerte(dy.Schema):
    """Denominators of areas. `anzahl` null: the source has no such age band at that Stichtag (k. A.)."""

    gebiet = dy.String(primary_key=True)
    stichtag = dy.Date(primary_key=True)
    anzahl = dy.Int64(nullable=True, min=0)
    basis = dy.String(nullable=True)


class Gebietswerte(dy.Schema):
    """What is shown, exported and drawn: the columns of the Contract, in their order.

    Counts: `wert`, `von`, `bis` in persons. Rates and shares: in the unit of the Kennzahl, `zaehler` and
    `nenner` in persons. `status` says what an empty `wert` means.
    """

    kennzahl = dy.String()
    raumprinzip = dy.String()
    einteilung = dy.String()
    ebene = dy.String()
    gebiet = dy.String()
    name = dy.String()
    stichtag = dy.Date()
    altersgruppe = dy.String()
    geschlecht = dy.String()
    wert = dy.Float64(nullable=True)
    von = dy.Float64(nullable=True)
    bis = dy.Float64(nullable=True)
    status = dy.String()
    zaehler = dy.Int64(nullable=True)
    nenner = dy.Int64(nullable=True)
    basis = dy.String()
