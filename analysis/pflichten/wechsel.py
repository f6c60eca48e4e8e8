"""Test of a duty by who holds a role: whether it changed hands by the last day of the years before."""

from datetime import date, timedelta

from analysis.pflichten.fall import Fall, Urteil, belegt, tag, unbelegt, verspaetet
from models.gremientabellen import Amtszeit
from models.pflichtworte import Pflichtstatus


def pruefe_wechsel(fall: Fall) -> Urteil:
    """Who holds the role from the year of the instance on, beside who held it at the beginning of the turn before.

    What was only inferred from the rule proves neither a change nor that there was none, and neither does a term
    without an end that began before.
    """
    beginn = date(int(fall.instanz), 1, 1)
    if fall.belege:
        return belegt(fall, "Wechsel eingetragen")
    zeiten = fall.blick.amtszeiten(fall.pflicht.gremium_id)
    jahre = fall.pflicht.alle_jahre or 1
    jetzt = _zuletzt(zeiten, beginn, date(beginn.year + jahre - 1, 12, 31))
    if fall.faellig is None:
        return _erste(fall, jetzt)
    anfang = date(beginn.year - jahre, 1, 1)
    davor = _zuletzt(zeiten, anfang, anfang)
    bisher = f" Bisher: {davor.inhaber}." if davor else ""
    offen = f"Der Wechsel steht nach dem {tag(fall.faellig)} an.{bisher}"
    if jetzt is None or jetzt.von is None:
        return unbelegt(fall, offen, f"Ab {tag(beginn)} ist keine Stelle eingetragen.{bisher}")
    seit = f"{jetzt.inhaber} seit {tag(jetzt.von)}"
    if jetzt.erschlossen:
        return unbelegt(fall, offen, f"{seit}: aus der Regel erschlossen, nicht als Wechsel eingetragen.")
    if davor is None:
        return unbelegt(fall, offen, f"{seit}. Wer die Geschäftsführung davor hatte, ist nicht eingetragen.")
    if jetzt.inhaber != davor.inhaber:
        letzter = jetzt.von - timedelta(days=1)
        satz = f"Gewechselt zum {tag(jetzt.von)}: von {davor.inhaber} zu {jetzt.inhaber}"
        return Urteil(Pflichtstatus.ERFUELLT, f"{satz}{verspaetet(letzter, fall.faellig)}.", letzter)
    if not fall.vorbei:
        return Urteil(Pflichtstatus.OFFEN, offen)
    if davor.erschlossen or (jetzt.von <= fall.faellig and jetzt.bis is None):
        return unbelegt(fall, offen, f"{seit}. Ob gewechselt wurde, geht aus den Einträgen nicht hervor.")
    satz = f"{jetzt.inhaber} hatte die Geschäftsführung davor und hat sie auch nach dem {tag(fall.faellig)}."
    return Urteil(Pflichtstatus.UEBERFAELLIG, satz)


def _erste(fall: Fall, jetzt: Amtszeit | None) -> Urteil:
    """The first holder is named by the clause, so nothing changes yet."""
    if jetzt is not None and jetzt.von is not None and not jetzt.erschlossen:
        satz = f"{jetzt.inhaber} seit {tag(jetzt.von)}, wie es {fall.pflicht.klausel} nennt."
        return Urteil(Pflichtstatus.ERFUELLT, satz, jetzt.von)
    satz = f"Für {fall.instanz} ist keine Stelle eingetragen."
    return unbelegt(fall, satz, satz)


def _zuletzt(zeiten: tuple[Amtszeit, ...], von: date, bis: date) -> Amtszeit | None:
    """Who held the role last between two days, as far as the day is reached."""
    darin = [a for a in zeiten if a.von and a.von <= bis and (a.bis is None or a.bis >= von)]
    return darin[-1] if darin else None
