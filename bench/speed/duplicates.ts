import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WordNumbers } from '../../src/analysis/analyzed-word.js'
import { analyzerFor } from '../../src/analysis/registry.js'
import { buildIndex } from '../../src/build/build.js'
import { openIndex } from '../../src/build/index-files.js'
import { DuplicateFinder, MIN_WORDS } from '../../src/duplicates/duplicate-finder.js'
import { Shingles } from '../../src/duplicates/shingles.js'
import { LANGUAGES } from '../../src/language/language.js'
import { markdown } from '../evaluation/table.js'
import type { Sample } from './questions.js'
import { generateDocuments } from './texts/generate.js'
import { oneOf, type Random, randomNumbers } from './texts/random.js'

const SHARES = [0, 2, 5, 8, 10, 12, 15, 20, 30]
const SEED = 7

/**
 * Near-duplicates: which share of copies is recognized by the share of their words that was changed, on the passages
 * of a folder, and what finding them costs on generated ones. The table and a sentence.
 */
export async function reportDuplicates(corpus: string, passages: number): Promise<string> {
  const texts = await passagesOf(corpus)
  const heading = ['words changed', 'recognized', 'taken for a copy of another']
  return [
    `${texts.length} passages of ${MIN_WORDS} words or more:`,
    markdown(heading, recognition(texts)),
    cost(passages),
  ].join('\n\n')
}

function recognition(texts: readonly Sample[]): string[][] {
  const random = randomNumbers(SEED)
  const words = texts.flatMap(({ text }) => text.split(/\s+/))
  return SHARES.map((percent) => {
    const copies = texts.map(({ text, language }) => {
      return { text: changed(text, percent / 100, words, random), language }
    })
    const { first, count } = find([...texts, ...copies])
    const found = copies.map((_, i) => i).filter((i) => count[texts.length + i]! > 0)
    const own = found.filter((i) => first[texts.length + i] === i).length
    const share = ((100 * own) / texts.length).toFixed(1)
    return [`${percent} %`, `${share} %`, String(found.length - own)]
  })
}

function cost(size: number): string {
  const passages = [...generateDocuments(size)].flatMap(({ text }, document) => {
    const language = document % 2 === 0 ? ('en' as const) : ('de' as const)
    return text
      .trim()
      .split('\n\n')
      .map((text) => ({ text, language }))
  })
  const shingles = shinglesOf(passages).map((of) => of().slice())
  const finder = new DuplicateFinder()
  const before = process.cpuUsage()
  for (const [number, own] of shingles.entries()) finder.add(number, own)
  const added = process.cpuUsage(before)
  finder.originals({ shingles: (number) => shingles[number]!, documentOf: (number) => number })
  const all = process.cpuUsage(before)
  const each = ({ user, system }: NodeJS.CpuUsage) => (user + system) / passages.length
  return `${passages.length} generated passages: ${each(added).toFixed(1)} microseconds of CPU time each to add, ${(each(all) - each(added)).toFixed(1)} to compare.`
}

/** The passages of a folder's texts that have no near-duplicate yet. */
async function passagesOf(corpus: string): Promise<Sample[]> {
  const index = await mkdtemp(join(tmpdir(), 'fundstelle-bench-'))
  try {
    await buildIndex(corpus, { index })
    const searcher = await openIndex(index)
    const all: Sample[] = []
    for (const { id } of await searcher.engine.documents())
      all.push(...(await searcher.engine.passagesOf(id)))
    await searcher.close()
    const { count } = find(all)
    const words = (i: number) => analyzed(all[i]!).filter(({ kind }) => kind === 'word').length
    return all.filter((_, i) => count[i] === 0 && words(i) >= MIN_WORDS)
  } finally {
    await rm(index, { recursive: true, force: true })
  }
}

function analyzed({ text, language }: Sample) {
  return analyzerFor(language).analyze(text)
}

/** What makes the shingles of each passage. */
function shinglesOf(all: readonly Sample[]): (() => Uint32Array)[] {
  const made = new Map(
    LANGUAGES.map((language) => {
      const words = new WordNumbers(analyzerFor(language))
      return [language, { words, shingles: new Shingles(words, language) }] as const
    }),
  )
  return all.map(({ text, language }) => () => {
    const { words, shingles } = made.get(language)!
    return shingles.of(words.of(text))
  })
}

/** Every passage a document by itself. */
function find(all: readonly Sample[]) {
  const finder = new DuplicateFinder()
  const shingles = shinglesOf(all)
  for (const [number, of] of shingles.entries()) finder.add(number, of())
  return finder.originals({
    shingles: (number) => shingles[number]!(),
    documentOf: (number) => number,
  })
}

/** A text with a share of its words left out, replaced, or followed by another, in equal parts. */
function changed(text: string, share: number, words: readonly string[], random: Random): string {
  const edits = [
    () => [],
    () => [oneOf(words, random)],
    (word: string) => [word, oneOf(words, random)],
  ]
  return text
    .split(/\s+/)
    .flatMap((word) => (random() < share ? oneOf(edits, random)(word) : [word]))
    .join(' ')
}
