"""Common first names in Germany, to notice a column of names of persons. Names that are also places are left out."""

from typing import Final

_LISTE: Final = """
achim adam alexander alexandra ali alina aleksandra andrea andreas angela angelika anja anke anna anne annegret
anneliese annemarie annette antje anton arne astrid axel ayse barbara bastian bea beate ben benjamin bernd bernhard
bettina birgit björn brigitte britta burkhard carina carmen carola carolin caroline carsten charlotte christa
christel christian christiane christina christine christoph claudia clara cornelia dagmar daniel daniela david
dennis detlef dieter dietmar dirk dominik doris dorothea edith eduard elena elfriede elias elif elisabeth elke
ella ellen emil emilia emily emine emma emre erich erika erna ernst erwin esra eva fabian fatima fatma felix
florian frank franz franziska frieda friedrich fritz gabi gabriele georg gerald gerd gerda gerhard gertrud gisela
giuseppe gudrun günter günther hannah hannelore hans harald hartmut hasan hatice heidi heike heiko heiner heinrich
heinz helena helene helga helmut henrik herbert hermann hildegard holger horst hubert hüseyin ibrahim igor ilse
ina ines inge ingeborg ingo ingrid irene irina iris irmgard isabel isabell jakob jan jana janina jasmin jens jessica
joachim jochen johann johanna johannes jonas josef josefine jörg judith julia julian jürgen jutta kai karin karl
karla katharina kathrin katja katrin kerstin kevin klara klaus konrad kristin kristina kurt lara lars laura lea
lena leon leonie lieselotte lina lisa lothar louis louisa luca lucas luisa luise lukas lydia maik maja manfred
manuel manuela marc marcel marco marcus margarete margit margot margret maria marianne marie marina mario marion
markus marlene martha martin martina marvin mathias matthias max maximilian mehmet melanie mia micha michael
michaela michelle mike mohamed mohammed monika moritz murat mustafa nadine nadja natalie natascha nele nicole niklas
nils nina noah nora norbert olaf olga oliver oskar otto patricia patrick paul paula peter petra philipp pia rainer
ralf ramona raphael rebecca regina reiner reinhard reinhold renate richard rita robert roland rolf rosemarie rosa
rudolf ruth sabine sabrina sandra sara sarah saskia sebastian selina silke silvia simon simone sina sofia sonja
sophia sophie stefan stefanie steffen stephan stephanie susanne sven svenja svetlana sylvia tanja tatjana theo
theodor theresa thomas thorsten till tim timo tina tobias tom torben torsten udo ulrich ulrike ursula ute uwe
vanessa vera verena veronika victoria viktor viktoria volker waltraud walter werner wilfried wilhelm willi
wolfgang yasemin yusuf yvonne zeynep
"""

VORNAMEN: Final = frozenset(_LISTE.split())
