import { analyzerFor } from '../analysis/registry.js'
import type { Originals } from '../duplicates/originals.js'
import type { LanguageFields } from '../engines/flexsearch/engine.js'
import { shortLengths } from '../engines/flexsearch/expected-slots.js'
import type { Field } from '../engines/flexsearch/field.js'
import { FieldIndex } from '../engines/flexsearch/field-index.js'
import { readChanges } from '../engines/flexsearch/segments/field-changes.js'
import { JoinedField } from '../engines/flexsearch/segments/joined-field.js'
import { contextNumbering, textNumbering } from '../engines/flexsearch/segments/numbering.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { Container } from '../store/container.js'
import type { Manifest } from '../store/manifest.js'
import { readOriginals } from '../store/original-columns.js'
import { PassageStore } from '../store/passage-store.js'
import { StoreSegment } from '../store/store-segment.js'
import {
  changesFileName,
  fieldFileNames,
  ORIGINALS_FILE_NAME,
  STORE_FILE_NAMES,
} from './file-names.js'
import type { IndexSegments, SegmentFiles } from './segment-files.js'

/** The passages of all segments. */
export function openStore(
  { base: about }: Pick<Manifest, 'base'>,
  { base, added }: IndexSegments,
): PassageStore {
  if (!about || !added) return new PassageStore(openStoreSegment(base))
  return new PassageStore(openStoreSegment(base), {
    segment: openStoreSegment(added),
    removed: about.removed,
    originals: openOriginals(added),
  })
}

export function openStoreSegment(files: SegmentFiles): StoreSegment {
  return new StoreSegment(files.openAll(STORE_FILE_NAMES))
}

/** The fields of all languages that some passage has. */
export function openFields(
  { languages, base: about }: Pick<Manifest, 'languages' | 'base'>,
  segments: IndexSegments,
  store: PassageStore,
): Map<Language, LanguageFields> {
  const numberings = about && { text: textNumbering(store), context: contextNumbering(store) }
  const firstAdded = store.firstAdded.passage
  const lengths = {
    base: lengthsOf(store.length.subarray(0, firstAdded)),
    added: lengthsOf(store.length.subarray(firstAdded)),
  }
  const fields = new Map<Language, LanguageFields>()
  for (const language of LANGUAGES) {
    const statistics = languages[language]
    if (!statistics) continue
    const open = (name: 'text' | 'context'): Field => {
      const base = openField(segments.base, language, name, lengths.base)
      if (!numberings) return base!
      const changes = segments.added!.open(changesFileName(language, name))
      const added = openField(segments.added!, language, name, lengths.added)
      const read = readChanges(new Container(changes))
      changes.close()
      const segment = { base, added, changes: read, numbering: numberings[name] }
      return new JoinedField(segment, analyzerFor(language))
    }
    fields.set(language, { text: open('text'), context: open('context'), statistics })
  }
  return fields
}

/** Made when they are first asked for, once for all languages. */
function lengthsOf(passages: Uint16Array): () => Uint8Array {
  let lengths: Uint8Array | undefined
  return () => {
    lengths ??= shortLengths(passages)
    return lengths
  }
}

/**
 * Undefined where no passage of the segment has the language.
 *
 * @param lengths Of the passages of the segment, where they have been read; those of titles are not the same.
 */
export function openField(
  files: SegmentFiles,
  language: Language,
  name: 'text' | 'context',
  lengths?: () => Uint8Array,
): FieldIndex | undefined {
  const names = fieldFileNames(language, name)
  if (!files.has(names.vocabulary)) return undefined
  const ofTexts = name === 'text' ? lengths : undefined
  return new FieldIndex(files.openAll(names), analyzerFor(language), ofTexts)
}

function openOriginals(files: SegmentFiles): Originals {
  const source = files.open(ORIGINALS_FILE_NAME)
  const originals = readOriginals(new Container(source))
  source.close()
  return originals
}
