/**
 * Measures what searching across languages costs: the same queries with `cross=off` and `cross=auto` in turn, on generated
 * texts of real words. CPU time of this process per query, the median of six rounds. Run after `npm run build`:
 *
 *   node bench/crosslingual.mjs [passages] [english.tsv.gz german.tsv.gz]
 *
 * The files hold a word and its counts on every line, with tabs between. Without them, the words are those of the sample
 * corpus: few, so that each is in many passages, and every search is dearer than it would be in texts of that size.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { buildIndex, openIndex } from '../dist/index.js'
import { randomNumbers } from './texts.mjs'

const WORDS_PER_PASSAGE = 75
const PASSAGES_PER_DOCUMENT = 50
/** More frequent words are words of grammar, or nearly. */
const GRAMMAR = 150
const QUERIES = 300
/** Even, so that each of the two is asked first as often as the other. */
const ROUNDS = 6

const [passages = '100000', english, german] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'fundstelle-bench-'))
try {
  await measure(Number(passages), await vocabularies(english, german))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(count, words) {
  const corpus = join(folder, 'corpus')
  const index = join(folder, 'index')
  writeTexts(corpus, count, words)
  const { manifest } = await buildIndex(corpus, { index })
  const { en, de } = manifest.languages
  console.log(
    `${manifest.passages} passages (${en?.passages} en, ${de?.passages} de), ${words.en.size} English and ${words.de.size} German words, Node ${process.version}`,
  )
  const searcher = await openIndex(index)
  for (const size of [1, 2, 3, 5]) await compare(searcher, size, queries(words, size))
  await searcher.close()
}

async function compare(searcher, size, asked) {
  const modes = ['off', 'auto']
  for (const query of asked.slice(0, 50))
    for (const cross of modes) await searcher.search(query, { cross })
  const times = { off: [], auto: [], added: [] }
  for (const query of asked) {
    const rounds = { off: [], auto: [] }
    for (let round = 0; round < ROUNDS; round++)
      for (const cross of round % 2 === 0 ? modes : modes.toReversed())
        rounds[cross].push(await cpuOf(() => searcher.search(query, { cross })))
    const [off, auto] = modes.map((cross) => quantile(rounds[cross], 0.5))
    times.off.push(off)
    times.auto.push(auto)
    times.added.push(auto - off)
  }
  const row = Object.entries(times).map(([name, all]) => {
    return `${name} p50 ${quantile(all, 0.5).toFixed(3)} p99 ${quantile(all, 0.99).toFixed(3)}`
  })
  console.log(`${size} words  CPU ms  ${row.join('   ')}`)
}

async function cpuOf(work) {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function quantile(values, share) {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]
}

function writeTexts(corpus, count, words) {
  mkdirSync(corpus)
  const random = randomNumbers(1)
  for (let document = 0; document * PASSAGES_PER_DOCUMENT < count; document++) {
    const { draw } = words[document % 2 === 0 ? 'en' : 'de']
    const paragraphs = Array.from({ length: PASSAGES_PER_DOCUMENT }, () => {
      return `${Array.from({ length: WORDS_PER_PASSAGE }, () => draw(random)).join(' ')}.`
    })
    writeFileSync(join(corpus, `${document}.txt`), `${paragraphs.join('\n\n')}\n`)
  }
}

/** Queries of one language, half in each, by the words' frequency in the texts. */
function queries(words, size) {
  const random = randomNumbers(2)
  return Array.from({ length: QUERIES }, (_, i) => {
    const { drawTelling } = words[i % 2 === 0 ? 'en' : 'de']
    return Array.from({ length: size }, () => drawTelling(random)).join(' ')
  })
}

async function vocabularies(englishFile, germanFile) {
  if (englishFile && germanFile)
    return { en: vocabulary(countsIn(englishFile)), de: vocabulary(countsIn(germanFile)) }
  return sampleVocabularies()
}

function countsIn(file) {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.split('\n').flatMap((line) => {
    const [word, ...counts] = line.split('\t')
    const sum = counts.reduce((total, count) => total + Number(count), 0)
    return sum > 0 ? [[word, sum]] : []
  })
}

async function sampleVocabularies() {
  const index = join(folder, 'sample')
  await buildIndex(fileURLToPath(new URL('../corpus', import.meta.url)), { index })
  const searcher = await openIndex(index)
  const counts = { en: new Map(), de: new Map(), und: new Map() }
  for (const { id } of await searcher.engine.documents())
    for (const { text, language } of await searcher.engine.passagesOf(id))
      for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu))
        counts[language].set(word, (counts[language].get(word) ?? 0) + 1)
  await searcher.close()
  return { en: vocabulary([...counts.en]), de: vocabulary([...counts.de]) }
}

/** Words to be drawn as often as they were counted. */
function vocabulary(counts) {
  const ranked = counts.toSorted(([, a], [, b]) => b - a)
  return {
    size: ranked.length,
    draw: drawerOf(ranked),
    drawTelling: drawerOf(ranked.slice(GRAMMAR)),
  }
}

function drawerOf(ranked) {
  let total = 0
  const ends = Float64Array.from(ranked, ([, count]) => {
    total += count
    return total
  })
  return (random) => {
    const at = random() * total
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle] > at) high = middle
      else low = middle + 1
    }
    return ranked[low][0]
  }
}
