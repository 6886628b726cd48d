import type { Result, SystemResult } from '../results.js'

/** What the systems were asked before the questions that were measured. */
export function warmUpText({ systems, fewOthers = [] }: Result): string {
  const asked = systems.flatMap(oneSystem)
  if (asked.length === 0) return 'Before, thirty others of each kind were asked.'
  const few = fewOthers.map(({ kind, others }) => `${others} of the kind “${kind}”`)
  return [
    `Before, each system was asked questions of all kinds, in turn and none of them measured, until it had spent its time on them or had answered all that there were: ${asked.join(', ')}.`,
    ...(few.length === 0
      ? []
      : [`Of some the texts have few that are not measured, which came again: ${few.join(', ')}.`]),
  ].join(' ')
}

function oneSystem({ name, warmUp }: SystemResult): string[] {
  if (!warmUp) return []
  const { questions, wall } = warmUp
  return [`${name} ${questions.toLocaleString('en')} in ${(wall / 1e3).toFixed(1)} s`]
}
