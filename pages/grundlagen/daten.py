"""What has arrived, what is published, and (with the key) importing and releasing."""

from presentation.ui import bausteine, datenstand, rahmen, regeltafel, wahl
from presentation.ui.daten import absender, anzeige, hochladen, listen, regelform, zugang


def page() -> None:
    """Access, the running job, upload, lists, rules."""
    with rahmen.seite():
        zugang.nimm_schluessel()
        auswahl = wahl.nach_region()
        if auswahl is None:
            return
        bausteine.kopf(
            f"{auswahl.bestand.region.name}: was vorliegt und was veröffentlicht ist",
            "Eine Datei wird erst geprüft, dann übernommen, dann freigegeben. Vorher sieht niemand ihre Zahlen.",
        )
        recht = zugang.schreibrecht()
        if recht is None:
            zugang.hinweis_ohne_recht()
        else:
            anzeige.arbeitsprozess()
            hochladen.meldung_zu_gross()
            anzeige.aktueller_auftrag(recht)
            hochladen.hochladen(recht, auswahl.bestand.region.slug)
            anzeige.freigabe(recht, auswahl.bestand)
        datenstand.voll(auswahl.bestand)
        listen.freigaben(recht, auswahl.bestand)
        absender.geschuetzt_geliefert(auswahl.bestand)
        regeltafel.regeltafel(auswahl.bestand)
        regelform.regelform(recht, auswahl.bestand)
        listen.lieferungen(recht, auswahl.bestand)
