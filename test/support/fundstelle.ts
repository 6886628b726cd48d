import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished, vi } from 'vitest'

/** The command line in a process of its own, with all that it says. */
export class Fundstelle {
  private readonly process: ChildProcess
  /** The exit code and the signal that ended it. */
  readonly exited: Promise<unknown[]>
  private said = ''

  constructor(args: readonly string[]) {
    const threads = './test/support/typescript-threads.ts'
    const main = ['--import', 'tsx', '--import', threads, 'src/cli/main.ts']
    this.process = spawn(process.execPath, [...main, ...args], {
      env: { ...process.env, PORT: '0' },
    })
    this.exited = once(this.process, 'exit')
    for (const stream of [this.process.stdout!, this.process.stderr!])
      stream.setEncoding('utf8').on('data', (text) => {
        this.said += text
      })
    onTestFinished(() => void this.process.kill('SIGKILL'))
  }

  /** Waits for words that were not heard before, and gives all that was said up to them. */
  async says(words: RegExp): Promise<string> {
    const found = await vi.waitFor(() => {
      const place = this.said.search(words)
      if (place < 0) throw new Error(`It has not said ${words}, but:\n${this.said}`)
      return place + this.said.slice(place).match(words)![0].length
    }, 20_000)
    const heard = this.said.slice(0, found)
    this.said = this.said.slice(found)
    return heard
  }

  get pid(): number {
    return this.process.pid!
  }

  /** What has been said since. */
  get rest(): string {
    return this.said
  }

  /** Presses Ctrl+C. */
  async interrupt(): Promise<unknown[]> {
    return this.end('SIGINT')
  }

  async end(signal: 'SIGINT' | 'SIGTERM'): Promise<unknown[]> {
    this.process.kill(signal)
    return this.exited
  }
}
