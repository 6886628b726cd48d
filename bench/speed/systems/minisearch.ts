import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import MiniSearch, { type SearchOptions } from 'minisearch'
import { TERMS } from '../../evaluation/peers/minisearch.js'
import { readPassages } from '../passages.js'
import { type Ask, type Engine, LIMIT } from '../system.js'

const OPTIONS = { ...TERMS, fields: ['text'], storeFields: ['language'] }
const FILE = 'index.json'

/** MiniSearch with its BM25+; it ranks all hits and returns them all. */
export const MINISEARCH: Engine = {
  async build({ passages }, folder) {
    const index = new MiniSearch(OPTIONS)
    for await (const { number, language, terms } of readPassages(passages))
      index.add({ id: number, language, text: terms })
    await writeFile(join(folder, FILE), JSON.stringify(index))
  },
  async open(folder) {
    const index = MiniSearch.loadJSON(await readFile(join(folder, FILE), 'utf8'), OPTIONS)
    return (ask) => {
      const hits = index.search(ask.terms.join(' '), optionsOf(ask))
      return hits.slice(ask.offset, ask.offset + LIMIT).length
    }
  },
}

function optionsOf({ mode, language }: Ask): SearchOptions {
  return {
    combineWith: mode === 'and' ? 'AND' : 'OR',
    ...(mode === 'prefix' ? { prefix: true } : {}),
    ...(mode === 'typo' ? { fuzzy: 1 } : {}),
    ...(language === null ? {} : { filter: (hit) => hit.language === language }),
  }
}
