import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create, insert, load, type RawData, save, search } from '@orama/orama'
import { TERMS_TOKENIZER } from '../../evaluation/peers/orama.js'
import { readPassages } from '../passages.js'
import { type Engine, LIMIT } from '../system.js'

const FILE = 'index.json'

/** Orama with its BM25; threshold 1 is its OR, 0 its AND, and every term is the beginning of one, as it comes. */
export const ORAMA: Engine = {
  async build({ passages }, folder) {
    const database = emptyDatabase()
    for await (const { number, language, document, terms } of readPassages(passages))
      await insert(database, { id: String(number), text: terms, language, document })
    await writeFile(join(folder, FILE), JSON.stringify(save(database)))
  },
  async open(folder) {
    const database = emptyDatabase()
    load(database, JSON.parse(await readFile(join(folder, FILE), 'utf8')) as RawData)
    return async ({ mode, terms, language, offset, facets }) => {
      const { hits } = await search(database, {
        term: terms.join(' '),
        properties: ['text'],
        threshold: mode === 'and' ? 0 : 1,
        limit: LIMIT,
        offset,
        ...(mode === 'typo' ? { tolerance: 1 } : {}),
        ...(language === null ? {} : { where: { language: { eq: language } } }),
        ...(facets ? { facets: { language: {}, document: {} } } : {}),
      })
      return hits.length
    }
  },
}

function emptyDatabase() {
  return create({
    schema: { text: 'string', language: 'enum', document: 'enum' } as const,
    components: { tokenizer: TERMS_TOKENIZER },
  })
}
