/** Words before a colon that announce a fact, a remark or a section, and never name a speaker. */
const LABELS = new Set(
  `
  runtime length country countries year genre language languages release date dates location locations
  rating distribution distributor director directors producer producers screenwriter writer writers
  screenplay cast crew starring with editing editor cinematography camera music score sound design
  costumes production synopsis plot story statement summary background biography filmography awards
  nominations festival press contact website source sources photo photos picture image caption copyright
  note notes update correction warning spoiler example examples conclusion part chapter scene act title
  subject re tags keywords links see also attention info information facts question questions answer
  answers interview conversation review verdict film movie credits format colour color budget email phone
  fax address time place venue tickets admission price age subtitles version translation

  laufzeit länge land länder jahr genre sprache sprachen start kinostart datum termin ort orte drehort
  drehorte verleih regie regisseur regisseurin produzent produzentin produktion drehbuch buch autor autorin
  besetzung darsteller darstellerin stab mit schnitt kamera musik ton ausstattung kostüme inhalt handlung
  geschichte zusammenfassung hintergrund biografie biographie filmografie filmographie preise
  auszeichnungen nominierungen festivals presse kontakt webseite quelle quellen foto fotos bild bilder
  bildunterschrift anmerkung anmerkungen hinweis hinweise achtung wichtig nachtrag korrektur beispiel
  beispiele fazit teil kapitel szene akt titel betreff stichworte stichwörter siehe fakten frage fragen
  antwort antworten gespräch kritik urteil vorspann abspann farbe preis eintritt zeit uhrzeit adresse
  telefon alter fsk untertitel fassung übersetzung redaktion info infos
  `
    .trim()
    .split(/\s+/),
)

/** `Runtime`, `Production Design`, `Directed by`: what stands before this colon is no name. */
export function isLabelWord(text: string): boolean {
  const words = text.toLowerCase().split(/\s+/)
  return LABELS.has(words[0]!) || LABELS.has(words.at(-1)!) || ['by', 'von'].includes(words.at(-1)!)
}
