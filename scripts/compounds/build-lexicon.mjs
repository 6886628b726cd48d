#!/usr/bin/env node
/**
 * Makes the lexicon of the German compound splitter from word counts and the lists beside this file.
 *
 *   npm run build
 *   node scripts/compounds/build-lexicon.mjs words-de.tsv.gz words-en.tsv.gz
 *
 * The counts are those described in NOTICE; the format of the files is in counts.mjs. It uses the
 * compiled splitter (COMPILED, by default dist), so that learning and splitting agree, and the same
 * input always gives the same file. Takes half a minute.
 */
import { writeFileSync } from 'node:fs'
import { readEnglish, readGerman, readLists } from './counts.mjs'
import { frontCode, selectForms } from './pack.mjs'
import { Trainer } from './train.mjs'

const compiled = new URL(`${process.env.COMPILED ?? '../../dist'}/analysis/`, import.meta.url)
const load = (path) => import(new URL(path, compiled))
const { cheapestChain, costAsLast } = await load('lang/de/compounds/chain.js')
const { costClass, LINKS, packUnit } = await load('lang/de/compounds/units.js')
const { BEGINNING, SIGNS } = await load('lang/de/compounds/lexicon.js')
const { isWhole } = await load('lang/de/compounds/whole.js')
const { MAX_COST } = await load('lang/de/compounds/split.js')
const { stemGerman } = await load('stemmers.js')
const { foldDiacritics, foldUmlauts } = await load('fold.js')

/** What a split may cost for each part to be learned from: less than {@link MAX_COST}, to learn no mistakes. */
const STRICT_COST = 10.5
/** A word as rare as this is not worth a place among those that stay whole. */
const LEAST_WHOLE = 8

const TARGET = '../../src/analysis/lang/de/compounds/lexicon.generated.ts'

const [germanPath, englishPath] = process.argv.slice(2)
if (!germanPath || !englishPath) {
  console.error('usage: build-lexicon.mjs words-de.tsv.gz words-en.tsv.gz')
  process.exit(2)
}

const pack = ({ left, last, link }) => packUnit(costClass(left), costClass(last), link ?? '')
const lists = readLists()
const words = readGerman(germanPath, lists)
const english = readEnglish(englishPath)
const trainer = new Trainer(words, english, lists, {
  cheapestChain,
  stem: (word) => stemGerman(foldUmlauts(foldDiacritics(word))),
  isWhole: (word) => isWhole(word, lists.whole),
  pack,
  strictCost: STRICT_COST,
})
const forms = selectForms(trainer.train(), costAsLast, pack)
const units = new Map(forms.map((costs) => [costs.form, pack(costs)]))
const whole = wholeWords()

/** The words that the shipped forms would split, and should not. */
function wholeWords() {
  const splits = (word) => {
    const chain = cheapestChain(word, units)
    return chain && chain.cost <= MAX_COST * chain.segments.length ? chain : undefined
  }
  const kept = new Set(lists.whole)
  const offer = (word) => {
    if (word.length > 6 && /^[a-zäöüß]+$/.test(word) && !isWhole(word, kept)) kept.add(word)
  }
  const shortFirst = [...words].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  for (const [word, { frequency }] of shortFirst) {
    if (frequency < LEAST_WHOLE) continue
    const chain = splits(word)
    if (chain && !trainer.isCompound(word, chain, 99)) offer(word)
  }
  // `arbeitende` is a participle, no `Arbeit|ende`.
  for (const [word, { noun }] of words) {
    const participle = `${word.slice(0, -2)}end`
    if (!word.endsWith('en') || (noun > 0.5 && !lists.homographs.has(word))) continue
    if (splits(`${participle}e`)) offer(participle)
  }
  for (const [word, count] of english) {
    const german = words.get(word)?.total ?? 0
    if (count >= 5 && count > 3 * german && splits(word)) offer(word)
  }
  return kept
}

function unitSigns({ left, last, link }) {
  const before = costClass(left)
  const signs = SIGNS[before] + SIGNS[costClass(last)]
  return before ? signs + SIGNS[LINKS.indexOf(link)] : signs
}

const header = `// Made by scripts/compounds/build-lexicon.mjs from word counts; do not edit. To make it again:
//   npm run build && node scripts/compounds/build-lexicon.mjs words-de.tsv.gz words-en.tsv.gz
// Sources of the counts: see NOTICE. Format: see lexicon.ts.
`
const packed = {
  units: frontCode(
    forms.map((costs) => [costs.form, unitSigns(costs)]),
    SIGNS,
    BEGINNING,
  ),
  whole: frontCode(
    [...whole].map((word) => [word, '']),
    SIGNS,
    BEGINNING,
  ),
}
const body = [
  `/** ${forms.length} forms. */`,
  `export const UNITS: string =\n  '${packed.units.words}'`,
  `export const UNIT_SECTIONS: string =\n  '${packed.units.sections}'`,
  `/** ${whole.size} words. */`,
  `export const WHOLE: string =\n  '${packed.whole.words}'`,
  `export const WHOLE_SECTIONS: string =\n  '${packed.whole.sections}'`,
]
writeFileSync(new URL(TARGET, import.meta.url), `${header}\n${body.join('\n')}\n`)
console.error(`${forms.length} forms, ${whole.size} words that stay whole`)
