import sqlite from 'node-sqlite3-wasm'
import type { Peer, Setup } from './peer.js'

/**
 * SQLite's FTS5 with its `bm25()` rank, compiled to WebAssembly, so that installing needs no compiler. Porter's
 * is its only stemmer; it is meant for English, but German is found better with it than without.
 */
export const SQLITE = fts5('sqlite-fts5', {
  en: 'porter unicode61',
  de: 'porter unicode61 remove_diacritics 2',
  terms: 'unicode61 remove_diacritics 0',
})

/** FTS5 with its trigram tokenizer, which finds parts of compounds too, as it finds any part of any word. */
export const SQLITE_TRIGRAM = fts5('sqlite-trigram', {
  en: 'trigram',
  de: 'trigram',
  terms: 'trigram',
})

function fts5(name: string, tokenizers: Record<Setup, string>): Peer {
  return {
    name,
    index(texts, setup) {
      const database = new sqlite.Database()
      database.exec(
        `CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = "${tokenizers[setup]}")`,
      )
      insertAll(database, texts)
      const select = database.prepare(
        'SELECT rowid, rank FROM passages WHERE passages MATCH ? ORDER BY rank',
      )
      return (words) => {
        const query = anyOf(words)
        if (query === '') return []
        const rows = select.all(query)
        return rows.map(({ rowid, rank }) => ({ number: Number(rowid), score: -Number(rank) }))
      }
    },
  }
}

function insertAll(database: sqlite.Database, texts: readonly string[]): void {
  database.exec('BEGIN')
  const insert = database.prepare('INSERT INTO passages (rowid, text) VALUES (?, ?)')
  for (const [id, text] of texts.entries()) insert.run([id, text])
  insert.finalize()
  database.exec('COMMIT')
}

/** FTS5 joins words by AND unless told otherwise; in quotes, none of them is read as an operator. */
function anyOf(words: string): string {
  return [...words.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => `"${word}"`).join(' OR ')
}
