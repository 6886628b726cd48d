/** How far a build is: `done` of `total` files are indexed, pairs of documents compared, or of one step that is not divided. */
export interface BuildProgress {
  stage: 'indexing' | 'aligning' | 'writing'
  done: number
  total: number
  /** While files are indexed: bytes of them that are, and of all. */
  bytes?: number
  totalBytes?: number
  /** Bytes per second, where there are bytes, and seconds that what is left will take at the rate so far; missing at first. */
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

  /** Says how many parts the stage has that has begun as one. */
  divide(total: number): void {
    if (!this.progress) return
    this.started = performance.now()
    this.progress = { ...this.progress, total }
    this.report(this.progress)
  }

  /** @param parts More that are done. @param bytes In all so far, where that is what takes time. */
  advance(parts: number, bytes?: number): void {
    if (!this.progress) return
    const { total, totalBytes = 0 } = this.progress
    const seconds = (performance.now() - this.started) / 1000
    const done = this.progress.done + parts
    const rate = (bytes ?? done) / seconds
    const secondsLeft = Math.max(0, bytes === undefined ? total - done : totalBytes - bytes) / rate
    const ofBytes = bytes === undefined ? {} : { bytes }
    const timing =
      rate > 0 && seconds > 0 ? { ...(bytes !== undefined && { rate }), secondsLeft } : {}
    this.progress = { ...this.progress, done, ...ofBytes, ...timing }
    this.report(this.progress)
  }

  finish(): void {
    if (this.progress && this.progress.done < this.progress.total)
      this.report({ ...this.progress, done: this.progress.total })
    this.progress = undefined
  }
}
