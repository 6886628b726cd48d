import { rmSync } from 'node:fs'
import { analyzerFor } from '../analysis/registry.js'
import type { Bm25Settings } from '../engines/flexsearch/bm25.js'
import type { FieldFiles } from '../engines/flexsearch/field-index.js'
import { type FieldCounts, mergeRuns } from '../engines/flexsearch/runs/merge-runs.js'
import type { Language } from '../language/language.js'
import type { ByteSink } from '../store/bytes.js'
import { StagedFile, type WrittenFile } from '../store/staging.js'
import { type KeptRun, openRuns } from './run-store.js'

/** All that the files of a field are made of. It can be handed from one thread to another. */
export interface FieldParts {
  language: Language
  runs: { kept: KeptRun; base: number }[]
  /** Of all passages, or of what stands beside them, by number: words with weight. */
  lengths: Uint32Array
  averageLength: number
  bm25: Bm25Settings
}

/** A field that is to be written to files. */
export interface FieldTask {
  parts: FieldParts
  /** The folder of the index. */
  index: string
  paths: FieldFiles<string>
}

/** The files of a field, complete. */
export interface JoinedField {
  counts: FieldCounts
  files: FieldFiles<WrittenFile>
}

/** Joins the runs of a field. */
export function joinField({ language, ...parts }: FieldParts, sinks: FieldFiles<ByteSink>) {
  const runs = openRuns(parts.runs.map(({ kept }) => kept))
  const sources = parts.runs.map(({ base }, i) => ({ source: runs.sources[i]!, base }))
  try {
    return mergeRuns(sources, { ...parts, analyzer: analyzerFor(language) }, sinks)
  } finally {
    runs.close()
  }
}

/**
 * Joins a field into files of its own; what another thread has begun is written anew.
 * @throws IndexError where nothing can be written.
 */
export function joinIntoFiles({ parts, index, paths }: FieldTask): JoinedField {
  const begin = (path: string) => {
    rmSync(path, { force: true })
    return new StagedFile(index, path)
  }
  const sinks = eachOf(paths, begin)
  try {
    const counts = joinField(parts, sinks)
    return { counts, files: eachOf(sinks, (file) => file.complete()) }
  } finally {
    for (const file of Object.values(sinks)) file.close()
  }
}

function eachOf<A, B>(files: FieldFiles<A>, make: (file: A) => B): FieldFiles<B> {
  const { vocabulary, postings, positions } = files
  return {
    vocabulary: make(vocabulary),
    postings: make(postings),
    positions: make(positions),
  }
}
