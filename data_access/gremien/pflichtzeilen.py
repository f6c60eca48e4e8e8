"""Rows of duties: norms, rules, proofs, own dates, contradictions. What a row leaves out stays."""

from datetime import date
from typing import Final

from data_access.gremien.buch import GremienAbgelehnt, Schritt
from data_access.gremien.verweise import Zeile, gleichnamig, gremium_aus, hole, region_von, zusammengefuehrt
from models.gremientabellen import Vereinbarung
from models.pflichttabellen import Nachweis, Pflicht, Rechtsgrundlage, Termin, Widerspruch

_RECHTSGRUNDLAGE: Final = gleichnamig("norm", "inhalt", "fassung_von", "fassung_bis", "gelesen", "quelle", "notiz")
_PFLICHT: Final = gleichnamig(
    *("titel", "wortlaut", "klausel", "art", "zustaendig", "empfaenger", "pruefung", "monat", "tag", "bezugsjahr"),
    *("minimum", "maximum", "alle_jahre", "ab_jahr", "gilt_von", "gilt_bis", "rechtsstand_bis", "gegenstueck"),
    *("grundzahl", "kanal", "notiz"),
    vereinbarung="vereinbarung_id",
    gremium="gremium_id",
    rechtsgrundlage="rechtsgrundlage_id",
)
_NACHWEIS: Final = gleichnamig("kanal", "notiz")
_TERMIN: Final = gleichnamig("datum", "titel", "stelle", "erledigt_am", "notiz", gremium="gremium_id")
_WIDERSPRUCH: Final = gleichnamig("code", "frage", "quellen", "wortlaute", "umgang", "pflichten")


def pflicht_id(region: str, rule: str) -> str:
    """Id of a rule of a region."""
    return f"{region}/{rule}"


def nachweis_id(region: str, rule: str, instanz: str, datum: date, art: str, seite: str) -> str:
    """Id of a proof of an instance of a rule, as one side entered it."""
    return f"{region}/{rule}/{instanz}/{datum}/{art}/{seite}"


def uebernimm_rechtsgrundlage(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A norm in one version."""
    alt = schritt.s.get(Rechtsgrundlage, z["rechtsgrundlage"])
    feste = {"id": z["rechtsgrundlage"], "region_slug": region_von(schritt, z["region"])}
    schritt.setze(zusammengefuehrt(Rechtsgrundlage, alt, z, _RECHTSGRUNDLAGE, **feste))


def uebernimm_pflicht(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A rule of a region."""
    if z.get("vereinbarung"):
        hole(schritt, Vereinbarung, z["vereinbarung"], "Die Vereinbarung", "vereinbarungen")
    if z.get("rechtsgrundlage"):
        hole(schritt, Rechtsgrundlage, z["rechtsgrundlage"], "Die Rechtsgrundlage", "rechtsgrundlagen")
    if z.get("gremium"):
        gremium_aus(schritt, z)
    region = region_von(schritt, z["region"])
    schluessel = pflicht_id(region, z["rule"])
    alt = schritt.s.get(Pflicht, schluessel)
    feste = {"id": schluessel, "region_slug": region, "rule": z["rule"]}
    schritt.setze(zusammengefuehrt(Pflicht, alt, z, _PFLICHT, **feste))


def uebernimm_nachweis(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A proof of an instance of a rule. Without a region it belongs to that of the step."""
    region = region_von(schritt, z["region"]) if z.get("region") else schritt.vorgang.region_slug
    if schritt.s.get(Pflicht, pflicht_id(region, z["rule"])) is None:
        raise GremienAbgelehnt(
            f"Die Regel „{z['rule']}“ gibt es in dieser Region nicht. Bitte die Nummer prüfen oder zuerst „pflichten“ "
            "einlesen."
        )
    feste = {name: z[name] for name in ("rule", "instanz", "datum", "art")} | {"seite": z.get("seite") or ""}
    schluessel = nachweis_id(region, **feste)
    alt = schritt.s.get(Nachweis, schluessel)
    erfunden = alt.synthetisch if alt else synthetisch
    schritt.setze(
        zusammengefuehrt(Nachweis, alt, z, _NACHWEIS, id=schluessel, region_slug=region, **feste, synthetisch=erfunden)
    )


def uebernimm_termin(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """An own working date."""
    if z.get("gremium"):
        gremium_aus(schritt, z)
    alt = schritt.s.get(Termin, z["termin"])
    feste = {"id": z["termin"], "region_slug": region_von(schritt, z["region"])}
    erfunden = alt.synthetisch if alt else synthetisch
    schritt.setze(zusammengefuehrt(Termin, alt, z, _TERMIN, **feste, synthetisch=erfunden))


def uebernimm_widerspruch(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """Places that say different things."""
    alt = schritt.s.get(Widerspruch, z["widerspruch"])
    feste = {"id": z["widerspruch"], "region_slug": region_von(schritt, z["region"])}
    schritt.setze(zusammengefuehrt(Widerspruch, alt, z, _WIDERSPRUCH, **feste))
