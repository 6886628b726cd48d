import { SingleBar } from 'cli-progress'
import type { BuildProgress } from '../build/build.js'
import type { Output } from './output.js'

const LABELS = {
  reading: 'Reading',
  indexing: 'Indexing',
  aligning: 'Aligning',
  writing: 'Writing',
} as const

/** Shows how far a build is: one bar in a terminal, one line per stage otherwise. */
export class ProgressDisplay {
  private stage: BuildProgress['stage'] | undefined
  private bar: SingleBar | undefined

  constructor(private readonly output: Output) {}

  update({ stage, done, total }: BuildProgress): void {
    if (stage !== this.stage) this.startStage(stage, total)
    this.bar?.update(done)
    if (done === total) this.stop()
  }

  /** Leaves the terminal in order; may be called at any time. */
  stop(): void {
    this.bar?.stop()
    this.bar = undefined
  }

  private startStage(stage: BuildProgress['stage'], total: number): void {
    this.stop()
    this.stage = stage
    if (!this.output.interactive) {
      const what = { reading: 'files', indexing: 'documents', aligning: '', writing: '' }[stage]
      this.output.err(
        what
          ? `${LABELS[stage]} ${total} ${what}`
          : stage === 'aligning'
            ? 'Aligning versions'
            : 'Writing the index',
      )
      return
    }
    const format = `${LABELS[stage].padEnd(8)} {bar} {value}/{total}`
    this.bar = new SingleBar({
      format,
      stream: process.stderr,
      // Nothing to undo in the terminal when the build is interrupted.
      hideCursor: false,
      linewrap: true,
      barsize: 30,
      barCompleteChar: '█',
      barIncompleteChar: '░',
    })
    this.bar.start(total, 0)
  }
}
