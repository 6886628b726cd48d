// `schon` is not among them: it folds like `schön`, and the two should find each other.
const WORDS = `der die das den dem des ein eine einen einem einer eines
  dieser diese dieses diesen diesem jener jene jenes jenen jenem derjenige diejenige dasjenige
  derselbe dieselbe dasselbe denselben demselben
  ich mich mir mein meine meinen meinem meiner meines du dich dir dein deine deinen deinem deiner deines
  er ihn ihm sein seine seinen seinem seiner seines sie ihr ihre ihren ihrem ihrer ihres ihnen
  es wir uns unser unsere unseren unserem unserer unseres euch euer eure euren eurem eurer sich man
  wer wen wem wessen was welcher welche welches welchen welchem wann wo wohin woher warum weshalb wieso wie
  bin bist ist sind seid war warst waren wart gewesen wäre wären sei seien
  habe hast hat haben habt hatte hatten hattest hätte hätten gehabt
  werde wirst wird werden werdet wurde wurden würde würden geworden worden
  kann kannst können könnt konnte konnten könnte könnten
  muss musst müssen müsst musste mussten müsste müssten
  soll sollst sollen sollte sollten will willst wollen wollte wollten
  darf darfst dürfen durfte durften mag möge möchte möchten
  und oder aber denn sondern doch sowie als wenn weil dass daß ob obwohl damit indem nachdem bevor während
  in im ins an am ans auf aufs aus bei beim bis durch für fürs gegen hinter mit nach neben ohne über um ums
  unter unterm von vom vor vorm zu zum zur zwischen seit wegen trotz gegenüber innerhalb außerhalb je pro
  nicht kein keine keinen keinem keiner keines nur auch noch so sehr da dann hier dort nun
  mal zwar etwa eben ja nein wieder immer mehr alle allem allen aller alles jeder jede jedes jeden jedem
  dabei dafür dagegen daher dadurch daran darauf daraus darin darüber davon dazu wobei wodurch wofür
  woran worauf woraus worin worüber wovon wozu`.split(/\s+/)

/** The same word on a keyboard without umlauts: fuer, waere, dass. */
function spelledOut(word: string): string {
  return word.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss')
}

/** German words of grammar. Short on purpose: `Welt` and `Leben` carry meaning. */
export const GERMAN_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  WORDS.flatMap((word) => [word, spelledOut(word)]),
)
