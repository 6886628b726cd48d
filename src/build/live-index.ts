import { checkOptions, checkWhole } from '../search/check.js'
import { type Lease, LiveSearcher, type SearcherSource } from '../search/live-searcher.js'
import type { Searcher } from '../search/searcher.js'
import { parseManifest } from '../store/manifest.js'
import { checkFiles, inodeOf, readManifestText } from '../store/open-files.js'
import { type OpenedGeneration, type OpenOptions, openGeneration } from './index-files.js'

/** How an index is followed. */
export interface LiveIndexOptions extends OpenOptions {
  /** Milliseconds between two looks at the index folder; 1000 by default. */
  interval?: number
  /** Told of each searcher that has taken the place of another. */
  onReplaced?: (searcher: Searcher) => void
  /**
   * Told once of each new index that cannot be used, an `IndexError` mostly; the one of before goes on answering.
   * `console.error` by default.
   */
  onRefused?: (error: unknown) => void
}

const INTERVAL_MS = 1000

/** An index that cannot be used is tried again, in case its files are still on their way, at last this rarely. */
const LONGEST_WAIT_MS = 60_000

/**
 * Opens an index and follows its folder: when it has been built again, the new index is checked, opened beside the old
 * one and takes its place. An index that cannot be used never does.
 *
 * @example app.use('/archive', createApp(await openLiveIndex('my-index')))
 *
 * @param folder The index folder, the one with `manifest.json`.
 * @throws IndexError where there is no index to begin with, or none that can be used.
 * @throws RangeError if the interval is not a whole number of at least 1.
 */
export async function openLiveIndex(
  folder: string,
  options: LiveIndexOptions = {},
): Promise<LiveIndex> {
  if (typeof folder !== 'string') throw new TypeError("Name the index: openLiveIndex('my-index').")
  checkOptions(options)
  if (options.interval !== undefined) checkWhole('interval', options.interval, 1)
  return new LiveIndex(folder, options, await openGeneration(folder, options))
}

/** An index that is exchanged when it is built again. Made by `openLiveIndex`. */
export class LiveIndex implements SearcherSource {
  private readonly live: LiveSearcher
  private readonly interval: number
  private timer: NodeJS.Timeout | undefined
  private looking: Promise<unknown> = Promise.resolve()
  private closed = false
  /** The index that was refused last, and when to try it again. */
  private refused: { manifest: string; wait: number; until: number } | undefined

  constructor(
    private readonly folder: string,
    private readonly options: LiveIndexOptions,
    private opened: OpenedGeneration,
  ) {
    this.interval = options.interval ?? INTERVAL_MS
    this.live = new LiveSearcher(opened.searcher)
    this.lookLater()
  }

  /** The searcher of this moment, to be asked until it is given back. */
  lease(): Lease {
    return this.live.lease()
  }

  /**
   * Looks at once whether there is a new index.
   * @returns true where it has taken the place of the old one.
   */
  check(): Promise<boolean> {
    const look = this.looking.then(() => this.look(true))
    this.looking = look.catch(() => false)
    return look
  }

  /** Follows the folder no longer, and closes the index. A look that has begun is waited for: it has files open, too. */
  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.timer)
    await this.live.close()
    await this.looking
  }

  /** The manifest is read, not watched: notices of the file system do not arrive from everywhere. */
  private lookLater(): void {
    this.timer = setTimeout(() => {
      this.looking = this.looking
        .then(() => this.look(false))
        .finally(() => {
          if (!this.closed) this.lookLater()
        })
    }, this.interval)
    this.timer.unref()
  }

  /** @param atOnce try again what was refused, though it is not yet time */
  private async look(atOnce: boolean): Promise<boolean> {
    let manifest = ''
    try {
      manifest = await readManifestText(this.folder)
      const waits = this.refused?.manifest === manifest && Date.now() < this.refused.until
      if (this.closed || (waits && !atOnce)) return false
      const { generation } = parseManifest(manifest, this.folder)
      const isOther = generation !== this.opened.generation
      const isNew = isOther || (await this.isMended())
      // What lies in the place of files that are open is not what was looked at when these were.
      if (isNew) await this.replace(isOther ? this.opened.segments : [])
      this.refused = undefined
      return isNew
    } catch (error) {
      this.refuse(manifest, error)
      return false
    }
  }

  /** True where other files lie in the place of those that are open, because these were damaged. */
  private async isMended(): Promise<boolean> {
    const { generation, inode } = this.opened
    const own = await inodeOf(this.folder, generation)
    return own !== undefined && own !== inode
  }

  /** @param known Segments whose files need not be looked at. */
  private async replace(known: readonly string[]): Promise<void> {
    // All that is new, for there is one that answers meanwhile.
    this.opened = await openGeneration(this.folder, this.options, (folder) =>
      checkFiles(folder, known),
    )
    const { searcher } = this.opened
    this.live.replace(searcher)
    if (!this.closed) this.options.onReplaced?.(searcher)
  }

  /** @param manifest what was refused; empty where there was nothing to read */
  private refuse(manifest: string, error: unknown): void {
    if (this.closed) return
    const isKnown = this.refused?.manifest === manifest
    const wait = isKnown ? Math.min(2 * this.refused!.wait, LONGEST_WAIT_MS) : this.interval
    this.refused = { manifest, wait, until: Date.now() + wait }
    if (!isKnown) (this.options.onRefused ?? console.error)(error)
  }
}
