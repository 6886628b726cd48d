// Made by scripts/families/build-verbs.mjs from word counts; do not edit. To make it again:
//   npm run build && node scripts/families/build-verbs.mjs words-de.tsv.gz
// Sources of the counts: see NOTICE.

/** Stems of 1503 verbs without prefixes, folded. */
export const VERBS: string = `
  abmuh abonnier absolvier absonder absorbier abstreif abwart acht achz adoptier adressier aff
  affektier aggregier agier ahm ahn ahnd ahnel akkreditier aktivier aktualisier akzeptier
  amusier amusir analysier anberaum ander angel angstig animier anlachel anmass anonymisier
  anreg anstaun anstreng antwort anvertrau appellier applaudier arbeit arger arrangier assoziier
  atm attackier aufbaum aufraum aufreg ausart ausser ausstaffier ausstrahl ausstreck ausub
  autorisier avancier balancier balg bandig bang basier bau baumel bausch beabsichtig beanspruch
  beanstand beantrag beaufsichtig beauftrag beb beding bedurf beeindruck beeinfluss
  beeintrachtig beeng befahig befestig befeucht befleck beflugel befremd befreund befriedig
  befrist befurwort begab begegn begehr begeister beginn beglaubig begluckwunsch begnad begnug
  begrenz begrund begunstig begutacht behaupt beherberg beicht beilieg beinhalt beiss bejah
  bekranz belast belastig beleb beleidig bell beluft belustig bemachtig bemal bemuh benachteilig
  benetz beobacht bepflanz beprob berat berechtig bereicher bereit berichtig berst berucksichtig
  beruhig besa besait beschaftig beschatt bescheinig beschlagnahm beschleunig beschliess
  beschmutz beschonig beschrank beschreib beschwer beschwichtig beschwor beseel beseitig beselig
  besichtig besiegel besitz besold besser bestatig besteuer bestimm bestrahl besudel bet betast
  betatig betau betaub beteilig beteuer betheuer betitel beton betor betreib betreu bettel beug
  beunruhig beurkund beurlaub bevolker bevorsteh bevorzug bewaltig beweg beweis bewert
  bewillkommn bezeug bezieh bezweck bezwing biet bilanzier bild billig blah bleich blend blick
  blink blinzel blitz blockier blok bluh blut bohr bombardier borg brach brand brandmark brauch
  braus breit brodel brull brust brut buchstabier buck bugel buhl bummel buss charakterisier
  citir codier dammer dampf dank darb datier dauer deaktivier debattier deck definier dehn
  deklamier deklamir deklarier dekorier demonstrier demuthig demutig denk desinfizier deut dicht
  dien differenzier diktier diskriminier diskutier disputier distinguier dokumentier dominier
  donner doppel dozier drang drau dreh dressier droh drohn druck duck duft duld dung dunk
  durchdring durchleb durchlocher durchschneid durchstober durchstreif durst dusch duz ebn ehr
  eifer eign eil einig ekel emittier empfang empfind empor emporsteig end endig engagier entart
  entbehr entbloss entfalt entfern entflieh entfremd entgegenstreck entlarv entlast entledig
  entleib entpupp entscheid entschleier entschlussel entschuldig entschwind entseel entspring
  entwert erbeut erbitter erblass erblind erbos erbring erfrisch erganz ergetz ergotz ergreif
  erhalt erheb erheiter erhitz erhoh erinner erkalt erlaub erlauter erleb erledig erleichter
  ermachtig ermatt ermittel ermoglich ermud ermuthig ermutig erneu erneuer erniedrig ernt erober
  erorter erprob erquick erreg ersauf erschein erschlaff erschreck erschutter erschwer ersehn
  erstreck erwachs erwart erweich erweiter erwider erwieder erzeug erzieh erziel etablier
  evakuier existier existir explodier exponier exportier fach fachel fall falsch farb fasel fass
  fast feg fehl feier feil feilsch fertig fessel feuer fieber finanzier fixier fixir flacker
  flankier flatter fleh fletsch flick flimmer flirr floss fluch flucht fluster foder folg folter
  fopp forder formatier formulier forsch fotografier frag frappier frei freu frevel frey frier
  frisier frisir frohlock frohn frucht fruhstuck fug fuhl fuhr full fungier funkel funktionier
  furcht futter gacker gaff gahn gahr galoppier gar garantier garnier gaukel geb gebar geborg
  gebrauch geduld gefahrd gefalt geh gehor gehorch geissel geiz gelang geleg geleit gell gelob
  gelt gemahn gemein genehmig generier geniess genir genug gepfleg gereich geruh gesegn gestalt
  gestatt gestell gestikulier getrau gewahr gewahrleist gewicht gewinn gewohn geziem girr glanz
  glatt glaub gleiss gleit glitzer glotz gluck gluh gratulier grau graus gravier grein groll
  grubel gruppier gruss guck gurt hader haft hagel hal halbier hammer handel handhab hang hansel
  hantier harm harmonier harmonir harmonisier harr hasch hass hauch hauf haus heft heg heil
  heimkehr heirat heisch heiz hell herbeifuhr herrsch herumirr hetz heuchel heul hinaufkletter
  hinder hink hinstreck hinterleg hobel hock hof hoff hohn hohnlach hol hops hor horch huldig
  hull humpel hunger hupf husch hut identifizier ignorier illustrier imitier impf imponier
  imponir importier impragnier improvisier improvisir indizier induzier informier innewohn
  inspizier installier inszenier integrier interessier interessir interpolier intervenier
  investier irr isolier jag jammer jat jauchz jubel kalkulier kampf kapitalisier kapitulier kau
  kauer kauf kehr keif keim kenn kennenlern keuch kicher kitzel klaff klag klapp klapper klar
  klassifizier klatsch kleb kleid kletter klimper klingel klirr klopf knack knall knarr kneip
  knet knick knicks knirsch knister knupf koch kodier koller kollidier kombinier kommandier
  kommandir kompensier komponier komprimier konkretisier konkurrier konservier konsolidier
  konstatier konstituier konstruier kontrollier konvertier konzentrier konzipier kooperier
  koordinier kopier korrespondier korrigier kos krabbel krach krachz kraftig krah kram krampf
  krank krankel kratz krausel kreisch kreuz kreuzig krieg kritisier kritzel kron kuck kuhl
  kultivier kummer kund kundig kurz kuss lab lach lager lahm lall land lang langweil larm laster
  lauer laugn lausch laut lechz leck leer leg legitimier lehn lehr leim leist leit lenk lern les
  letz leucht leugn licht lieb liebkos liefer linder lispel lob locker loder logier loh lohn los
  losch lug lull lupf lustwandel mach mah mahl mahn mangel manovrier markier marschier marschir
  marter maskier massig mast maul meditier meen meissel meld merk miet milder minder misch
  moblier modernisier modifizier mog montier mord motivier mucks multiplizier mund munkel murmel
  murr musizier muss nag nagel nah naher nahr nasch neck neid neig nenn nestel nick niederknie
  nies nipp nist nominier nothig notier notifizier notig nummerier nutz obwalt offenbar offn ofn
  operier opfer optimier ordn organisier orientier paar pack paff parfumier park pass passier
  patentier patsch pauschalier peinig peitsch pensionier pensionir perforier pfleg pfluck pflug
  phantasier pick plag plan plarr platz plauder plunder poch polier polter postier prag prahl
  prall prang praparier prasentier prasentir prassel prazisier predig prell press probier
  produzier prognostizier promenier prophezei protestier protokollier pruf prugel prunk
  pseudonymisier puff purzel pust putz qual qualifizier qualm quantifizier quartier quetsch
  quiek quittier rach raff raffinier rag raschel rasier rassel rast raub rauch raucher rauf raun
  rausch reagier realisier rebellier rech rechtfertig reck recycel red reduzier referenzier
  reflektier reformier regier registrier regn regulier reich reif reim reinig reis reiss reitz
  reiz renommier reparier reprasentier reservier resignier resultier retirier retirir rett reu
  revidier rezitier richt riesel ringel roll rot ruck ruder ruf ruff ruh ruhm ruhr ruinier
  ruinir rumpf rund rupf rust rutsch ruttel sag salb salutier sammel sanftig sattel sattig
  sauber saug saum saus sausel schab schadig schaff schal schall schalt scham schand scharf
  scharr schatz schau schauder schaufel schaukel schaum scheiter schenk scherz scheu scheuch
  scheuer schick schiel schik schilder schiller schimmer schimpf schirm schlangel schleif
  schlender schlepp schleuder schlich schlicht schlotter schluck schlummer schlupf schlurf
  schmacht schmah schmal schmaler schmatz schmauch schmaus schmeck schmeichel schmetter schmied
  schmieg schmier schmink schmoll schmuck schmuggel schmunzel schnalz schnapp schnarch schnatter
  schnaub schnauf schnei schnell schneuz schnitz schnitzel schnur schon schopf schrei schrill
  schrumpf schuchter schur schutt schuttel schutz schwank schwarm schwatz schweb schweif schwel
  schwelg schwell schwenk schwindel schwirr schwitz seegn segel segn send seng senk serialisier
  servier setz seufz sez sicher sicht sicker sieb siech sied sieg signier simulier sorg sortier
  spah spann spar spass spazier speis spend sperr spezifizier spiegel spiel spiess spitz sporn
  spott spreiz spreng spritz sprudel spruh spuck spuk spul spur stabilisier stahl stammel stampf
  stark starr start statt stau staub steck steh steif steiger steinig stell stempel sterilisier
  stichel stick stier stift still stock stolper stopf stopp stor straf straff strampel strand
  straub strauchel streb streichel streu strick strotz strukturier studier studir sturm sturtz
  sturz stutz substituier such suhn summier sundig surr suspendier sympathisier tadel tandel
  tanz tapp tauch tauf taug taumel tausch teil telefonier test theil thron thurm tilg tipp
  titulier tob todt tot trab tracht trainier trampel trank transferier transportier trau trauer
  traufel traum trenn trief trippel triumphier triumphir trockn trost trott trub tummel tuschel
  uberbruck uberflieg uberfliess uberflut uberleb ubermittel ubernacht uberquer uberrasch
  uberschatt uberschreit uberseh ubersiedel uberspring ubersteig uberstrahl ubertaub ubertunch
  uberwaltig uberweis uberwind uberzeug umarm umfried umgrenz umhals umklammer umkreis umrahm
  umring umschleier umschliess umschling umzingel uniformier unterhalt unterjoch unterlieg
  unterschreib urteil urtheil validier verabred verabreich verabscheu verabschied veralt
  veranker veranlag veranlass veranschlag veranstalt verarm verberg verbind verbitter verbleib
  verbluff verbrief verbund verburg verdachtig verdamm verderb verdeutlich verdorr verdunkel
  verduster veredel vereidig verein vereinbar vereinfach vereinnahm vereitel vereng vererb
  verewig verfaul verfeiner verfestig verfinster vergall vergess vergeud vergift vergitter
  vergleich vergold vergotter vergrosser vergut verhall verhart verheer verheimlich verheiss
  verifizier verjahr verjung verkett verkleiner verkling verkohl verkorper verlanger verlass
  verleb verleih verleumd verlier verlock vermarkt vermehr vermeid vermein vermiss vermittel
  vermoder vermut vernachlassig vernarb vernehm vernein vernetz vernicht verod veroffentlich
  verpacht verpest verpfand verpflicht verrenk verriegel verringer verrost verschimmel
  verschlechter verschleier verschling verschlussel verschmutz verschrank verschreib verschwind
  versiegel versilber versink versohn verspat versprech verstandig versteiner versteuer verstoss
  verstummel vertag verteidig vertief verub verungluck verunreinig verursach vervielfaltig
  vervollstandig verwahrlos verweil verweis verwerf verwert verwes verwilder verwirklich verwirr
  verwust verzehr verzeih verzettel verzicht verzins vibrier vier vollend vollfuhr vollstreck
  vollzieh vorherrsch wach wackel waffn wahl wahn wahr wall walt walz wandel wander wank warm
  warn wat web wechsel weck wedel weh wehr weid weiger weih wein weiss weissag weit welk wend
  wett wetteifer wetz wickel widerhall widersprech widm wiederhall wieg wieher willfahr willig
  wimmel wimmer wink winsel wipp wirbel wirk wirtschaft wis wisch wisper wiss witter wohn wolb
  wucher wuhl wunder wundtsch wunsch wurdig wurfel wurg wurz wut zag zahl zahm zank zappel
  zauber zauder zaum zech zeig zentralisier zerfetz zerfleisch zerfliess zerhack zermalm zerr
  zerrutt zerschell zersplitter zerstuck zertifizier zertrummer zerzaus ziem zier zirp zisch
  zischel zitier zitter zivilisier zoger zoll zucht zuchtig zuck zund zungel zupf zurechtleg
  zurechtruck zurn zuruckschreck zwang zwei zweifel zwey zwick zwinker zwitscher
`
