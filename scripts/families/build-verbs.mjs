#!/usr/bin/env node
/**
 * Makes the list of German verbs from word counts.
 *
 *   npm run build
 *   node scripts/families/build-verbs.mjs words-de.tsv.gz
 *
 * A stem is a verb's if it was seen, mostly in lower case, as an infinitive, in the third person or as a
 * participle, and in at least three such forms. Only verbs without prefixes are listed.
 */
import { writeFileSync } from 'node:fs'
import { readGerman } from '../compounds/counts.mjs'

const compiled = new URL(`${process.env.COMPILED ?? '../../dist'}/analysis/`, import.meta.url)
const load = (path) => import(new URL(path, compiled))
const { GERMAN_FUNCTION_WORDS } = await load('lang/de/function-words.js')
const { foldDiacritics } = await load('fold.js')
const { INSEPARABLE, PARTICLES } = await load('lang/de/families/affixes.js')

const TARGET = '../../src/analysis/lang/de/families/verbs.generated.ts'
/** A form must be seen as often as this, and no more often with a capital than this share. */
const LEAST = 3
const MOST_CAPITALS = 0.7
const WIDTH = 96

const [path] = process.argv.slice(2)
if (!path) {
  console.error('usage: build-verbs.mjs words-de.tsv.gz')
  process.exit(2)
}

const none = new Set()
const counts = readGerman(path, { today: none, homographs: none, heads: none, leftStems: none })
const seen = (form) => {
  const count = counts.get(form)
  return (
    count !== undefined && count.noun <= MOST_CAPITALS && count.total * (1 - count.noun) >= LEAST
  )
}

/** wart-et, öffn-et, sag-t */
const ending = (stem) => (/[dt]$|[^aeiouhlr][mn]$/.test(stem) ? 'et' : 't')
const unstressed = [...INSEPARABLE, 'ge', 'über', 'unter', 'um', 'durch', 'wider', 'hinter', 'voll']

function isVerb(stem) {
  const t = ending(stem)
  const participle = `ge${stem}${t}`
  const forms = [stem + t, `${stem}${t}e`, participle, `${stem}${t}en`, `${stem}end`]
  if ([...forms, `${stem}ende`, `${stem}enden`].filter(seen).length < 3) return false
  if (seen(participle) || (seen(stem + t) && (seen(`${stem}${t}e`) || stem.endsWith('ier'))))
    return true
  return seen(stem + t) && unstressed.some((prefix) => stem.startsWith(prefix))
}

const stems = new Set()
for (const [word] of counts) {
  const [, stem, end] = /^([a-zäöüß]{2,}?)(en|n)$/.exec(word) ?? []
  if (!stem || (end === 'n' && !/(?:el|er)$/.test(stem))) continue
  if (GERMAN_FUNCTION_WORDS.has(word) || GERMAN_FUNCTION_WORDS.has(stem)) continue
  if (seen(word) && isVerb(stem)) stems.add(foldDiacritics(stem))
}

const base = (stem) => {
  const prefix = [...PARTICLES, ...INSEPARABLE].find((each) => stem.startsWith(each))
  return prefix && stem.length - prefix.length >= 3 ? stem.slice(prefix.length) : ''
}
const listed = [...stems].filter((stem) => stem.length > 2 && !stems.has(base(stem))).sort()

const lines = []
for (const stem of listed) {
  const last = lines.length - 1
  if (last >= 0 && lines[last].length + stem.length < WIDTH) lines[last] += ` ${stem}`
  else lines.push(`  ${stem}`)
}
writeFileSync(
  new URL(TARGET, import.meta.url),
  `// Made by scripts/families/build-verbs.mjs from word counts; do not edit. To make it again:
//   npm run build && node scripts/families/build-verbs.mjs words-de.tsv.gz
// Sources of the counts: see NOTICE.

/** Stems of ${listed.length} verbs without prefixes, folded. */
export const VERBS: string = \`
${lines.join('\n')}
\`
`,
)
console.log(`${listed.length} verbs`)
