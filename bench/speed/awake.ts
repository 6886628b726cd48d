import { spawn } from 'node:child_process'
import { availableParallelism, constants, setPriority } from 'node:os'

/**
 * Keeps the processors busy with work that gives way to any other, until it is told to stop. A processor that had nothing to do for a few
 * milliseconds, between two questions, takes up to three times as long for the next one: it is slower at first, and has
 * forgotten what was in its caches. How long that was depends on which systems are measured together.
 */
export function keepAwake(): { stop(): void } {
  const spinning = Array.from({ length: availableParallelism() }, () => {
    const child = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
    return child
  })
  return {
    stop() {
      for (const child of spinning) child.kill('SIGKILL')
    },
  }
}
