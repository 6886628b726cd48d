import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import {
  access,
  constants,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { IndexError, unwritable, unwritableBecause } from './index-error.js'
import { formatManifest, isForeignManifest, type Manifest } from './manifest.js'
import { HOST, ownPrefix, type StagingFolder, temporaryName } from './staging.js'

export const MANIFEST = 'manifest.json'

/** Leftovers older than this belong to a build that died (milliseconds). */
const ABANDONED_AFTER = 3600 * 1000
/** Files of an index older than this, and not the last one, are no longer being opened (milliseconds). */
const REPLACED_AFTER = 60 * 1000
/** How often to start again when another build removes what this one relies on. */
const ATTEMPTS = 3

/**
 * Puts the files that were staged beside an index, in one step, into its place: readers find
 * the old index or the new one. The files lie in a folder named after their content, so that the same
 * corpus gives the same bytes; the manifest is replaced last, by a rename.
 *
 * @throws IndexError where they cannot be written, or the base that they were to lie beside is gone.
 */
export async function publishIndex(
  staging: StagingFolder,
  about: Omit<Manifest, 'generation' | 'files'>,
): Promise<Manifest> {
  const folder = staging.index
  const entries: Manifest['files'] = Object.fromEntries(staging.finish())
  const described = { ...about, files: entries }
  const generation = sha256(JSON.stringify(described)).slice(0, 16)
  const manifest: Manifest = { ...described, generation }
  const fail = (error: unknown) => {
    throw unwritable(folder, error)
  }
  for (let attempt = 1; ; attempt++) {
    await placeFiles(join(folder, generation), staging, entries).catch(fail)
    const replaced = await currentGenerations(folder)
    checkBase(folder, about)
    await replaceManifest(folder, manifest).catch(fail)
    checkBase(folder, about)
    // A build that ran at the same time may have taken the folder for the old one.
    const isThere = existsSync(join(folder, generation))
    if (isThere || attempt === ATTEMPTS || !existsSync(staging.path)) {
      const used = [...replaced, generation, ...(about.base ? [about.base.generation] : [])]
      await cleanUp(folder, used)
      return manifest
    }
  }
}

/** Another build may have put an index in the place of the one that was to be updated, and a third one removed that. */
function checkBase(folder: string, { base }: Pick<Manifest, 'base'>): void {
  if (!base || existsSync(join(folder, base.generation))) return
  throw new IndexError(
    'missing',
    folder,
    `The index in ${folder} was replaced while it was brought up to date`,
  )
}

/** Removes what builds that died have left beside an index, and older files than its own. */
export async function removeLeftovers(folder: string): Promise<void> {
  await cleanUp(folder, await currentGenerations(folder))
}

/** Removes what builds of this process have left beside an index; none of them may be at work any more. */
export async function removeUnfinished(folder: string): Promise<void> {
  const own = ownPrefix()
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith(own)) await rm(join(folder, name), { recursive: true, force: true })
}

/** Makes the folder if it is not there. @throws IndexError if nothing can be written to it, or a manifest there is no index's. */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
  } catch (error) {
    throw unwritable(folder, error)
  }
  const manifest = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '')
  if (isForeignManifest(manifest))
    throw unwritableBecause(folder, `its ${MANIFEST} is another program's`)
}

/** As `mkdir` does with `recursive`, which tries for ever where a folder is there and yet none can be made in it: in `/proc`. */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder && !existsSync(above)) await makeFolder(above)
  try {
    await mkdir(folder)
  } catch (error) {
    // Another build may have been faster.
    if (!(await isFolder(folder))) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

/** Renames the staged folder, unless its files are in place already. */
async function placeFiles(final: string, staging: StagingFolder, entries: Manifest['files']) {
  for (let attempt = 1; ; attempt++) {
    if (await hasContent(final, entries)) {
      // As good as new, so that no other build takes them for files that nobody needs any more.
      const now = new Date()
      await utimes(final, now, now).catch(() => undefined)
      return
    }
    // It may have taken long to fill.
    const now = new Date()
    await utimes(staging.path, now, now)
    if (await moved(staging.path, final)) return
    // Another build of the same corpus was faster; or a damaged copy is in the way.
    if (attempt === ATTEMPTS) throw new Error(`${final} cannot be replaced`)
    if (await hasContent(final, entries)) continue
    const damaged = temporaryName(join(final, '..'))
    await rename(final, damaged).catch(() => undefined)
    await rm(damaged, { recursive: true, force: true })
  }
}

/** Renames a folder; false where one of that name is there already. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM') return false
    throw error
  }
}

async function hasContent(folder: string, entries: Manifest['files']): Promise<boolean> {
  for (const [name, { bytes, sha256: expected }] of Object.entries(entries)) {
    const path = join(folder, name)
    const size = await stat(path).then(
      (stats) => stats.size,
      () => undefined,
    )
    if (size !== bytes || (await hashFile(path).catch(() => '')) !== expected) return false
  }
  return true
}

async function replaceManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = temporaryName(folder)
  await writeDurably(draft, new TextEncoder().encode(formatManifest(manifest)))
  await rename(draft, join(folder, MANIFEST))
}

/** The folders of the segments that are searched now. */
async function currentGenerations(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '')
  return Array.from(text.matchAll(/"generation": "([a-z0-9-]+)"/g), ([, name]) => name!)
}

/**
 * Removes older files, and what builds that died have left.
 *
 * @param used Those of the index, and those just replaced: someone may be opening them.
 */
async function cleanUp(folder: string, used: readonly string[]) {
  for (const name of await readdir(folder)) {
    if (used.includes(name) || !/^(?:[0-9a-f]{16}|\.building-.*)$/.test(name)) continue
    const path = join(folder, name)
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    )
    const grace = name.startsWith('.') ? ABANDONED_AFTER : REPLACED_AFTER
    if (isDead(name) || Date.now() - changed > grace)
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** True for what a process has left that no longer runs here. */
function isDead(name: string): boolean {
  const [, pid, host] = /^\.building-(\d+)-(?:([0-9a-f]{8})-)?/.exec(name) ?? []
  if (pid === undefined || (host !== undefined && host !== HOST)) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
