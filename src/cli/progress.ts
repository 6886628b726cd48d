import { SingleBar } from 'cli-progress'
import type { BuildProgress } from '../build/build.js'
import { count, type Output } from './output.js'

const LABELS = { indexing: 'Indexing', aligning: 'Aligning', writing: 'Writing' } as const

/** Shows how far a build is: one bar in a terminal, one line per stage otherwise. */
export class ProgressDisplay {
  private stage: BuildProgress['stage'] | undefined
  private bar: SingleBar | undefined

  constructor(private readonly output: Output) {}

  update(progress: BuildProgress): void {
    const { stage, done, total } = progress
    // There is no text to read, which the build says better, or none but what is known.
    if (total === 0) return
    if (stage !== this.stage) this.startStage(progress)
    this.bar?.setTotal(total)
    this.bar?.update(done, { speed: describeSpeed(progress) })
    if (done === total) this.stop()
  }

  /** Leaves the terminal in order; may be called at any time. */
  stop(): void {
    this.bar?.stop()
    this.bar = undefined
  }

  private startStage({ stage, total }: BuildProgress): void {
    this.stop()
    this.stage = stage
    if (!this.output.interactive) {
      const lines = {
        indexing: `Indexing ${count(total, 'file')}`,
        aligning: 'Aligning versions',
        writing: 'Writing the index',
      }
      this.output.err(lines[stage])
      return
    }
    this.bar = new SingleBar({
      format: `${LABELS[stage].padEnd(8)} {bar} {value}/{total}{speed}`,
      stream: process.stderr,
      // Nothing to undo in the terminal when the build is interrupted.
      hideCursor: false,
      linewrap: true,
      barsize: 30,
      barCompleteChar: '█',
      barIncompleteChar: '░',
    })
    this.bar.start(total, 0, { speed: '' })
  }
}

/** ` files, 8.3 MB/s, 1:05 left`, or ` pairs of documents, 1:05 left` */
function describeSpeed({ rate, secondsLeft }: BuildProgress): string {
  if (secondsLeft === undefined) return ''
  const seconds = Math.ceil(secondsLeft)
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  const what = rate === undefined ? 'pairs of documents' : `files, ${(rate / 1e6).toFixed(1)} MB/s`
  return ` ${what}, ${left} left`
}
