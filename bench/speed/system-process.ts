import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { askLine } from './lines.js'
import type { Ask, Sources, System } from './system.js'

/** What a piece of work took, in milliseconds. */
export interface Duration {
  wall: number
  cpu: number
}

/** A system's process has ended, or said that it cannot do something. */
export class SystemFailure extends Error {}

/** Lines of its errors that are kept. */
const KEPT = 40

/** A system in a process of its own, told what to do by the lines of `lines.ts`, one at a time. */
export class SystemProcess {
  private readonly errors: string[] = []
  private waiting: { resolve(line: string): void; reject(error: Error): void } | undefined
  private ended: string | undefined

  private constructor(private readonly child: ChildProcess) {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      this.waiting?.resolve(line)
      this.waiting = undefined
    })
    createInterface({ input: child.stderr! }).on('line', (line) => {
      this.errors.push(line)
      if (this.errors.length > KEPT) this.errors.shift()
    })
    child.on('error', (error) => this.end(error.message))
    child.on('close', (code, signal) => this.end(`ended with ${signal ?? code}`))
    // A process that has ended says so by itself.
    child.stdin!.on('error', () => {})
  }

  static async start(system: System): Promise<SystemProcess> {
    const [program, ...args] = await system.command()
    return new SystemProcess(spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] }))
  }

  async build({ corpus, passages }: Sources, folder: string): Promise<void> {
    await this.tell(['build', corpus, passages, folder].join('\t'))
  }

  async open(folder: string): Promise<Duration> {
    const [wall, cpu] = await this.tell(['open', folder].join('\t'))
    return { wall: Number(wall), cpu: Number(cpu) }
  }

  async ask(question: Ask): Promise<Duration & { hits: number }> {
    const [wall, cpu, hits] = await this.tell(askLine(question))
    return { wall: Number(wall), cpu: Number(cpu), hits: Number(hits) }
  }

  /** Bytes in use on its heap; 0 where it has none that can be told. */
  async heap(): Promise<number> {
    return Number((await this.tell('heap'))[0])
  }

  /** Bytes of memory, now and at most so far; null where the machine does not tell. */
  memory(): { rss: number; peak: number } | null {
    const file = `/proc/${this.child.pid}/status`
    if (!existsSync(file)) return null
    const status = readFileSync(file, 'utf8')
    const bytes = (name: string) =>
      1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
    return { rss: bytes('VmRSS'), peak: bytes('VmHWM') }
  }

  /** Milliseconds of CPU time so far, of all threads; null where the machine does not tell. */
  cpu(): number | null {
    const file = `/proc/${this.child.pid}/stat`
    if (!existsSync(file)) return null
    // After the name in parentheses: user and system time are the 12th and 13th, in hundredths of a second.
    const columns = readFileSync(file, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return 10 * (Number(columns[11]) + Number(columns[12]))
  }

  /** Ends the process. */
  async close(): Promise<void> {
    if (this.ended !== undefined) return
    const gone = new Promise((resolve) => this.child.once('close', resolve))
    this.child.kill('SIGKILL')
    await gone
  }

  private async tell(line: string): Promise<string[]> {
    const answer = await new Promise<string>((resolve, reject) => {
      if (this.ended !== undefined) return reject(new SystemFailure(this.ended))
      this.waiting = { resolve, reject }
      this.child.stdin!.write(`${line}\n`)
    })
    const columns = answer.split('\t')
    if (columns[0] === 'error') throw new SystemFailure(columns[1])
    return columns
  }

  private end(how: string): void {
    const outOfMemory = this.errors.find((line) => /out of memory|OutOfMemory/i.test(line))
    const error = this.errors.find((line) => /Error/.test(line))
    this.ended ??= outOfMemory ? 'out of memory' : (error ?? how).trim()
    this.waiting?.reject(new SystemFailure(this.ended))
    this.waiting = undefined
  }
}
