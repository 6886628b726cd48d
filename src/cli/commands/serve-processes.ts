import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { onStopSignal } from '../../http/stop-signals.js'
import { EXIT, type ExitCode } from '../exit.js'
import type { Output } from '../output.js'

/** The environment variable by which one of several processes knows that it is one. */
const ROLE = 'FUNDSTELLE_SERVES_AS'

/** Of several processes that answer, one says what there is to say to whoever has started them. */
type Role = 'speaker' | 'silent'

/** What this process is among several that answer; undefined where it is not one of them. */
export function roleAmongProcesses(): Role | undefined {
  const role = cluster.isWorker ? process.env[ROLE] : undefined
  return role === 'speaker' || role === 'silent' ? role : undefined
}

/** Answers as one of several processes. Where it cannot, the process ends, though it is still tied to the one that has started it. */
export async function serveAs(
  role: Role,
  answer: (output: Output) => Promise<ExitCode>,
  output: Output,
): Promise<ExitCode> {
  const silent = { ...output, out: () => {}, err: () => {} }
  try {
    return await answer(role === 'speaker' ? output : silent)
  } catch (error) {
    process.channel?.unref()
    throw error
  }
}

/**
 * Runs the same command line in several processes, among which the connections to one port are divided. Each has the index open by itself.
 * One that ends unasked is replaced; where one cannot begin, all end.
 *
 * @returns the exit code of one that could not begin.
 */
export async function serveByProcesses(count: number, output: Output): Promise<ExitCode> {
  const running = new Set<Worker>()
  let isStopping = false
  const stop = () => {
    isStopping = true
    for (const { process } of running) process.kill('SIGTERM')
  }

  const start = async (role: Role): Promise<ExitCode> => {
    const worker = cluster.fork({ [ROLE]: role })
    running.add(worker)
    const ended = new Promise<Ended>((resolve) => {
      worker.once('exit', (code, signal) => {
        running.delete(worker)
        resolve({ code, signal })
      })
    })
    const early = await Promise.race([ended, once(worker, 'listening').then(() => undefined)])
    if (!early)
      void ended.then((late) => {
        if (!isStopping) void replace(role, late)
      })
    return !early || isStopping ? EXIT.found : failure(early)
  }

  const replace = async (role: Role, ended: Ended) => {
    const how = ended.signal ?? `exit code ${ended.code}`
    output.err(`A process that answers has ended (${how}); another takes its place.`)
    process.exitCode = await startOrStop(role)
  }

  const startOrStop = async (role: Role) => {
    const code = await start(role)
    if (code !== EXIT.found) stop()
    return code
  }

  /** One that ends by itself has said why. */
  const failure = ({ code, signal }: Ended): ExitCode => {
    if (signal) output.err(`A process has ended before it could answer (${signal}).`)
    return code === EXIT.usage ? code : EXIT.unusable
  }

  onStopSignal(stop)
  // Alone at first: what keeps one from listening keeps all, and is to be said once.
  const first = await start('speaker')
  if (first !== EXIT.found || isStopping) return first
  const others = Array.from({ length: count - 1 }, () => startOrStop('silent'))
  const failed = (await Promise.all(others)).find((code) => code !== EXIT.found)
  if (!isStopping) output.out(`${count} processes answer.`)
  return failed ?? EXIT.found
}

interface Ended {
  code: number | null
  signal: string | null
}
