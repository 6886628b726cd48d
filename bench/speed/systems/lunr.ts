import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import lunr from 'lunr'
import { readPassages } from '../passages.js'
import { type Ask, type Engine, LIMIT } from '../system.js'

const FILE = 'index.json'

/** Lunr without a pipeline, because terms are analyzed; it ranks all hits and returns them all. */
export const LUNR: Engine = {
  async build({ passages }, folder) {
    const builder = new lunr.Builder()
    builder.ref('id')
    builder.field('text')
    builder.field('language')
    for await (const { number, language, terms } of readPassages(passages))
      builder.add({ id: String(number), text: terms, language })
    await writeFile(join(folder, FILE), JSON.stringify(builder.build()))
  },
  async open(folder) {
    const index = lunr.Index.load(JSON.parse(await readFile(join(folder, FILE), 'utf8')))
    return (ask) => {
      const hits = index.query((query) => describe(ask, query))
      return hits.slice(ask.offset, ask.offset + LIMIT).length
    }
  },
}

function describe({ mode, terms, language }: Ask, query: lunr.Query): void {
  const { presence, wildcard } = lunr.Query
  for (const term of terms)
    query.term(term, {
      fields: ['text'],
      presence: mode === 'and' ? presence.REQUIRED : presence.OPTIONAL,
      ...(mode === 'prefix' ? { wildcard: wildcard.TRAILING } : {}),
      ...(mode === 'typo' ? { editDistance: 1 } : {}),
    })
  if (language !== null) query.term(language, { fields: ['language'], presence: presence.REQUIRED })
}
