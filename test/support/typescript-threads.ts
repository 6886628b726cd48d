import { syncBuiltinESMExports } from 'node:module'
import workerThreads, { type WorkerOptions } from 'node:worker_threads'

// To be imported before all else by a process of TypeScript: its threads then read TypeScript too, and so do theirs, which none does by itself.

/** The threads of this one. */
export const started: TypeScriptWorker[] = []

export class TypeScriptWorker extends workerThreads.Worker {
  /** True once it has said something. */
  answered = false
  running = true

  /** @param file A path is a thread of somebody else's, such as esbuild's. */
  constructor(file: string | URL, options: WorkerOptions) {
    if (typeof file === 'string') {
      super(file, options)
      return
    }
    const load = `import('tsx/esm/api').then(async ({ register }) => {
      register()
      await import('${import.meta.url}')
      await import('${file.href}')
    })`
    super(load, { ...options, eval: true, execArgv: [] })
    this.once('message', () => {
      this.answered = true
    })
    this.once('exit', () => {
      this.running = false
    })
    started.push(this)
  }
}

workerThreads.Worker = TypeScriptWorker
syncBuiltinESMExports()
