import type { Manifest } from '../../store/manifest.js'
import type { KeptRelations } from '../../store/relation-file.js'
import type { StoreSegment } from '../../store/store-segment.js'
import type { IndexSegments } from '../segment-files.js'
import type { Changes } from './changes.js'
import type { SourceFiles } from './source-files.js'

/** What is known before the files that were added are read. */
export interface Comparison {
  /** Of the index as it is. */
  manifest: Manifest
  segments: IndexSegments
  base: StoreSegment
  /** Of the base. */
  sources: SourceFiles
  /** Of the index as it is. */
  kept: KeptRelations
  changes: Changes
  /** Numbers of documents of the base. */
  removed: readonly number[]
}
