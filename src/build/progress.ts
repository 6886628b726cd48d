/** How far a build is: `done` of `total` files are indexed, or of one step that is not divided. */
export interface BuildProgress {
  stage: 'indexing' | 'aligning' | 'writing'
  done: number
  total: number
  /** While files are indexed: bytes of them that are, and of all. */
  bytes?: number
  totalBytes?: number
  /** Bytes per second, and seconds that the other files will take at that rate; missing at first. */
  rate?: number
  secondsLeft?: number
}

/** Tells how far a build is, and how long it will take. */
export class ProgressMeter {
  private progress: BuildProgress | undefined
  private started = 0

  constructor(private readonly report: (progress: BuildProgress) => void = () => {}) {}

  /** Begins a stage; the one before is done. */
  start(stage: BuildProgress['stage'], total: number, totalBytes?: number): void {
    this.finish()
    this.started = performance.now()
    const bytes = totalBytes === undefined ? {} : { bytes: 0, totalBytes }
    this.progress = { stage, done: 0, total, ...bytes }
    this.report(this.progress)
  }

  /** @param bytes In all so far. */
  advance(files: number, bytes: number): void {
    if (!this.progress) return
    const { totalBytes = 0 } = this.progress
    const seconds = (performance.now() - this.started) / 1000
    const rate = bytes / seconds
    const secondsLeft = Math.max(0, totalBytes - bytes) / rate
    const done = this.progress.done + files
    const timing = bytes > 0 && seconds > 0 ? { rate, secondsLeft } : {}
    this.progress = { ...this.progress, done, bytes, ...timing }
    this.report(this.progress)
  }

  finish(): void {
    if (this.progress && this.progress.done < this.progress.total)
      this.report({ ...this.progress, done: this.progress.total })
    this.progress = undefined
  }
}
