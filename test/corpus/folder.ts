import { type Collection, type ReadOptions, readCorpus } from '../../src/corpus/read.js'
import { corpusOf } from '../support/collection.js'

/** Reads a temporary corpus folder with these files. */
export async function readFiles(
  files: Record<string, string | Uint8Array>,
  options?: ReadOptions,
): Promise<Collection> {
  return readCorpus(await corpusOf(files), options)
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
