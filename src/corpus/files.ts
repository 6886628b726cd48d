import { lstatSync, type Stats, statSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type IgnoredKind, ignoredKinds } from './ignored-kinds.js'
import { CorpusError, type Problem } from './problem.js'
import { READABLE_EXTENSIONS, readerFor } from './readers.js'

/** A file that some reader can read. */
export interface CandidateFile {
  /** Relative to the corpus folder, with forward slashes. */
  path: string
  /** Where the file system has it. */
  location: string
  bytes: number
  /** Another one after every change, as far as the file system tells without reading it. */
  state: string
}

export const WORD_LIST_KINDS = ['synonyms', 'glossary', 'alignment'] as const
export type WordListKind = (typeof WORD_LIST_KINDS)[number]

/** The lists of words at the top of a folder, or beside a single file: one of a kind at most. */
export type FoundWordLists = Partial<Record<WordListKind, CandidateFile>>

/** What a corpus folder holds. */
export interface FoundFiles {
  files: CandidateFile[]
  wordLists: FoundWordLists
  problems: Problem[]
  /** Files of kinds that are not read. */
  ignored: IgnoredKind[]
}

/** At the top of a corpus folder these speak about the corpus. */
const ABOUT_THE_CORPUS = /^(?:readme\.md|licen[cs]e.*)$/i
const WORD_LIST = new RegExp(`^(?:${WORD_LIST_KINDS.join('|')})\\.ya?ml$`, 'i')

/** All files under `folder` that can be read, in the order of their paths; `folder` may be one file. */
export async function findFiles(folder: string): Promise<FoundFiles> {
  const kind = await stat(folder).catch((error: unknown) => error)
  if (isStats(kind) && kind.isFile()) return singleFile(folder, kind)
  if (!isStats(kind) || !kind.isDirectory()) throw new CorpusError(explainMissing(folder, kind))
  const found = new FolderWalk()
  await found.walk({ path: '', location: resolve(folder) }, [])
  const { wordLists, problems } = chooseWordLists(found.wordLists)
  found.files.sort(byPath)
  found.problems.push(...problems)
  found.problems.sort(byPath)
  const ignored = ignoredKinds(found.ignored)
  return { files: found.files, wordLists, problems: found.problems, ignored }
}

