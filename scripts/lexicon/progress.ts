import { SingleBar } from 'cli-progress'

/** Shows how far a stage is: a bar in a terminal, one line otherwise. */
export class StageProgress {
  private readonly bar: SingleBar | undefined

  constructor(label: string) {
    if (!process.stderr.isTTY) {
      console.error(label)
      return
    }
    const format = `${label.padEnd(30)} {bar} {value}/{total}  {duration_formatted}`
    this.bar = new SingleBar({ format, stream: process.stderr, hideCursor: false, barsize: 30 })
    this.bar.start(1, 0)
  }

  update(done: number, total: number): void {
    this.bar?.setTotal(total)
    this.bar?.update(done)
  }

  stop(): void {
    this.bar?.stop()
  }
}
