"""What the register says of one Gremium: finding, facts, how often it meets, who is named, who holds which role."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from babel.dates import format_date

from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.mappe import fuehrt
from models.gremientabellen import Amtszeit, Gremium, Rolle, Sitz, Takt, Vereinbarung
from models.gremienworte import Gruppe, Verbindlichkeit
from presentation.texts.befunde import aufzaehlung
from presentation.texts.einteilungen import anzahl
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import GRUPPEN, STIMMRECHTE, SYNTHETISCH, TYPEN, VERBINDLICHKEITEN, benannt
from presentation.texts.zahlen import datum

Tafelzeile = dict[str, object]

OHNE_ZAHL: Final = "genannt, ohne Zahl der Plätze"


def befund(bestand: Gremienbestand, gremium: Gremium) -> str:
    """The headline: what the register says of the seats for the Selbstvertretung."""
    kurz, sitze = schlicht(gremium.kurz), bestand.sitze.get(gremium.id, ())
    eigene = [s for s in sitze if s.gruppe == Gruppe.SELBSTVERTRETUNG]
    if not sitze:
        return f"{kurz}: Wer dazugehört, nennt das Register nicht"
    if eigene and all(s.anzahl is None for s in eigene):
        return f"{kurz}: Selbstvertretung ist genannt, aber ohne Zahl der Plätze"
    gezaehlt = [s.anzahl for s in sitze if s.anzahl is not None]
    if gezaehlt:
        plaetze = sum(s.anzahl or 0 for s in eigene)
        if len(gezaehlt) < len(sitze):
            welche = f"{anzahl(plaetze, 'Platz', 'Plätze') if plaetze else 'kein Platz'} für Selbstvertretung"
            return f"{kurz}: {welche}, nicht für alle ist eine Zahl genannt"
        return f"{kurz}: {plaetze} von {anzahl(sum(gezaehlt), 'Platz', 'Plätzen')} für Selbstvertretung"
    return f"{kurz}: {anzahl(len(sitze), 'Stelle', 'Stellen')} genannt, keine für Selbstvertretung"


def unterzeile(gremium: Gremium, region: str, heute: date) -> str:
    """The grey line under the finding."""
    teile = [schlicht(gremium.name), f"Register, {region}", f"Stand {datum(heute)}", "jede Angabe mit ihrer Quelle"]
    return " · ".join([*teile, SYNTHETISCH] if gremium.synthetisch else teile)


def zustand(bestand: Gremienbestand, gremium: Gremium, heute: date) -> str:
    """Alive, ended, replaced, or only suggested or named."""
    if gremium.gueltig_bis and gremium.gueltig_bis < heute:
        return "ersetzt" if nachfolger(bestand, gremium) else "beendet"
    if gremium.gueltig_von and gremium.gueltig_von > heute:
        return "beginnt später"
    ohne_beginn = gremium.gueltig_von is None and not bestand.stattgefunden(gremium.id)
    if ohne_beginn and gremium.verbindlichkeit != Verbindlichkeit.VEREINBART:
        return (
            "genannt"
            if gremium.verbindlichkeit == Verbindlichkeit.GENANNT
            else VERBINDLICHKEITEN[gremium.verbindlichkeit]
        )
    return "besteht"


def gremienname(bestand: Gremienbestand, gremium: Gremium, heute: date) -> str:
    """A Gremium as it is called in a list to choose from: what has ended or is only suggested says so."""
    name = gremium.name if gremium.kurz in gremium.name else f"{gremium.kurz}: {gremium.name}"
    stand = zustand(bestand, gremium, heute)
    match stand:
        case "besteht":
            return name
        case "ersetzt":
            return f"{name}, ersetzt durch {aufzaehlung([g.kurz for g in nachfolger(bestand, gremium)])}"
        case "beendet" if gremium.gueltig_bis is not None:
            return f"{name}, beendet {_ende(gremium.gueltig_bis)}"
        case "genannt":
            return f"{name}, nur genannt"
    return f"{name}, {stand.partition(',')[0]}"


def nachfolger(bestand: Gremienbestand, gremium: Gremium) -> list[Gremium]:
    """The Gremien that replaced this one."""
    return [g for g in bestand.e.gremien if g.vorgaenger_id == gremium.id]


def geltung(bestand: Gremienbestand, gremium: Gremium) -> str:
    """From when to when. A day that is that of the agreement says so; where a source gives a month, no day is shown."""
    teile = []
    if gremium.gueltig_von:
        eigene = _zur_vereinbarung(bestand, gremium)
        teile.append(f"seit der {eigene}" if eigene else f"seit {datum(gremium.gueltig_von)}")
    if gremium.gueltig_bis:
        folgetag = gremium.gueltig_bis + timedelta(days=1)
        spaetere = (g for g in nachfolger(bestand, gremium) if g.gueltig_von == folgetag)
        danach = next(filter(None, (_zur_vereinbarung(bestand, g) for g in spaetere)), "")
        teile.append(f"bis zur {danach}" if danach else f"bis {_ende(gremium.gueltig_bis)}")
    return ", ".join(teile) or "nicht angegeben"


def angaben(bestand: Gremienbestand, gremium: Gremium, heute: date) -> list[Tafelzeile]:
    """What it is, since when, by which clause, what came before, what it belongs to."""
    vereinbarung = _vereinbarung(bestand, gremium)
    alle = bestand.gremium
    teile = [g.name for g in bestand.e.gremien if g.uebergeordnet_id == gremium.id]
    grundlage = ", ".join(
        filter(None, [gremium.quelle, f"{vereinbarung.name} ({geschlossen(vereinbarung)})" if vereinbarung else ""])
    )
    paare = [
        ("Name", benannt(gremium.name, gremium.synthetisch)),
        ("Art", TYPEN[gremium.typ]),
        ("Stand", zustand(bestand, gremium, heute)),
        ("Wie verbindlich", VERBINDLICHKEITEN[gremium.verbindlichkeit]),
        ("Gilt", geltung(bestand, gremium)),
        ("Steht in", grundlage),
        ("Ersetzt", alle[gremium.vorgaenger_id].name if gremium.vorgaenger_id else ""),
        ("Ersetzt durch", ", ".join(g.name for g in nachfolger(bestand, gremium))),
        ("Gehört zu", alle[gremium.uebergeordnet_id].name if gremium.uebergeordnet_id else ""),
        ("Dazu gehören", " · ".join(teile)),
        ("Anmerkung", gremium.notiz),
    ]
    return [{"Angabe": name, "Inhalt": schlicht(wert)} for name, wert in paare if wert]


def takttafel(takte: Iterable[Takt]) -> list[Tafelzeile]:
    """How often it meets, one row a source."""
    return [{"Quelle": schlicht(t.quelle), "Wortlaut": schlicht(t.wortlaut), "Das heißt": takt(t)} for t in takte]


def takt(t: Takt) -> str:
    """How many meetings a year one source asks for, in words."""
    unten, oben = t.minimum, t.maximum
    if unten is not None and unten == oben:
        return f"{anzahl(unten, 'Sitzung', 'Sitzungen')} im Jahr"
    if unten is not None and oben is not None:
        return f"{unten} bis {oben} Sitzungen im Jahr"
    if unten is not None:
        return f"mindestens {anzahl(unten, 'Sitzung', 'Sitzungen')} im Jahr"
    if oben is not None:
        return f"höchstens {anzahl(oben, 'Sitzung', 'Sitzungen')} im Jahr"
    return "keine Zahl festgelegt"


def taktsatz(takte: Sequence[Takt]) -> str:
    """The readings side by side. Two sources that differ stay two: no mean is made."""
    if not takte:
        return "Wie oft das Gremium tagt, nennt das Register nicht."
    saetze = " ".join(f"{schlicht(t.quelle)}: {schlicht(t.wortlaut) or takt(t)}." for t in takte)
    if len({(t.minimum, t.maximum) for t in takte}) < 2:
        return saetze
    return f"{saetze} {'Beide' if len(takte) == 2 else 'Alle'} Lesarten bleiben sichtbar."


def sitztafel(sitze: Iterable[Sitz]) -> list[Tafelzeile]:
    """Who is named, by group. An entry without a number is no seat."""
    rang = {gruppe: i for i, gruppe in enumerate(GRUPPEN)}
    return [
        {
            "Gruppe": GRUPPEN[s.gruppe],
            "Genannt ist": schlicht(s.wortlaut),
            "Plätze": OHNE_ZAHL if s.anzahl is None else anzahl(s.anzahl, "Platz", "Plätze"),
            "Stimme": STIMMRECHTE[s.stimmrecht] if s.stimmrecht else "nicht genannt",
            "Quelle": schlicht(s.quelle),
        }
        for s in sorted(sitze, key=lambda s: (rang[s.gruppe], s.reihenfolge))
    ]


def bedeutung(gremium: Gremium, sitze: Sequence[Sitz]) -> list[str]:
    """What the entries mean, and what they do not."""
    if not sitze:
        return [
            "Im Register ist niemand genannt. Das heißt nicht, dass niemand kommt: "
            "Wer da war, zeigt die Ansicht „Sitzungen“."
        ]
    saetze = []
    if all(s.anzahl is None for s in sitze):
        saetze.append(
            "Die Quelle nennt Stellen und Gruppen, keine Zahl der Plätze. Genannt zu sein ist kein Platz: "
            "Wie viele Menschen für eine Stelle kommen und wer mitstimmt, steht dort nicht."
        )
    eigene = [s for s in sitze if s.gruppe == Gruppe.SELBSTVERTRETUNG]
    if not eigene:
        saetze.append(f"{_orte(sitze)} ist kein Platz für Selbstvertretung genannt.")
        if any(s.gruppe in (Gruppe.BEAUFTRAGTE, Gruppe.ANGEHOERIGE, Gruppe.EUTB) for s in sitze):
            saetze.append(
                "Beauftragte, Angehörige und Teilhabeberatung sprechen für andere. "
                "Sie werden deshalb nicht als Selbstvertretung gezählt."
            )
    elif all(s.anzahl is None for s in eigene):
        saetze.append(
            f"{aufzaehlung([schlicht(s.wortlaut) for s in eigene])}: genannt als Mitglieder. "
            "Wie viele es sein sollen, steht dort nicht."
        )
    saetze.append("Was hier steht, ist vereinbart oder genannt. Wer wirklich da war, zeigt die Ansicht „Sitzungen“.")
    if gremium.synthetisch:
        saetze.append("Dieses Gremium und seine Plätze sind erfunden (synthetisches Beispiel).")
    return saetze


def rollentafel(bestand: Gremienbestand, rollen: Iterable[Rolle], heute: date) -> list[Tafelzeile]:
    """Who holds which role when, and whether that is written or follows from a rule."""
    zeilen: list[Tafelzeile] = []
    for rolle in rollen:
        alle = bestand.amtszeiten.get(rolle.id, ())
        for amt in alle:
            jetzt = " (jetzt)" if _laeuft(amt, heute) else ""
            zeilen.append(
                {
                    "Rolle": schlicht(rolle.name),
                    "Stelle": schlicht(amt.inhaber),
                    "Zeit": amtszeit(amt) + jetzt,
                    "Woher": _woher(amt, alle),
                }
            )
    return zeilen


def regeln(rollen: Iterable[Rolle]) -> list[str]:
    """The rules of the roles, as their source has them."""
    return [f"{schlicht(r.name)}: „{schlicht(r.regel)}“ ({schlicht(r.quelle)})" for r in rollen if r.regel]


def ohne_geschaeftsfuehrung(rollen: Iterable[Rolle]) -> bool:
    """Whether nobody is said to run the Gremium."""
    return not any(map(fuehrt, rollen))


def amtszeit(amt: Amtszeit) -> str:
    """From when to when a role is held."""
    if amt.von is not None and amt.von == amt.bis:
        return f"am {datum(amt.von)}"
    von = f"seit {datum(amt.von)}" if amt.von and not amt.bis else datum(amt.von) if amt.von else ""
    return " ".join(filter(None, [von, f"bis {datum(amt.bis)}" if amt.bis else ""])) or "ohne Zeitangabe"


def geschlossen(vereinbarung: Vereinbarung) -> str:
    """When an agreement was concluded, as exactly as its source says."""
    if vereinbarung.geschlossen is None:
        return "ohne Datum"
    tag = vereinbarung.geschlossen
    return format_date(tag, "MMMM yyyy", locale="de_DE") if vereinbarung.genauigkeit == "monat" else datum(tag)


def _laeuft(amt: Amtszeit, heute: date) -> bool:
    ohne = amt.von is None and amt.bis is None
    return not ohne and (amt.von or heute) <= heute <= (amt.bis or heute)


def _woher(amt: Amtszeit, alle: Iterable[Amtszeit]) -> str:
    """What of a term is written. Where the next one follows from the rule, so does the end of this one."""
    if amt.erschlossen:
        return "folgt aus der Regel, steht so nicht in der Quelle"
    if not amt.quelle:
        return "ohne Quelle"
    danach = amt.bis and next((a for a in alle if a.von == amt.bis + timedelta(days=1)), None)
    if danach and danach.erschlossen:
        return f"Beginn steht in: {schlicht(amt.quelle)}. Das Ende folgt aus der Regel"
    return f"steht so in: {schlicht(amt.quelle)}"


def _vereinbarung(bestand: Gremienbestand, gremium: Gremium) -> Vereinbarung | None:
    return next((v for v in bestand.e.vereinbarungen if v.id == gremium.vereinbarung_id), None)


def _zur_vereinbarung(bestand: Gremienbestand, gremium: Gremium) -> str:
    """The agreement whose day a Gremium has as its first; empty if it has a day of its own."""
    v = _vereinbarung(bestand, gremium)
    return f"Vereinbarung vom {geschlossen(v)}" if v is not None and v.geschlossen == gremium.gueltig_von else ""


def _ende(tag: date) -> str:
    """The last day; that of a month as its end, which is all that a source says that gives the month."""
    letzter = (tag + timedelta(days=1)).month != tag.month
    return f"Ende {format_date(tag, 'MMMM yyyy', locale='de_DE')}" if letzter else datum(tag)


def _orte(sitze: Iterable[Sitz]) -> str:
    """Where the entries stand: "In Anlage 1 und 2"."""
    orte = sorted({teil.strip() for s in sitze for teil in s.quelle.split(",") if teil.strip()})
    if not orte:
        return "Im Register"
    if all(o.startswith("Anlage ") for o in orte):
        return f"In Anlage {aufzaehlung([o.removeprefix('Anlage ') for o in orte])}"
    return f"Im Register ({schlicht(aufzaehlung(orte))})"
