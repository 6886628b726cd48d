import { onStopSignal, type StopCode } from '../http/stop-signals.js'

/** The process was asked to end, by Ctrl+C or SIGTERM. */
export class Stopped extends Error {
  override readonly name = 'Stopped'

  /** @param message One sentence on what became of the work. */
  constructor(
    readonly exitCode: StopCode,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Does something that ends early where the process is asked to end meanwhile; a second time ends it at once.
 *
 * @param work Ends when its signal says so, and leaves nothing unfinished.
 * @param message What is to be said then.
 * @throws Stopped where the process was asked to end.
 */
export async function stoppable<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  message: string,
): Promise<Result> {
  const controller = new AbortController()
  const { signal } = controller
  const forget = onStopSignal((exitCode) => controller.abort(new Stopped(exitCode, message)))
  try {
    const result = await work(signal)
    // It is done, but what would come next is not wanted any more.
    signal.throwIfAborted()
    return result
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    // Where it ends early, the press of Ctrl+C that arrives twice must not cut short the end.
    if (!signal.aborted) forget()
  }
}
