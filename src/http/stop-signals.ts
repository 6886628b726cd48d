/** The terminal and npm may each deliver one press of Ctrl+C. */
const SAME_KEYSTROKE_MS = 500

/** 128 plus the signal's number, as shells expect it. */
export type StopCode = 130 | 143

/**
 * Does something when the process is asked to end by Ctrl+C (SIGINT) or SIGTERM. A second signal ends it at once.
 *
 * @param stop Takes the exit code that stands for the signal.
 * @returns what gives up waiting for a signal, so that it ends the process as usual.
 */
export function onStopSignal(stop: (exitCode: StopCode) => void): () => void {
  let since: number | undefined
  const onSignal = (exitCode: StopCode) => {
    if (since === undefined) {
      since = Date.now()
      stop(exitCode)
    } else if (Date.now() - since >= SAME_KEYSTROKE_MS) process.exit(exitCode)
  }
  const onInterrupt = () => onSignal(130)
  const onTerminate = () => onSignal(143)
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', onTerminate)
  return () => {
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onTerminate)
  }
}
