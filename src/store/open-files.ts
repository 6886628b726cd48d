import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { IndexError } from './index-error.js'
import { type Manifest, parseManifest } from './manifest.js'
import { MANIFEST } from './publish.js'

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
    throw new IndexError(
      'unreadable',
      folder,
      `The ${MANIFEST} in ${folder} cannot be read (${code})`,
    )
  })
}

/** The segments of an index: folders of files. */
export function segmentsOf(manifest: Manifest): Pick<Manifest, 'generation' | 'files'>[] {
  return manifest.base ? [manifest.base, manifest] : [manifest]
}

/**
 * Reads the manifest and checks every file against it: present, of the right size, unchanged.
 *
 * @param known Segments, by their folders, whose files are open already: what is in them is not looked at.
 * @throws IndexError that names the first file that is not as it should be.
 */
export function checkFiles(folder: string, known: readonly string[] = []): Promise<Manifest> {
  return check(folder, async (generation, name, expected) => {
    const files = join(folder, generation)
    await checkSize(folder, files, name, expected)
    if (!known.includes(generation)) await checkContent(folder, files, name, expected)
  })
}

/**
 * Reads the manifest and looks whether every file is there and of the right size. What is in them is checked when it is
 * read (see `CheckedSource`).
 *
 * @throws IndexError that names the first file that is not as it should be.
 */
export function findFiles(folder: string): Promise<Manifest> {
  return check(folder, (generation, name, expected) =>
    checkSize(folder, join(folder, generation), name, expected),
  )
}

async function check(
  folder: string,
  checkFile: (generation: string, name: string, expected: ManifestFile) => Promise<void>,
): Promise<Manifest> {
  for (let attempt = 1; ; attempt++) {
    const manifest = await readManifest(folder)
    try {
      for (const { generation, files } of segmentsOf(manifest))
        for (const [name, expected] of Object.entries(files))
          await checkFile(generation, name, expected)
      return manifest
    } catch (error) {
      const { generation } = await readManifest(folder)
      if (generation === manifest.generation || attempt === ATTEMPTS) throw error
    }
  }
}

type ManifestFile = Manifest['files'][string]

async function checkSize(
  folder: string,
  files: string,
  name: string,
  expected: ManifestFile,
): Promise<void> {
  const size = await stat(join(files, name)).then(
    (stats) => stats.size,
    () => undefined,
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

async function checkContent(
  folder: string,
  files: string,
  name: string,
  expected: ManifestFile,
): Promise<void> {
  if ((await hashFile(join(files, name))) !== expected.sha256) throw damaged(folder, name)
}

/** Says that a file has changed. */
export function damaged(folder: string, name: string): IndexError {
  return new IndexError(
    'corrupt',
    folder,
    `The index in ${folder} is damaged: ${name} is not as it was written`,
  )
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
