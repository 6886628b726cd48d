/**
 * Measures near-duplicates: which share of copies is recognized by the share of their words that was changed, on the
 * passages of a folder of texts, and what finding them costs on generated ones. Run after `npm run build`:
 *
 *   node --expose-gc bench/duplicates.mjs [folder] [passages]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyzerFor } from '../dist/analysis/registry.js'
import { DuplicateFinder, MIN_WORDS } from '../dist/duplicates/duplicate-finder.js'
import { buildIndex, openIndex } from '../dist/index.js'
import { documents, randomNumbers } from './texts.mjs'

const [folder = 'corpus', passages = '100000'] = process.argv.slice(2)
await measureRecognition()
measureCost(Number(passages))

async function measureRecognition() {
  const texts = await passagesOf(folder)
  const random = randomNumbers(7)
  const words = texts.flatMap(({ text }) => text.split(/\s+/))
  console.log(`${texts.length} passages of ${MIN_WORDS} words or more in ${folder}`)
  for (const percent of [0, 2, 5, 8, 10, 12, 15, 20, 30]) {
    const copies = texts.map(({ text, language }) => {
      return { text: changed(text, percent / 100, words, random), language }
    })
    const { first, count } = find([...texts, ...copies].map(analyzed))
    const places = copies.map((_, i) => texts.length + i)
    const own = places.filter((place, i) => count[place] > 0 && first[place] === i).length
    const other = places.filter((place, i) => count[place] > 0 && first[place] !== i).length
    const share = ((100 * own) / texts.length).toFixed(1)
    console.log(`${percent} % of words changed: ${share} % recognized, ${other} with another`)
  }
}

function measureCost(size) {
  const finder = new DuplicateFinder()
  const kept = []
  for (const { text } of documents(size))
    for (const paragraph of text.trim().split('\n\n'))
      kept.push(analyzed({ text: paragraph, language: 'en' }))
  globalThis.gc?.()
  const before = process.memoryUsage()
  const start = performance.now()
  for (const [number, passage] of kept.entries()) finder.add(number, passage)
  const added = performance.now()
  globalThis.gc?.()
  const after = process.memoryUsage()
  finder.originals({ analyzed: (number) => kept[number], documentOf: (number) => number })
  const bytes = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed
  const micro = (from, to) => ((1000 * (to - from)) / kept.length).toFixed(1)
  console.log(
    `${kept.length} generated passages: ${micro(start, added)} + ${micro(added, performance.now())} microseconds and ${(bytes / kept.length).toFixed(0)} bytes each`,
  )
}

/** The passages of a folder's texts that have no near-duplicate yet. */
async function passagesOf(corpus) {
  const index = mkdtempSync(join(tmpdir(), 'fundstelle-bench-'))
  try {
    await buildIndex(corpus, { index })
    const searcher = await openIndex(index)
    const all = []
    for (const { id } of await searcher.engine.documents())
      all.push(...(await searcher.engine.passagesOf(id)))
    await searcher.close()
    const tokens = all.map(analyzed)
    const { count } = find(tokens)
    const words = (i) => tokens[i].tokens.filter(({ kind }) => kind === 'word').length
    return all.filter((_, i) => count[i] === 0 && words(i) >= MIN_WORDS)
  } finally {
    rmSync(index, { recursive: true, force: true })
  }
}

function analyzed({ text, language }) {
  return { tokens: analyzerFor(language).analyze(text), language }
}

/** Every passage a document by itself. */
function find(all) {
  const finder = new DuplicateFinder()
  for (const [number, passage] of all.entries()) finder.add(number, passage)
  return finder.originals({ analyzed: (number) => all[number], documentOf: (number) => number })
}

/** A text with a share of its words left out, replaced, or followed by another, in equal parts. */
function changed(text, share, words, random) {
  const other = () => words[Math.floor(random() * words.length)]
  const edits = [() => [], () => [other()], (word) => [word, other()]]
  return text
    .split(/\s+/)
    .flatMap((word) => (random() < share ? edits[Math.floor(random() * 3)](word) : [word]))
    .join(' ')
}