/** Code unit order: the same everywhere, whatever the machine's language. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

function isStats(value: unknown): value is Stats {
  return typeof value === 'object' && value !== null && 'isFile' in value
}

function explainMissing(folder: string, error: unknown): string {
  const hint = 'Name a folder with .txt or .md files, or one such file.'
  if (isStats(error)) return `The corpus "${folder}" is neither a folder nor a file. ${hint}`
  if (errorCode(error) === 'ENOENT') return `The corpus folder "${folder}" does not exist. ${hint}`
  return `The corpus folder "${folder}" cannot be opened (${reasonOf(error)}). ${hint}`
}

/** What is to be said of the reasons for which something cannot be read. */
const REASONS = new Map([
  ['EACCES', 'you have no right to read it'],
  ['EPERM', 'you have no right to read it'],
  ['ENOENT', 'it is no longer there'],
  ['ENAMETOOLONG', 'its path is too long'],
  ['EBUSY', 'another program is using it'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk fails'],
])

/** Why something cannot be read, in words where there are any, and as the file system calls it. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error)
  const reason = REASONS.get(code)
  return reason === undefined ? code : `${reason}: ${code}`
}

/** `EACCES`, `ENOENT`, …: what the file system calls the reason. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : String(error)
}

async function singleFile(file: string, stats: Stats): Promise<FoundFiles> {
  if (!readerFor(file)) {
    const readable = READABLE_EXTENSIONS.join(' and ')
    throw new CorpusError(`"${file}" cannot be read: only ${readable} files can. Name another one.`)
  }
  const candidate = { path: basename(file), location: resolve(file), ...measured(stats) }
  const beside = await wordListsIn(dirname(candidate.location))
  return { files: [candidate], ...chooseWordLists(beside), ignored: [] }
}

async function wordListsIn(folder: string): Promise<CandidateFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => WORD_LIST.test(name))
  const files: CandidateFile[] = []
  for (const path of names.sort()) {
    const location = join(folder, path)
    const kind = await stat(location).catch(() => undefined)
    if (kind?.isFile()) files.push({ path, location, ...measured(kind) })
  }
  return files
}

function measured({ size, ino, mtimeMs, ctimeMs }: Stats) {
  // Tools that keep the time of a text as it was cannot keep the time of the change itself.
  return { bytes: size, state: `${size} ${ino} ${mtimeMs} ${ctimeMs}` }
}

/** One file has all synonyms, one the whole glossary, so that each word stands in one place. */
function chooseWordLists(found: readonly CandidateFile[]) {
  const wordLists: FoundWordLists = {}
  const problems: Problem[] = []
  for (const file of found) {
    const kind = WORD_LIST_KINDS.find((kind) => file.path.toLowerCase().startsWith(kind))!
    const first = wordLists[kind]
    const message = `The file is left out, because there is ${first?.path} too; move its lines there.`
    if (first) problems.push({ path: file.path, code: kind, message })
    else wordLists[kind] = file
  }
  return { wordLists, problems }
}

interface Place {
  path: string
  location: string
}

/** So long a walk looks at files before others have their turn (milliseconds). */
const TURN_MS = 10

/** One walk through a folder, following symbolic links. */
class FolderWalk {
  readonly files: CandidateFile[] = []
  readonly wordLists: CandidateFile[] = []
  readonly problems: Problem[] = []
  readonly ignored: string[] = []
  private turn = performance.now()

  /** @param above the real paths of the folders that led here; meeting one again is a loop */
  async walk(folder: Place, above: string[]): Promise<void> {
    try {
      const real = await realpath(folder.location)
      if (above.includes(real)) {
        this.reportLoop(folder.path)
        return
      }
      const within = [...above, real]
      const start = join(folder.location, sep)
      const names = (await readdir(folder.location)).sort()
      for (const name of names) {
        if (isSkipped(name, folder.path === '')) continue
        const path = folder.path === '' ? name : `${folder.path}/${name}`
        await this.visit({ path, location: `${start}${name}` }, within)
      }
    } catch (error) {
      this.reportUnreadable(folder.path || '.', `The folder cannot be opened (${reasonOf(error)}).`)
    }
  }

  private async visit(place: Place, above: string[]): Promise<void> {
    if (performance.now() - this.turn > TURN_MS) {
      await setImmediate()
      this.turn = performance.now()
    }
    // To hand a question to another thread, and its answer back, takes several times as long as the answer.
    const kind = attempt(() => statSync(place.location))
    if (isStats(kind) && kind.isDirectory()) await this.walk(place, above)
    else if (errorCode(kind) === 'ELOOP') this.reportLoop(place.path)
    else if (isStats(kind) && kind.isFile() && WORD_LIST.test(place.path))
      this.wordLists.push({ ...place, ...measured(kind) })
    else if (!readerFor(place.path) && isStats(kind)) this.ignored.push(place.path)
    else if (isStats(kind) && kind.isFile()) this.files.push({ ...place, ...measured(kind) })
    else if (isStats(kind)) this.reportUnreadable(place.path, 'This is not a regular file.')
    else this.reportUnreadable(place.path, explainStat(kind, place.location))
  }

  private reportLoop(path: string): void {
    const message = 'This link leads back to a folder that contains it; it is not followed again.'
    this.problems.push({ path, code: 'link-loop', message })
  }

  private reportUnreadable(path: string, message: string): void {
    this.problems.push({ path, code: 'unreadable', message })
  }
}

/** What comes of an action, or why nothing does. */
function attempt(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}

function explainStat(error: unknown, location: string): string {
  if (errorCode(error) !== 'ENOENT') return `The file cannot be opened (${reasonOf(error)}).`
  if (isStats(attempt(() => lstatSync(location))))
    return 'This link leads to nothing; mend or remove it.'
  // A name in another encoding was read with this character in it, and nothing has that name.
  return location.includes('\uFFFD')
    ? 'The name is not in UTF-8, so that nothing can be opened by it; rename the file or folder.'
    : 'This was removed while the folder was read.'
}

function isSkipped(name: string, atTop: boolean): boolean {
  return name.startsWith('.') || name === 'node_modules' || (atTop && ABOUT_THE_CORPUS.test(name))
}
