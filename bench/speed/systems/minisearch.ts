import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import MiniSearch, { type AsPlainObject, type SearchOptions } from 'minisearch'
import { TERMS } from '../../evaluation/peers/minisearch.js'
import { readPassages } from '../passages.js'
import { type Ask, type Engine, LIMIT } from '../system.js'

const OPTIONS = { ...TERMS, fields: ['text'], storeFields: ['language'] }
const FILE = 'index.jsonl'

/** MiniSearch with its BM25+; it ranks all hits and returns them all. */
export const MINISEARCH: Engine = {
  async build({ passages }, folder) {
    const index = new MiniSearch(OPTIONS)
    for await (const { number, language, terms } of readPassages(passages))
      index.add({ id: number, language, text: terms })
    await pipeline(linesOf(index), createWriteStream(join(folder, FILE)))
  },
  async open(folder) {
    const lines = createInterface({ input: createReadStream(join(folder, FILE)) })
    const index = MiniSearch.loadJS(await fromLines(lines), OPTIONS)
    return (ask) => {
      const hits = index.search(ask.terms.join(' '), optionsOf(ask))
      return hits.slice(ask.offset, ask.offset + LIMIT).length
    }
  },
}

/** Its JSON with a line for each word: as one string it can be too long for V8. */
function* linesOf(minisearch: MiniSearch): Generator<string> {
  const { index, ...rest } = minisearch.toJSON()
  yield `${JSON.stringify(rest)}\n`
  for (const entry of index) yield `${JSON.stringify(entry)}\n`
}

async function fromLines(lines: AsyncIterable<string>): Promise<AsPlainObject> {
  let rest: Omit<AsPlainObject, 'index'> | undefined
  const index: AsPlainObject['index'] = []
  for await (const line of lines) {
    if (rest) index.push(JSON.parse(line))
    else rest = JSON.parse(line)
  }
  if (!rest) throw new Error(`There is nothing in ${FILE}.`)
  return { ...rest, index }
}

function optionsOf({ mode, language }: Ask): SearchOptions {
  return {
    combineWith: mode === 'and' ? 'AND' : 'OR',
    ...(mode === 'prefix' ? { prefix: true } : {}),
    ...(mode === 'typo' ? { fuzzy: 1 } : {}),
    ...(language === null ? {} : { filter: (hit) => hit.language === language }),
  }
}
