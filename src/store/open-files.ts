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

/**
 * Reads the manifest and checks every file against it: present, of the right size, unchanged.
 *
 * @returns the manifest and the folder of its files.
 * @throws IndexError that names the first file that is not as it should be.
 */
export async function checkFiles(folder: string): Promise<{ manifest: Manifest; files: string }> {
  for (let attempt = 1; ; attempt++) {
    const manifest = await readManifest(folder)
    const files = join(folder, manifest.generation)
    try {
      for (const [name, expected] of Object.entries(manifest.files))
        await checkFile(folder, files, name, expected)
      return { manifest, files }
    } catch (error) {
      const { generation } = await readManifest(folder)
      if (generation === manifest.generation || attempt === ATTEMPTS) throw error
    }
  }
}

async function checkFile(
  folder: string,
  files: string,
  name: string,
  expected: { bytes: number; sha256: string },
): Promise<void> {
  const path = join(files, name)
  const size = await stat(path).then(
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
  if ((await hashFile(path)) !== expected.sha256)
    throw new IndexError(
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
