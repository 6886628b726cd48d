import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { memorySource } from './bytes.js'
import { Container } from './container.js'
import { errorCodeOf, IndexError, unreadable } from './index-error.js'
import { type Manifest, parseManifest } from './manifest.js'
import { CHECKSUM_FILE_NAME, hasPages } from './page-checks.js'
import { MANIFEST, sha256 } from './publish.js'

/** A build that replaces the index while it is being opened: try again this often. */
const ATTEMPTS = 3

/** @throws IndexError where there is no index, or not one of this version. */
export async function readManifest(folder: string): Promise<Manifest> {
  return parseManifest(await readManifestText(folder), folder)
}

/** @throws IndexError where there is no index. */
export async function readManifestText(folder: string): Promise<string> {
  return readFile(join(folder, MANIFEST), 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new IndexError('missing', folder, `There is no index in ${folder}`)
    throw unreadable(folder, error)
  })
}

/** The segments of an index: folders of files. */
export function segmentsOf(manifest: Manifest): Pick<Manifest, 'generation' | 'files'>[] {
  return manifest.base ? [manifest.base, manifest] : [manifest]
}

/** Tells the files of a segment from those that were put in their place, though these hold the same; undefined where there are none. */
export async function inodeOf(folder: string, generation: string): Promise<bigint | undefined> {
  return stat(join(folder, generation, CHECKSUM_FILE_NAME), { bigint: true }).then(
    ({ ino }) => ino,
    () => undefined,
  )
}

/**
 * Reads the manifest and checks every file against it: present, of the right size, unchanged.
 *
 * @param known Segments, by their folders, whose files are open already: what is in them is not looked at.
 * @throws IndexError that names the first file that is not as it should be.
 */
export function checkFiles(folder: string, known: readonly string[] = []): Promise<Manifest> {
  return check(folder, async (segment) => {
    await checkSizes(folder, segment)
    if (!known.includes(segment.generation)) await checkContents(folder, segment)
  })
}

/**
 * The same, but only segments are read of which a file was written to, moved or replaced since the index was published: so a large index is not read
 * each time it is looked at. What changes by itself, on a bad disk, whoever reads it is told (see `CheckedSource`).
 *
 * @throws IndexError that names the first file that is not as it should be.
 */
export function checkTouched(folder: string): Promise<Manifest> {
  return check(folder, async (segment) => {
    await checkSizes(folder, segment)
    if (await wasTouched(folder, segment)) await checkContents(folder, segment)
  })
}

/**
 * Reads the manifest and looks whether every file is there and of the right size. What is in them is checked when it is
 * read (see `CheckedSource`).
 *
 * @throws IndexError that names the first file that is not as it should be.
 */
export function findFiles(folder: string): Promise<Manifest> {
  return check(folder, (segment) => checkSizes(folder, segment))
}

async function check(
  folder: string,
  checkSegment: (segment: Segment) => Promise<void>,
): Promise<Manifest> {
  for (let attempt = 1; ; attempt++) {
    const manifest = await readManifest(folder)
    try {
      for (const segment of segmentsOf(manifest)) await checkSegment(segment)
      return manifest
    } catch (error) {
      const { generation } = await readManifest(folder)
      if (generation === manifest.generation || attempt === ATTEMPTS)
        throw unreadable(folder, error)
    }
  }
}

type Segment = Pick<Manifest, 'generation' | 'files'>
type ManifestFile = Manifest['files'][string]

async function checkSizes(folder: string, { generation, files }: Segment): Promise<void> {
  for (const [name, expected] of Object.entries(files))
    await checkSize(folder, join(folder, generation), name, expected)
}

async function checkSize(
  folder: string,
  files: string,
  name: string,
  expected: ManifestFile,
): Promise<void> {
  const size = await stat(join(files, name)).then(
    (stats) => stats.size,
    (error: unknown) => {
      if (errorCodeOf(error) !== 'ENOENT') throw error
    },
  )
  if (size === undefined)
    throw new IndexError('missing', folder, `The index in ${folder} lacks its file ${name}`)
  if (size !== expected.bytes)
    throw new IndexError(
      'truncated',
      folder,
      `The index in ${folder} is damaged: ${name} has ${size} bytes of the ${expected.bytes} that were written`,
    )
}

/** True if a file of a segment is not older than the manifest, which was written last. */
async function wasTouched(folder: string, { generation, files }: Segment): Promise<boolean> {
  const published = await stat(join(folder, MANIFEST))
  for (const name of Object.keys(files)) {
    const { ctimeMs } = await stat(join(folder, generation, name))
    if (ctimeMs >= published.ctimeMs) return true
  }
  return false
}

/** Checks each page of each file: in a fifth of the time that hashes of whole files would take. */
async function checkContents(folder: string, { generation, files }: Segment): Promise<void> {
  const path = (name: string) => join(folder, generation, name)
  const bytes = await readFile(path(CHECKSUM_FILE_NAME))
  if (sha256(bytes) !== files[CHECKSUM_FILE_NAME]?.sha256) throw damaged(folder, CHECKSUM_FILE_NAME)
  const checksums = new Container(memorySource(bytes))
  for (const name of Object.keys(files)) {
    if (name === CHECKSUM_FILE_NAME) continue
    const expected = checksums.column(name, Uint32Array)
    if (!(await hasPages(path(name), expected))) throw damaged(folder, name)
  }
}

/** Says that a file has changed. */
export function damaged(folder: string, name: string): IndexError {
  return new IndexError(
    'corrupt',
    folder,
    `The index in ${folder} is damaged: ${name} is not as it was written. “fundstelle build --full” makes it anew`,
  )
}
