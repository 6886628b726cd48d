import { analyzerFor } from '../analysis/registry.js'
import type { Originals } from '../duplicates/originals.js'
import type { LanguageFields } from '../engines/flexsearch/engine.js'
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
  const fields = new Map<Language, LanguageFields>()
  for (const language of LANGUAGES) {
    const statistics = languages[language]
    if (!statistics) continue
    const open = (name: 'text' | 'context'): Field => {
      const base = openField(segments.base, language, name)
      if (!numberings) return base!
      const changes = segments.added!.open(changesFileName(language, name))
      const added = openField(segments.added!, language, name)
      const read = readChanges(new Container(changes))
      changes.close()
      const segment = { base, added, changes: read, numbering: numberings[name] }
      return new JoinedField(segment, analyzerFor(language))
    }
    fields.set(language, { text: open('text'), context: open('context'), statistics })
  }
  return fields
}

/** Undefined where no passage of the segment has the language. */
export function openField(
  files: SegmentFiles,
  language: Language,
  name: 'text' | 'context',
): FieldIndex | undefined {
  const names = fieldFileNames(language, name)
  if (!files.has(names.vocabulary)) return undefined
  return new FieldIndex(files.openAll(names), analyzerFor(language))
}

function openOriginals(files: SegmentFiles): Originals {
  const source = files.open(ORIGINALS_FILE_NAME)
  const originals = readOriginals(new Container(source))
  source.close()
  return originals
}
