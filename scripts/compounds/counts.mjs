import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The pairs are the only texts of today, and small: each of their words counts as four. */
const PAIRS_WEIGHT = 4
/** What a word listed by hand counts as, at least. */
const LISTED = 150

function rows(path) {
  const bytes = readFileSync(path)
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

/** A hand-made list beside this file: words between white space, lines of comment after `#`. */
function listed(name) {
  const lines = readFileSync(new URL(`lists/${name}.txt`, import.meta.url), 'utf8').split('\n')
  const words = lines.filter((line) => !line.startsWith('#')).join(' ')
  return new Set(words.split(/\s+/).filter(Boolean))
}

export function readLists() {
  return {
    blocked: listed('blocked'),
    short: listed('three-letter'),
    whole: listed('whole'),
    today: listed('today'),
    leftStems: listed('left-stems'),
    homographs: listed('noun-homographs'),
    heads: listed('adjective-heads'),
  }
}

/**
 * @param path Tab-separated, with a heading: word, counts in laws, novels, plays and pairs, and how
 *   often capitalised.
 * @returns Map of word to `frequency` (weighted), `total` (as counted), `sources` it occurs in, and
 *   `noun`, the share that is capitalised.
 */
export function readGerman(path, lists) {
  const words = new Map()
  for (const [word, ...columns] of rows(path)) {
    const [laws, novels, plays, pairs, capitalised] = columns.map(Number)
    const total = laws + novels + plays + pairs
    words.set(word, {
      frequency: laws + novels + plays + PAIRS_WEIGHT * pairs,
      total,
      sources: [laws, novels, plays, pairs].filter(Boolean).length,
      noun: capitalised / total,
    })
  }
  addListed(words, lists)
  return words
}

function addListed(words, { today, homographs, heads, leftStems }) {
  const least = (word, noun) => {
    const known = words.get(word) ?? { frequency: 0, total: LISTED, sources: 0, noun }
    words.set(word, {
      ...known,
      frequency: Math.max(known.frequency, LISTED),
      sources: Math.max(known.sources, 2),
      noun: noun === 1 ? 1 : known.noun,
    })
  }
  for (const word of today) least(word, 1)
  for (const word of homographs) least(word, 1)
  for (const word of [...heads, ...leftStems]) if (!words.has(word)) least(word, 0)
}

/** Map of English word to its count. Columns: word, novels, speeches, pairs, capitalised. */
export function readEnglish(path) {
  const total = ([novels, speeches, pairs]) => Number(novels) + Number(speeches) + Number(pairs)
  return new Map(rows(path).map(([word, ...columns]) => [word, total(columns)]))
}
