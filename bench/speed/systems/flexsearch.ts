import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Index } from 'flexsearch'
import { readPassages } from '../passages.js'
import { type Engine, LIMIT } from '../system.js'

/** FlexSearch's index, ranking and export as they come. */
export const FLEXSEARCH: Engine = {
  async build({ passages }, folder) {
    const index = emptyIndex()
    for await (const { number, terms } of readPassages(passages)) index.add(number, terms)
    const written: Promise<void>[] = []
    await index.export((key, part) => {
      if (part) written.push(writeFile(join(folder, key), part))
    })
    await Promise.all(written)
  },
  async open(folder) {
    const index = emptyIndex()
    for (const key of await readdir(folder))
      index.import(key, await readFile(join(folder, key), 'utf8'))
    return ({ mode, terms, offset }) =>
      index.search(terms.join(' '), { limit: LIMIT, offset, suggest: mode === 'or' }).length
  },
}

function emptyIndex(): Index {
  return new Index({ tokenize: 'strict', encode: (text: string) => text.split(' ') })
}
