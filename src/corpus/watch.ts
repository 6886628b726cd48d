import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFiles } from './files.js'

/** How long to wait between two looks at least (milliseconds). */
const INTERVAL_MS = 500

/** A corpus is at rest when it stays as it is for so long; longer than file systems take two times for one. */
const REST_MS = 200

/** A corpus that is never at rest is taken as it is after so many looks. */
const LOOKS_FOR_REST = 25

/** Looking at many files takes long; it is done a tenth of the time at most. */
const WAIT_PER_LOOK = 9

/**
 * Notices that the files of a corpus have changed: texts and lists of words, in sub-folders and behind links as well. It looks at
 * the files again and again, because notices of the file system are missing for linked and networked folders, and
 * in some versions of Node after a file was replaced by a rename.
 */
export class CorpusWatch {
  private known: string | undefined

  constructor(private readonly folder: string) {}

  /**
   * Waits until the files differ from what they were when this was fulfilled last, and are at rest. What changes between
   * two calls is noticed by the second one. The first call waits for rest only.
   *
   * @throws CorpusError if there is no such folder at the first call; later that is a change as any other.
   * @throws AbortError when the signal says so.
   */
  async changed(signal?: AbortSignal): Promise<void> {
    if (this.known === undefined) await findFiles(this.folder)
    for (;;) {
      const started = performance.now()
      const state = await stateOf(this.folder)
      const wait = Math.max(INTERVAL_MS, WAIT_PER_LOOK * (performance.now() - started))
      const settled = state === this.known ? state : await this.rest(state, signal)
      if (settled !== this.known) {
        this.known = settled
        return
      }
      await sleep(wait, undefined, { signal })
    }
  }

  /** The state in which the corpus stays for a while. */
  private async rest(state: string, signal?: AbortSignal): Promise<string> {
    let last = state
    for (let looks = 0; looks < LOOKS_FOR_REST; looks++) {
      await sleep(REST_MS, undefined, { signal })
      const now = await stateOf(this.folder)
      if (now === last) break
      last = now
    }
    return last
  }
}

/** Differs after every change to what would be read. */
async function stateOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    const { files, wordLists, problems } = await findFiles(folder)
    for (const { path, state } of [...files, ...Object.values(wordLists)])
      hash.update(`${path}\0${state}\0`)
    for (const { path, message } of problems) hash.update(`${path}\0${message}\0`)
  } catch (error) {
    hash.update(String(error))
  }
  return hash.digest('hex')
}
