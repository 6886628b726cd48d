import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { readPassages } from '../passages.js'
import { type Ask, type Engine, LIMIT } from '../system.js'

const FILE = 'index.sqlite'
/** Kilobytes of pages that stay in memory, as SQLite writes it. */
const CACHE = -262_144

/** FTS5 with its `bm25()` rank and positions, without a copy of the texts; other columns in a table beside it. */
export const SQLITE: Engine = {
  async build({ passages }, folder) {
    const database = opened(folder)
    database.exec(`
      CREATE VIRTUAL TABLE texts USING fts5(text, content = '', tokenize = "unicode61 remove_diacritics 0");
      CREATE TABLE passages (id INTEGER PRIMARY KEY, language TEXT, document TEXT);
      BEGIN`)
    const text = database.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)')
    const row = database.prepare('INSERT INTO passages VALUES (?, ?, ?)')
    for await (const { number, language, document, terms } of readPassages(passages)) {
      text.run([number, terms])
      row.run([number, language, document])
    }
    text.finalize()
    row.finalize()
    database.exec(`COMMIT; INSERT INTO texts (texts) VALUES ('optimize')`)
    database.close()
  },
  async open(folder) {
    const database = opened(folder)
    const ranked = 'WHERE texts MATCH ? ORDER BY rank LIMIT ? OFFSET ?'
    const all = database.prepare(`SELECT rowid FROM texts ${ranked}`)
    const beside = 'FROM texts JOIN passages ON passages.id = texts.rowid WHERE texts MATCH ?'
    const filtered = database.prepare(
      `SELECT texts.rowid ${beside} AND language = ? ORDER BY rank LIMIT ? OFFSET ?`,
    )
    const counts = ['language', 'document'].map((column) =>
      database.prepare(
        `SELECT ${column}, count(*) ${beside} GROUP BY ${column} ORDER BY 2 DESC LIMIT 10`,
      ),
    )
    return (ask) => {
      const query = queryOf(ask)
      if (ask.facets) for (const count of counts) count.all([query])
      if (ask.language === null) return all.all([query, LIMIT, ask.offset]).length
      return filtered.all([query, ask.language, LIMIT, ask.offset]).length
    }
  },
}

function opened(folder: string): sqlite.Database {
  const database = new sqlite.Database(join(folder, FILE))
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = ${CACHE}`)
  return database
}

function queryOf({ mode, terms }: Ask): string {
  if (mode === 'phrase') return `"${terms.join(' ')}"`
  if (mode === 'prefix') return `"${terms[0]}"*`
  return terms.map((term) => `"${term}"`).join(mode === 'and' ? ' AND ' : ' OR ')
}
