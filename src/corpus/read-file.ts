import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { decode } from './decode.js'
import { type FileRecord, recordOf } from './file-record.js'
import { type CandidateFile, reasonOf } from './files.js'
import type { Problem } from './problem.js'
import { type LooseDocument, readDocument } from './read-document.js'
import { extensionOf, readerFor } from './readers.js'

/** A file's bytes, or why there are none. */
type LoadedFile =
  | { bytes: Uint8Array; record: FileRecord; problem?: undefined }
  | { bytes?: undefined; record?: undefined; problem: Problem }

/** Reads a file from the disk. */
export function loadFile(file: CandidateFile, maxBytes: number): LoadedFile {
  const { path, location } = file
  if (file.bytes > maxBytes) return { problem: tooLong(file, maxBytes) }
  try {
    const bytes = readFileSync(location)
    return { bytes, record: recordOf(path, bytes) }
  } catch (error) {
    const message = `The file cannot be read (${reasonOf(error)}).`
    return { problem: { path, code: 'unreadable', message } }
  }
}

/** Makes a document of a file's bytes; without one where they are no text, or a text without words. */
export function readBytes(
  path: string,
  bytes: Uint8Array,
): { loose?: LooseDocument; problems: Problem[] } {
  const decoded = decode(bytes)
  if (decoded) return readDocument(path, decoded.text, readerFor(path)!)
  const message = 'The file holds no text, but binary data.'
  return { problems: [{ path, code: 'binary', message }] }
}

export function duplicateOf(path: string, earlier: string): Problem {
  return { path, code: 'duplicate', message: `The file has the same content as ${earlier}.` }
}

function tooLong({ path, bytes }: CandidateFile, maxBytes: number): Problem {
  const [size, limit] = [bytes, maxBytes].map((n) => n.toLocaleString('en'))
  const message = `The file has ${size} bytes, more than the limit of ${limit}; divide it into parts, or raise the limit with --max-bytes.`
  return { path, code: 'too-long', message }
}

/** Of files that are longer than this, a sample is read to tell which may be the same. */
const SHORT = 8192
const SAMPLE_BYTES = 512

/**
 * Finds the files whose content an earlier one has, which became a document.
 *
 * @param files In the order of their paths. Only those as long as another, and the same in the middle, are read.
 * @param recordOf Gives the record of a file that is known without reading it; undefined where it could not be read.
 * @returns by the path of a copy, that of the earlier file, and the record of the copy.
 */
export function findCopies(
  files: readonly CandidateFile[],
  maxBytes: number,
  recordOf?: (file: CandidateFile) => FileRecord | undefined,
): Map<string, { earlier: string; record: FileRecord }> {
  const copies = new Map<string, { earlier: string; record: FileRecord }>()
  for (const sameSize of grouped(files, ({ bytes }) => bytes)) {
    if (sameSize[0]!.bytes > maxBytes) continue
    for (const alike of recordOf ? [sameSize] : alikeIn(sameSize)) {
      if (alike.length === 1) continue
      const loaded = alike.flatMap((file) => {
        const record = recordOf ? recordOf(file) : loadFile(file, maxBytes).record
        return record ? [{ file, record }] : []
      })
      for (const same of grouped(loaded, ({ record }) => record.sha256))
        if (same.length > 1) addCopies(same, maxBytes, copies)
    }
  }
  return copies
}

/** Files as long as each other, those together that may be the same. */
function alikeIn(sameSize: CandidateFile[]): CandidateFile[][] {
  if (sameSize.length === 1 || sameSize[0]!.bytes <= SHORT) return [sameSize]
  return grouped(sameSize, sampleOf)
}

/** What stands in the middle of a file, where beginnings and endings that many have in common are over; the same of all that cannot be read. */
function sampleOf({ location, bytes }: CandidateFile): string {
  const sample = Buffer.alloc(SAMPLE_BYTES)
  try {
    const file = openSync(location, 'r')
    try {
      readSync(file, sample, 0, SAMPLE_BYTES, Math.floor((bytes - SAMPLE_BYTES) / 2))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
  return sample.toString('latin1')
}

/** @param same Files with the same content. */
function addCopies(
  same: readonly { file: CandidateFile; record: FileRecord }[],
  maxBytes: number,
  copies: Map<string, { earlier: string; record: FileRecord }>,
): void {
  // As Markdown there may be no words in it, and as plain text some.
  const isDocument = new Map<string, boolean>()
  let earlier: string | undefined
  for (const { file, record } of same) {
    if (earlier !== undefined) copies.set(file.path, { earlier, record })
    else {
      const kind = extensionOf(file.path).toLowerCase()
      const { bytes } = loadFile(file, maxBytes)
      if (!isDocument.has(kind))
        isDocument.set(kind, bytes !== undefined && readBytes(file.path, bytes).loose !== undefined)
      if (isDocument.get(kind)) earlier = file.path
    }
  }
}

function grouped<T, K>(list: readonly T[], keyOf: (each: T) => K): T[][] {
  const groups = new Map<K, T[]>()
  for (const each of list) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return [...groups.values()]
}
