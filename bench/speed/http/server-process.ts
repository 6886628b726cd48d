import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const STARTED = /http:\/\/127\.0\.0\.1:\d+/

/** A server in a process of its own, which says where it listens. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** @param program A file in TypeScript or JavaScript. */
  static async start(program: URL, args: readonly string[]): Promise<ServerProcess> {
    const command = ['--import', import.meta.resolve('tsx'), fileURLToPath(program), ...args]
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout! }).on('line', (line) => {
        const [url] = STARTED.exec(line) ?? []
        if (url) resolve(url)
      })
      child.once('close', (code) => reject(new Error(`The server has ended with ${code}.`)))
      child.once('error', reject)
    })
    return new ServerProcess(url, child)
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = new Promise((resolve) => this.child.once('close', resolve))
    this.child.kill('SIGKILL')
    await gone
  }
}
