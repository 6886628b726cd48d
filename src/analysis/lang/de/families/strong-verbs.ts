/** Strong and irregular verbs, folded: the stem of the infinitive, then the others, and nouns of the same row. */
const ROWS = `bieg bog, biet bot, bind band bund, bitt bat bet, blas blies, bleib blieb,
  brech brach broch brich, brenn brannt, bring bracht, denk dacht, dring drang drung, fahl fohl,
  fall fiel, fang fing, find fand fund, flieg flog flug, flieh floh, fliess floss fluss, fress frass,
  frier fror, geb gab gib, geh ging gang, ling lung, gelt galt golt gilt, niess noss nuss,
  gescheh geschah, winn wann wonn, giess goss, gleich glich, grab grub, greif griff, halt hielt,
  hang hing, heb hob, heiss hiess, helf half holf hilf, kenn kannt, kling klang klung, komm kam kunft,
  lad lud, lass liess, lauf lief, leid litt, leih lieh, les las lies, lieg lag, meid mied, mess mass,
  nehm nahm nomm nimm, nenn nannt, pfeif pfiff, rat riet, reiss riss, reit ritt, renn rannt,
  riech roch, ring rang rung, ruf rief, schaff schuf, scheid schied, schein schien,
  schieb schob schub, schiess schoss schuss, schlaf schlief, schlag schlug,
  schliess schloss schluss, schmelz schmolz, schneid schnitt, schreib schrieb schrift, schrei schrie,
  schreit schritt, schweig schwieg, schwimm schwamm schwomm, schwind schwand schwund,
  schwing schwang schwung, schwor schwur, seh sah sieh sicht, send sandt, sing sang sung,
  sink sank sunk, sinn sann sonn, sitz sass sess, sprech sprach sproch sprich spruch,
  spring sprang sprung, stech stach stoch stich, steh stand, stehl stahl stohl, steig stieg,
  sterb starb storb stirb, stoss stiess, streich strich, streit stritt, trag trug,
  treff traf troff triff, treib trieb, tret trat tritt, trink trank trunk, verderb verdarb verdorb,
  vergess vergass, verlier verlor verlust, wachs wuchs, wasch wusch, weich wich, weis wies,
  wend wandt, werb warb worb, werf warf worf wirf wurf, wieg wog, wind wand wund, wiss wusst,
  zieh zog zug, zwing zwang zwung`

/** Of these stems, those that are words with another meaning where no prefix stands before them: Band, Stand, Lunge. */
const AMBIGUOUS = new Set(
  `bot band bund bat bet sprach stand wand wund wind lung rung rang fund gang fahl fohl flug fluss
  zug stich strich mass nuss kunft sicht warb wurf sonn wann kam lud schrift schluss schuss schub bog
  sank sang sprung trieb schritt schnitt spruch half hing lief`.split(/\s+/),
)

const INFINITIVES = new Map<string, string>()
for (const row of ROWS.split(/,\s+/)) {
  const [infinitive, ...others] = row.split(' ')
  for (const other of others) INFINITIVES.set(other, infinitive!)
}
/** Those of the infinitives. */
export const STRONG_STEMS: ReadonlySet<string> = new Set(INFINITIVES.values())

/** The rows and the exceptions, as one string. */
export const STRONG_VERBS = `${ROWS} ${[...AMBIGUOUS].join(' ')}`

/** The infinitive's stem of a strong verb's other stem: `nehm` for `nahm`; the stem itself if there is none. */
export function withoutAblaut(stem: string, prefixed: boolean): string {
  return !prefixed && AMBIGUOUS.has(stem) ? stem : (INFINITIVES.get(stem) ?? stem)
}
