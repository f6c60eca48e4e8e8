"""First names of people in Germany, whatever language they come from. Names that are also places, months or common
words are left out. In part from the lists of the package Faker (MIT)."""

from typing import Final

_LISTE: Final = """
aaron abbas abdelkader abdul abdullah abraham abram achille achim ada adalbert adam adamo adelasia adelbert adele
adelgunde adelheid adelina adelinde adeline adelmo adem adina adolf adolfine adrian adriana adriane adrianna adriano
aenne agata agatha agathe agnes agnieszka agnolo agostino ahmad ahmed ahmet aisha ajna alan alara alban alberico
albert albertine alberto albin albina albrecht alderano aldo aleks aleksandar aleksander aleksandr aleksandra aleksej
alen alena alessandra alessandro alessia alessio alex alexa alexandar alexander alexandra alexandre alexandros alexei
alexej alexia alf alfio alfons alfonso alfred alfredo ali alice alicia alicja alida alina aline alisa alla allegra
alma almut almuth alois aloisia aloys alphons alwin alwina alwine amadeo amalia amalie amanda amedeo amelia amelie
amico amina amir amira amleto amy ana anabella anastasia anastasija anastasios anastazja anatol anatoli anatolij
andjela andjelina andre andrea andreas andree andrei andrej andres andrew andrey andrii andrija andrzej andré andy ane
aneta anett anette angela angelica angelika angelina angelique angelo anica aniela anika anita anja anjali anka anke
ankica ann anna annabell annabella annabelle annalena annaliese annalisa annamaria anne annedore annegret annegrete
annekatrin anneke annelene anneli annelie annelies anneliese annelise annelore annemarie annemie annerose annett
annetta annette anni annibale annie annika annita annunziata anny anouk ansaldo anselm ansgar ante anthony antje anto
antoinette anton antonella antonello antoni antonia antonie antonietta antonija antonina antonino antonio antonios
antonius antun anđa anđela apollonia apolonia apostolos arda arend ariana ariane aribert arif arkadiusz armando armin
arnaldo arnd arndt arne arnfried arnim arno arnold arnulf arnulfo aron arsenio arthur artur arturo arzu asta astrid
atenulf athanasios atilla attila augusta auguste augustin augusto aurelia aurelio aurora ava axel aya aylin aynur ayse
aysel ayten ayşe azeglio aziz babett babette baccio baldassare baldur balthasar baptist bara barbara barica bartek
bartholomäus bartolomeo bastian bayram bea beata beate beatrice beatrix bekir bela belinda ben bendix benedetto
benedict benedikt beni benita benito benjamin benno benvenuto beppe berend berenice berit bernadette bernard bernardo
bernd berndt bernfried bernhard bernhardine bernt bernward berra bert berta bertha berthold bertold bertram besim
betina betti bettina betty biagio bianca bianka bilal biljana birger birgid birgit birgitt birgitta birte birthe
biserka björn blanka bodo bogdan bogumil bojan boris borys bozena božena božica božo branka branko brian brigitta
brigitte brit brita britt britta brunhild brunhilde bruni bruno burak burckhard burghard burhan burkard burkhard
burkhardt bärbel błażej calcedonio calogero calvin camilla camillo canan cansu caren carin carina carl carla carlo
carlos carlotta carmela carmelo carmen carmine carola carolin carolina caroline carsten cassandra caterina catharina
catherine cathleen cathrin catrin cecilia celal celina celine cem cemal cemil cengiz centa cesare cetin ceyda cezary
chantal charles charlotte chiara chinedu chris christa christel christiaan christian christiana christiane christin
christina christine christl christof christoph christopher christos cilli cilly cindy cipriano cirillo ciro claas
claire clara clarissa claudia claudio claudius claus clelia clemens cläre coluccio concetta conny conrad constantin
constanze cora cord cordula corina corinna corinne coriolano cornelia cornelius corrado cosima cosimo costantino
costanzo cristiano cristina curt cynthia cyprian czeslaw cäcilia cäcilie dagmar dagmara dagobert dajana dalibor
damaris damian damiano damir dan dana danica daniel daniela daniele danielle danijel danijela danilo danny dante
danuta daria dario darius dariusz darko david davide dawid deborah dejan delfino delia denis denise deniz dennis denny
derya desiree detlef detlev diana diane didem diedrich dierk dieter diethard diethelm diether dietlind dietlinde
dietmar dietrich dilara dimitra dimitri dimitrios dina dino dionigi dirk ditmar dittmar dmitri dmitrij dmytro dogan
dolores domagoj domenica domenico dominic dominik dominika donald donata donatella donatello donato donna dora doreen
dorina doris dorit dorle dorota dorothe dorothea dorothee draga dragan dragica drago dragutin dražen duje dunja
durante dursun dusan duygu dušan dörte dörthe eberhard eberhardt ebru eckard eckart eckehard eckhard eckhardt eckhart
eda edda edelbert edelgard edeltraud edeltraut edeltrud edgar edith editha edmund edoardo eduard edward edwin egbert
eggert egon ehrenfried ehrentraud ehrhard eileen eitel ekaterina ekkehard ekkehart ekrem ela eleanora elena eleni
elenore eleonora eleonore elfi elfie elfriede elham eliana elias elif elina elisa elisabet elisabeth elise eliza
elizabeta elizabeth elke ella elladio ellen elli ellie ellinor elly elma elmar elmo elona elsa elsbeth elvira elvis
elwira elyas elzbieta elżbieta ema emanuel emanuela emely emil emilia emilian emilie emilija emilio emily emin emine
emma emmanuel emmerich emmi emmy emre enes engelbert engin ennio enno enrico enver enzio enzo eraldo ercan erdal
erdmute erdogan eren erhard erhardt eric erica erich erik erika erina erkan ermanno ermenegildo ermes erna ernest
ernestine ernesto ernst erol erwin eryk esma esra estelle ester esther etta ettore eugen eugenia eugenie eva evamaria
evangelia evangelista evangelos evelin eveline evelyn evelyne evgenij evi ewa ewald ewelina ezio fabia fabian fabienne
fabio fabrizia fabrizio fadime falk falko fanny farid faruk fatih fatima fatma fatme fatou fausto fedele federica
federico federigo fedor felicia felicitas felix felizitas ferdi ferdinand ferdinando ferenc ferhat fernanda fernando
fiamma fikret filip filippa filippo filiz finja finn finnja fiona fiorenzo fiorino flavia flavio florence florentin
florentina florentine florian florin folker folkert fortunata fran franca francesca francesco francis francisco
franciska franciszek franco francoise franjo frank franka franz franziska franziskus frauke fred freddy frederic
frederik frederike fredi fredo fredy freia freya frida fridolin frieda friedbert friedel friedemann frieder
friedericke friederike friedhelm friedhilde friedhold friedl friedlinde friedo friedrich frithjof fritz fryderyk
fulvio fuma furkan gabi gabor gabriel gabriela gabriele gabriella gaby gaetano gaja galasso galina gaspare gastone
gebhard geert gelsomina gemma genoveva georg george georgia georgine georgios gerald geraldine gerard gerd gerda gerdi
gereon gerfried gerhard gerhardt gerhart gerhild gerlind gerlinde germana gernot gero gerold gerolf geronimo gerrit
gert gerta gerti gertraud gertraude gertraut gertrud gertrude gerwin gesa gesche gesine geza giacinto giacobbe giacomo
giada giampaolo giampiero gian giancarlo gianfrancesco gianfranco gianluca gianluigi gianmarco gianna gianni gianpaolo
gianpietro giesela gilbert gilberto gilda gina gino gioacchino gioachino gioele gioffre gionata giorgia giorgio
giorgos giosuè giovanna giovanni girolamo gisa gisbert gisela gislinde gitta gitte giulia giuliana giuliano giulietta
giulio giuseppe giuseppina giustino gloria goffredo goran gordana gordon gottfried gotthard gotthilf gotthold gottlieb
gottlob graziano graziella grazyna greca greco gregor greta gretchen grete gretel gretl griselda grit grzegorz guarino
gudrun gudula guenter guenther guglielmo guido guiseppe gunar gunda gundel gundi gundolf gundula gunhild gunnar gunter
gunther guntram gustav gustavo gustaw gusti gökhan gönül götz gül gülay gülcan gülsen gülten günter günther hajo hakan
halil halime halina hamid hamza hana hanife hanna hannah hannchen hanne hanneliese hannelore hannes hanni hanno hanns
hanny hans hansgeorg hansjoachim hansjörg hansjürgen hanspeter harald hardy haris harm harold harri harriet harro
harry hartmut hartmuth hartwig hasan hassan hasso hatice hedda hedi hedwig hedy heida heidelinde heidelore heidemarie
heiderose heidi heidrun heike heiko heimo heiner heinfried heini heino heinrich heinrike heinz helen helena helene
helfried helga helge hella hellmut hellmuth helma helmar helmtrud helmut helmuth hendrik henner henni henning henny
henri henriette henrik henrike henry henryk herbert heribert herlinde herma hermann hermine herrmann herta hertha
herwig hicham hilda hildburg hilde hildegard hildegart hildegund hildegunde hilma hilmar hiltraud hiltrud hinrich
holger holm horst hossein hrvoje hubert hubertine hubertus hugo hulda huong husam hussein hülya hüseyin ian ibrahim
ida idris ignacy ignatz ignaz ignazio igor ika ilaria ildiko ilhan ilias ilija ilja ilka ilona ilonka ilse ilyas
imelda imke immanuel immo imre ina ines inga ingbert inge ingeborg ingeburg ingelore inger ingetraud ingetraut ingmar
ingo ingolf ingrid ingried inka inken inna insa ioannis iolanda ippazio ira irena irene irina iris irma irmela
irmengard irmgard irmhild irmi irmingard irmtraud irmtraut irmtrud iryna isa isabel isabell isabella isabelle isidor
ismail ismet isolde istvan iva ivan ivana ivanka ivica ivka ivo ivonne iwan iwo iwona izabela jacek jacob jacopo
jacqueline jadranka jadwiga jakob jakov jakub jamal james jamie jamila jan jana jane janet janett janette janin janina
janine janis janja janko jann janna jannik jannis janos janus janusz jaqueline jaroslav jaroslaw jascha jasmin jasmina
jasmine jasminka jasna jasper jean jeanette jeannette jeannine jele jelena jendrik jennifer jenny jens jeremi jeremias
jerzy jessica jessika jette jiri joachim joana joanna joao jobst jochem jochen joel joerg johan johann johanna johanne
johannes john jolanda jolanta jolanthe jonah jonas jonathan jonte joost jordan jorge jose josef josefa josefine joseph
josephine joshua josip josipa joso jost josua josé jovan jovana jozef jozo joško juan judith juergen julia julian
juliana juliane julianna julie julien juliette julijana julita julius juliusz juna juraj jure juri jurij justin
justina justine justus justyna jutta józef jörg jörgen jörn jürg jürgen jędrzej kacper kader kai kaja kajetan kalina
kamil kamila karen karim karin karina karl karla karlfried karlheinz karlo karol karola karolin karolina karoline
karsten kasimir kaspar kata katalin katarina katarzyna kate katerina katharina katharine katherina kathi kathleen
kathrin kathy kati katica katinka katja katrin katy kay kazim kazimierz kemal kenan kenneth kerem kerstin kevin khaled
khalid kilian kim kira kirsten kirstin klaas klara klaudia klaus klemens klothilde kläre knud knut konrad konstantin
konstantinos konstanty konstanze korbinian kordula korinna kornel kornelia kornelius kreszentia kreszenz kriemhild
krista kristian kristiane kristijan kristin kristina kristine kristof krystian krystyna krzysztof ksawery kunibert
kunigunda kunigunde kuno kurt kyra käte käthe käthi ladislaus laetitia laila lambert lamberto lana lando lara larissa
lars lasse laszlo laura laureano laureen laurenz lauretta laurin layla lazzaro lea leah leander leandra leif leila
lena lene leni lenia lenja lenn lennard lennart lennox leo leokadia leon leona leonard leonardo leone leonhard leoni
leonid leonie leonora leonore leontina leopold leopoldine leopoldo leszek leticia letizia levi levin levke leyla lia
liam liana liane liberto licia lidia lidija lidwina liesa liesbeth lieschen liesel lieselotte lili lilia lilian
liliana liliane lilija lilla lilli lilly lilo lily lina linda linh linnea lino linus lioba lionel lisa lisbeth
liselotte lisette lissi lissy livia livio liwia ljiljana ljubica ljudmila lodovico lola lolita loni lora lore loredana
loreen lorena lorenz lorenzo loretta lothar lotta lotte lotti louis louisa louise lovre lovro luan luana luc luca
lucas luchino lucia luciana luciano lucie lucija lucio lucrezia ludger ludmila ludmilla ludovica ludovico ludwig
ludwina luigi luigina luis luisa luise luitgard luka lukas luna lutz luzia luzie lydia lyudmila maciej madeleine
madlen magarete magda magdalena magdalene magnus magret magrit mahmoud mahmud mahmut maida maik maike maja maks maksim
maksymilian malena malgorzata malik malin malina malte malwina malwine mamadou manda mandy manfred manja manuel
manuela mara marc marcantonio marcel marcelina marcella marcello marcin marco marcus mare mareen mareike mareile marek
maren marga margaret margareta margarete margaretha margarethe margarita margherita margit margita margitta margot
margret margrit maria mariam marian mariana marianna marianne mariano marica marie mariechen marieke mariele mariella
marieluise marietta marija marijan marijana marika marin marina mario mariola marion marios marisa marissa marit
marita maritta marius mariusz marjan marko markus marleen marlen marlene marlies marliese marlis marta marten martha
martin martina martine martino marvin mary maryam marzena massimiliano massimo mate matea matej mateja mateo mateusz
matheo mathias mathilda mathilde matija matilda mato matteo matthias matthis matthäus mattia mattias maura maurice
maurilio maurizio mauro maurycy max maxim maximilian maya mechthild mechthilde mechtild mehdi mehmet meik meike
meinolf meinrad melania melanie melek melina melinda melisa melissa melita melitta meral mercedes merle merlin mert
meryem mesut metin mia micha michael michaela michaele michail michal michał michel michela michelangelo michele
micheletto michelle michelotto mieszko miguel mihael mihai mijo mika mikail mike mikhail mikołaj mila milan mile
milena milica milka milo milos miloš mina minna miodrag mira mirco mirella miriam mirja mirjam mirjana mirko miroslav
miroslaw miroslawa mislav miłosz mladen mohamad mohamed mohammad mohammed mona monica monika monique monja morena
moritz mourad muhammad muhammed muharrem murat musa mustafa mustapha muzaffer mykola myriam nada nadeschda nadeshda
nadia nadin nadine nadja naima najib nancy nanni naomi napoleone nasser natali natalia natalie natalija nataliya
natalja natan nataniel natascha natasza nataša nathalie nathan necati nedda nela nele nelli nelly nenad nermin
neslihan nesrin nevenka nguyen niccolò nicholas nick nico nicola nicolai nicolas nicolaus nicole nicoletta nicolò
niels nihat nika nikita niklas niko nikodem nikola nikolai nikolaj nikolaos nikolas nikolaus nikolina nikša nils nina
ninetta nino nisa noah noel noemi nora norah norbert norma norman notburga nour nuran nuray nurcan nurettin nuri
nurten oda odo ognjen oksana olaf olav ole oleg oleksandr oleksij olena olga olgierd oliver olivia oliwier omar onur
orazio oreste orhan orlando ornella ortrud ortrun ortwin oscar oskar osman osvaldo oswald oswin otfried othmar otmar
ottavio ottfried ottilie ottmar otto ottokar ottomar ottone oxana ozan paloma pamela panfilo paola paoletta paolo
paride pascal pascale pasqual pasquale patric patricia patrick patrik patrizia patrizio patryk paul paula paulina
pauline paulo pavao pavel pawel paweł pedro peggy pelin pellegrino pero petar peter petra petros phil philip philipp
philippa philippe phillip philomena pia pier pierangelo piergiorgio piergiuseppe pierina pierluigi piermaria piero
pierpaolo pierre piersanti pietro pina pinar piotr pirmin pius polina pompeo pomponio priscilla priska przemysław
puccio qasim rabea rachel radmila radosław rafael rafał raffael raffaela raffaele raffaella raffaellino raffaello
rahel raik raimondo raimund rainer raisa raissa ralf ralph ramazan ramon ramona rana randolf rania ranieri raphael
raphaela rasmus rayana raymond raymund rebecca rebekka recep regina reginald regine reimar reimer reimund reinald
reiner reingard reinhard reinhardt reinhart reinhild reinhilde reinhold rembrandt remo rena renata renate renato rene
renee reni renzo rené resi reza ria ricarda ricardo riccardo ricciotti richard rico rieke rigo riko rita riza robby
robert roberta roberto robin rocco rochus roderich rodolfo roger roko roksana roland rolando rolf roman romana romano
romeo romina romolo romuald romy ron ronald ronaldo ronja ronny ronya rosa rosalia rosalie rosalinde rosaria rosario
rosel roselinde rosemarie rosi rosina rosita rosl rosmarie rossana roswita roswitha rotraud rotraut rouven roy roza
rozalia rozalija ruben rudi rudolf rudolph ruggero ruggiero rupert ruslan ruth ruthild ruzica ruža ružica ryszard róża
rüdiger saban sabatino sabina sabine sabri sabrina sahin sahra salih salim salma salvatore salvi sam samanta samantha
sami samir samira samuel sandor sandra sandro sandy sanja sante santino sara sarah sarina sascha saskia saverio saša
sebastian sebastiano sedat sefa selena selim selin selina selma semih semra sena senol senta sepp serafina serap
serdar serena serge sergei sergej sergio sergius serhat serhii serkan serpil sevda severin severino sevgi sevim sibel
sibilla sibille sibylla sibylle siegbert siegfried sieghard sieglinde siegmar siegmund siegrid siegried siegrun
siegward sigfried sigismund siglinde sigmar sigmund sigrid sigrun sigurd silas silja silke silva silvana silvester
silvestro silvia silvio simon simona simone simonetta sina sinaida sinan siniša slavica slavko slawomir slobodan
snezana snježana sofia sofie sofija sole solveig songül sonia sonja sophia sophie soraya stana stanislaus stanislav
stanislaw stanisław stavros stefan stefani stefania stefanie stefano steffen steffi stella sten stephan stephanie
stephen steve steven stilla stjepan suat suleyman susan susana susann susanna susanne suse susi suzana suzanne svantje
svea sven svenja svetlana swantje swen swetlana sybilla sybille sylke sylvana sylvester sylvia sylvie sylvio sylwia
szymon sönke sören sükrü süleyman tabea tadeusz talina tamara tamer tania tanja tarek tarik tassilo tatiana tatjana
taylan tea telemaco telse temistocle teodor teresa terezija tessa tetiana tetjana thaddäus thea theda thekla theo
theobald theodor theodora theodoros theres theresa therese theresia thi thies thilo thimo thomas thoralf thorben thore
thorsten tibor tiffany tilda till tillmann tilly tilman tilmann tilo tim timm timo timon timur tina tino tiziana
tiziano tobias tobiasz tola tolga tom tomas tomasz tomislav tomo toni tonia tonino tony toralf torben torquato torsten
traude traudel traudl traugott traute tristan trude trudel trudi tuan tugba tullio tuncay tymon tymoteusz tülay türkan
ubaldo uberto udo ugo ugolino ulf uli ulla ullrich ulrich ulrike umberto umut undine urban urs ursel ursula urszula
urte uschi uta ute utz uwe vadim valentin valentina valentine valentino valeri valeria valerie valerij valerio valeska
valter vanessa vanja vasile vasilios vassilios vedran veit veli venancio vera verena veronica veronika veronique vesna
veysel vicky victor victoria viktor viktoria vincent vincentio vincenza vincenzo vinko vinzenz viola violetta virgilio
virginia viridiana vitali vito vittoria vittorio vitus vivian viviane vivien vjekoslav vladimir vlado vlasta volker
volkhard volkmar volodymyr walburga waldemar waldtraut walentina walfried walli wally walter walther waltraud waltraut
waltrud wanda wassili wencke wendelin wenke wenzel wera werner wibke wiebke wieland wieslaw wigbert wiktor wilfried
wilfriede wilhelm wilhelmina wilhelmine willfried willi william willibald willibert willy wilma wiltrud winfrid
winfried witold wladimir wladyslaw wojciech woldemar wolf wolfgang wolfhard wolfram wolodymyr wulf xaver xavier xenia
yannic yannick yannik yannis yara yasemin yasin yasmin yasmina yasser yavuz yildiz yilmaz ylvie yolanda yousef youssef
yuliya yuri yusuf yvette yvonne zahra zaira zara zbigniew zdenka zdravko zehra zeki zekiye zeljko zenon zenta zeynep
zita zlatko zoe zoey zofia zoltan zora zoran zorka zuzanna zvonko zübeyde änne ömer özge özgür özlem ümit đuro đurđica
łukasz šime štefanija štefica željka željko
"""

VORNAMEN: Final = frozenset(_LISTE.split())
