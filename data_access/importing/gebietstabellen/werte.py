"""From the cells of a table to figures: one row a cell, with area, time, value and sign."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.felder import LEER, lies_anzahlen
from data_access.importing.gebietstabellen.aufbau import Aufbau
from data_access.importing.gebietstabellen.gebiete import ebene, lies_gebiete
from data_access.importing.gebietstabellen.worte import TRENNER, Bedeutung, ist_einheit
from data_access.importing.gebietstabellen.zeiten import (
    ERLAUBT,
    Zeitraum,
    ist_exceltag,
    lies_zeitraum,
    zeitraum_im_text,
)
from data_access.importing.gitter import ZEILE
from data_access.importing.mangel import Mangel
from data_access.importing.profil import Umstaende
from data_access.importing.spalten import uebersetze
from data_access.importing.zellen import ZEICHEN, lies_dezimal
from models.vokabular import INSGESAMT

_ART = {"von": pl.Date, "bis": pl.Date, "titel": pl.String, "nummer": pl.Int64}

GEBIET_UND_ZEIT = ["schluessel", "von", "bis"]


@dataclass(frozen=True)
class Werte:
    """`lang`: zeile, schluessel, ebene, von, bis, titel, nummer, wert, zeichen. `bedeutungen`: by `nummer`."""

    lang: pl.DataFrame
    bedeutungen: tuple[Bedeutung, ...]

    def mit_bedeutung(self) -> pl.DataFrame:
        """`lang` with mass, auspraegung, geschlecht, alter_von, alter_bis in place of `nummer`."""
        tafel = pl.DataFrame(
            [
                (i, b.mass, b.auspraegung, b.geschlecht, b.alter_von, b.alter_bis)
                for i, b in enumerate(self.bedeutungen)
            ],
            schema={
                "nummer": pl.Int64,
                "mass": pl.String,
                "auspraegung": pl.String,
                "geschlecht": pl.String,
                "alter_von": pl.Int16,
                "alter_bis": pl.Int16,
            },
            orient="row",
        )
        return self.lang.join(tafel, on="nummer", how="left", maintain_order="left")


def lies_gebietsspalte(aufbau: Aufbau, sammler: Sammler, umstaende: Umstaende) -> pl.DataFrame:
    """zeile, schluessel and ebene of every data row; keys that cannot be read are null and refused."""
    schluessel = lies_gebiete(aufbau.daten, aufbau.schluessel, "Schlüssel", sammler, umstaende)
    ebenen = {s: ebene(s) for s in schluessel.drop_nulls().unique()}
    return pl.DataFrame(
        {
            ZEILE: aufbau.daten[ZEILE],
            "schluessel": schluessel,
            "ebene": schluessel.replace_strict(ebenen, default=None, return_dtype=pl.String),
        }
    )


def lies_zeiten(aufbau: Aufbau, sammler: Sammler, umstaende: Umstaende) -> tuple[list[Zeitraum | None], ...] | None:
    """The time of every row for every column of figures; None if it is not known and was asked for.

    It stands in a column, in the header, in a row of its own or in the title. If nowhere, the caller says it.
    """
    reihen: list[Zeitraum | None] = list(aufbau.zeilenzeiten)
    if aufbau.zeit:
        texte = aufbau.daten[aufbau.zeit]
        gelesen = {t: lies_zeitraum(t) for t in texte.drop_nulls().unique()}
        for zeile, text in aufbau.daten.select(ZEILE, aufbau.zeit).iter_rows():
            if text is None or gelesen[text] is None:
                sammler.beanstande(f"Das ist keine Zeitangabe. {ERLAUBT}", zeile=zeile, spalte="Zeit", wert=text)
        reihen = [gelesen[t] if t else None for t in texte]
        if any(map(ist_exceltag, gelesen)):
            _warne_vor_exceltagen(sammler)
    if aufbau.exceltage:
        _warne_vor_exceltagen(sammler)
    if aufbau.zeit or all(s.zeit for s in aufbau.spalten) or all(reihen):
        return tuple([s.zeit or z for z in reihen] for s in aufbau.spalten)
    eine = _zeit_im_titel(aufbau) or _genannte_zeit(sammler, umstaende)
    if eine is None:
        return None
    return tuple([s.zeit or z or eine for z in reihen] for s in aufbau.spalten)


def _warne_vor_exceltagen(sammler: Sammler) -> None:
    sammler.warne("Stichtage stehen als Excel-Zahl in der Datei und wurden in ein Datum umgerechnet.")


def _zeit_im_titel(aufbau: Aufbau) -> Zeitraum | None:
    gefunden = {zeit for zeile in aufbau.titel if (zeit := zeitraum_im_text(zeile, auch_jahr=False)[0])}
    return next(iter(gefunden)) if len(gefunden) == 1 else None


def _genannte_zeit(sammler: Sammler, umstaende: Umstaende) -> Zeitraum | None:
    if umstaende.stichtag:
        return Zeitraum(umstaende.stichtag, umstaende.stichtag)
    frage = "Für welchen Stichtag oder Zeitraum gelten die Zahlen? (JJJJ-MM-TT, JJJJ-MM oder JJJJ)"
    antwort = umstaende.antwort(sammler, "stichtag", frage, ())
    if antwort is None:
        return None
    zeit = lies_zeitraum(antwort)
    if zeit is None:
        sammler.frage("stichtag", f"„{antwort[:40]}“ ist keine Zeitangabe. {ERLAUBT} {frage}", ())
    return zeit


def lies_werte(
    aufbau: Aufbau,
    gebiete: pl.DataFrame,
    zeiten: Sequence[Sequence[Zeitraum | None]],
    deute: Callable[[tuple[str, ...], tuple[str, ...]], Bedeutung],
    aus_xlsx: bool,
    sammler: Sammler,
    umstaende: Umstaende,
) -> Werte | None:
    """All figures of the table. `deute`: header parts and cells that break a row down -> meaning."""
    gliederung = aufbau.daten.select(aufbau.gliederung).rows() if aufbau.gliederung else [()] * aufbau.daten.height
    nummern: dict[tuple[int, tuple[str, ...]], int] = {}
    bedeutungen: list[Bedeutung] = []
    stuecke = []
    mehrere = len({z for reihe in zeiten for z in reihe}) > 1
    namen = spaltennamen(aufbau, mehrere, sammler)
    if namen is None:
        return None
    for ort, (spalte, name, reihe) in enumerate(zip(aufbau.spalten, namen, zeiten, strict=True)):
        orte: dict[tuple[tuple[str | None, ...], Zeitraum | None], int] = {}
        if spalte.zeit and not aufbau.gliederung:
            orte[(), spalte.zeit], je_zeile = 0, [0] * len(reihe)
        else:
            je_zeile = [orte.setdefault(paar, len(orte)) for paar in zip(gliederung, reihe, strict=True)]
        arten = []
        for zellen, zeit in orte:
            worte = tuple(z for z in zellen if z)
            stelle = nummern.get((ort, worte))
            if stelle is None:
                stelle = nummern[ort, worte] = len(bedeutungen)
                bedeutungen.append(deute(spalte.teile, worte))
            teile = [t for t in (name, *worte) if t and not ist_einheit(t)]
            if mehrere and spalte.zeit is None:
                teile.append(str(zeit))
            titel = TRENNER.join(teile) or INSGESAMT
            arten.append((zeit.von if zeit else None, zeit.bis if zeit else None, titel, stelle))
        zaehlt = all(bedeutungen[stelle].zaehlt for *_, stelle in arten)
        benannt = aufbau.daten.select(ZEILE, pl.col(spalte.ort).alias(name or INSGESAMT))
        zahlen = _lies_spalte(benannt, name or INSGESAMT, zaehlt, aus_xlsx, sammler, umstaende)
        stuecke.append(
            gebiete.hstack(pl.DataFrame(arten, schema=_ART, orient="row")[je_zeile]).with_columns(
                zahlen["wert"], zahlen["zeichen"]
            )
        )
    return Werte(pl.concat(stuecke), tuple(bedeutungen))


def spaltennamen(aufbau: Aufbau, mit_zeit: bool, sammler: Sammler) -> list[str] | None:
    """A speaking name for every column: its joined header and its time. Two equal ones are refused.

    Parts that all columns share (the word "Stichtag", the unit) are left out if something else remains.
    """
    gemeinsam = set.intersection(*(set(s.teile) for s in aufbau.spalten)) if len(aufbau.spalten) > 1 else set()
    namen = []
    for spalte in aufbau.spalten:
        teile = [t for t in spalte.teile if t not in gemeinsam and not ist_einheit(t)]
        if spalte.zeit and mit_zeit:
            teile.append(str(spalte.zeit))
        namen.append(TRENNER.join(teile or spalte.teile))
    for ort, name in enumerate(namen):
        if name in namen[:ort]:
            sammler.beanstande(
                "Zwei Spalten haben dieselbe Überschrift. Bitte die Datei unverändert neu herunterladen oder die "
                "Überschriften berichtigen."
                if name
                else "Eine Spalte mit Zahlen hat keine Überschrift. Bitte ergänzen.",
                spalte=f"{name} (Spalte {int(aufbau.spalten[ort].ort) + 1})".strip(),
            )
    return None if len(set(namen)) < len(namen) else namen


def _lies_spalte(
    tabelle: pl.DataFrame, name: str, zaehlt: bool, aus_xlsx: bool, sammler: Sammler, umstaende: Umstaende
) -> pl.DataFrame:
    if zaehlt:
        return lies_anzahlen(tabelle, name, sammler, umstaende, aus_xlsx).with_columns(pl.col("wert").cast(pl.Float64))
    zeichen: dict[str, str] = {}

    def lies(text: str) -> float | None:
        klein = text.replace("–", "-").replace("−", "-").replace("…", "...").lower()
        if klein in ZEICHEN:
            zeichen[text] = klein
            return None
        try:
            return float(lies_dezimal(text))
        except Mangel as mangel:
            raise Mangel(f"{mangel} Erlaubt sind auch die Zeichen {' '.join(ZEICHEN)}.") from mangel

    texte = tabelle[name]
    werte = uebersetze(tabelle, name, lies, pl.Float64, sammler)
    sammler.zellen += len(texte)
    sammler.zeichen[LEER] += texte.null_count()
    signs = texte.replace_strict(zeichen, default=None, return_dtype=pl.String)
    for sign, anzahl in signs.drop_nulls().value_counts().iter_rows():
        sammler.zeichen[sign] += anzahl
    return pl.DataFrame({"wert": werte, "zeichen": signs})


def summen(werte: Werte, ebenen: Mapping[str, str]) -> dict[str, dict[str, int | float]]:
    """Sum of every column by level, over the cells with a figure; `ebenen`: level -> name in the finding."""
    zahlen = werte.lang.filter(
        pl.col("wert").is_not_null(),
        pl.col("nummer").is_in([i for i, b in enumerate(werte.bedeutungen) if b.zaehlt]),
        pl.col("ebene").is_in(list(ebenen)),
    )
    je_spalte = zahlen.group_by("ebene", "titel", maintain_order=True).agg(pl.col("wert").sum())
    ergebnis: dict[str, dict[str, int | float]] = {}
    for stufe, titel, wert in je_spalte.iter_rows():
        ergebnis.setdefault(ebenen[stufe], {})[titel] = int(wert) if wert == int(wert) else wert
    return {name: ergebnis[name] for name in ebenen.values() if name in ergebnis}
