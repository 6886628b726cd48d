import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { buildIndex, type OpenOptions, openIndex, type Searcher } from '../../src/index.js'

/** A fresh folder that is removed when the test ends or, in a hook, when `cleanUp` says. */
export async function temporaryFolder(
  cleanUp: (remove: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fundstelle-'))
  cleanUp(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files (path to content) to a fresh folder. */
export async function corpusOf(
  files: Record<string, string | Uint8Array>,
  cleanUp: (remove: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const folder = await temporaryFolder(cleanUp)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** Builds and opens an index of some files. */
export async function searcherOf(
  files: Record<string, string>,
  options: OpenOptions = {},
): Promise<Searcher> {
  const index = await temporaryFolder()
  await buildIndex(await corpusOf(files), { index })
  // Without translations unless a test is about them.
  const searcher = await openIndex(index, { lexicon: null, ...options })
  onTestFinished(() => searcher.close())
  return searcher
}

/** One document per text, in one language: `0.md`, `1.md`, … each a passage. */
export function searcherOfPassages(language: 'en' | 'de', texts: readonly string[]) {
  return searcherOf(
    Object.fromEntries(texts.map((text, i) => [fileName(i), document(language, text, i)])),
  )
}

function fileName(number: number): string {
  return `${String(number).padStart(3, '0')}.md`
}

function document(language: string, text: string, number: number): string {
  return `---\nlanguage: ${language}\ntitle: "${number}"\nid: "${number}"\n---\n\n${text}\n`
}

/** Numbers of the documents that a query finds, best first. */
export async function found(searcher: Searcher, query: string): Promise<number[]> {
  const { hits } = await searcher.search(query, { limit: 100 })
  return hits.map((hit) => Number(hit.document.id))
}

/** What is marked in each hit. */
export async function marked(searcher: Searcher, query: string): Promise<string[][]> {
  const { hits } = await searcher.search(query, { limit: 100 })
  return hits.map(({ passage, highlights }) =>
    highlights.map(({ start, end }) => passage.text.slice(start, end)),
  )
}
