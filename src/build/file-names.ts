import type { Language } from '../language/language.js'

/** Names of the files of one field. */
export function fieldFileNames(language: Language, field: 'text' | 'context') {
  const stem = `${language}.${field}`
  return {
    vocabulary: `${stem}.vocabulary.bin`,
    postings: `${stem}.postings.bin`,
    positions: `${stem}.positions.bin`,
  }
}

/** What was changed in a field of the base. */
export function changesFileName(language: Language, field: 'text' | 'context'): string {
  return `${language}.${field}.changes.bin`
}

export const STORE_FILE_NAMES = {
  passages: 'passages.bin',
  texts: 'texts.bin',
  documents: 'documents.json',
}

/** Near-duplicates among the passages of two segments. */
export const ORIGINALS_FILE_NAME = 'originals.bin'

export const SYNONYM_FILE_NAME = 'synonyms.json'
export const GLOSSARY_FILE_NAME = 'glossary.json'
export const LEARNED_FILE_NAME = 'learned.json'
export const LINK_FILE_NAME = 'links.bin'

/** What relates documents to others at another time; no search reads it. */
export const SEGMENT_FILE_NAMES = { signatures: 'signatures.bin', words: 'words.bin' }
export const RELATION_FILE_NAME = 'relations.bin'

/** The files of a second segment as they were analyzed; no search reads it. */
export const KEPT_FILE_NAME = 'analyzed.bin'

/** What an index was made from; no search reads it. */
export const SOURCE_FILE_NAME = 'files.json'
/** What was wrong with it. */
export const PROBLEM_FILE_NAME = 'problems.json'
