import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Collection, type ReadOptions, readCorpus } from '../../src/corpus/read.js'

/** A temporary corpus folder with these files; it is removed when the test is over. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-corpus-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

export function readFiles(
  files: Record<string, string | Uint8Array>,
  options?: ReadOptions,
): Promise<Collection> {
  return readCorpus(folderWith(files), options)
}

/** `type level @speaker| text` for each block, to compare at a glance. */
export function outline(document: {
  text: string
  blocks: { type: string; start: number; end: number; level?: number; speaker?: string }[]
}): string[] {
  return document.blocks.map(({ type, start, end, level, speaker }) => {
    const by = speaker === undefined ? '' : ` @${speaker}`
    return `${type}${level ?? ''}${by}| ${document.text.slice(start, end)}`
  })
}

/** The blocks of one text in a file of this name. */
export async function outlineOf(text: string | Uint8Array, name = 'text.txt'): Promise<string[]> {
  const { documents } = await readFiles({ [name]: text })
  return outline(documents[0]!)
}
