import { isReached } from '../interface/reached.js'
import type { Explanation } from '../search/engine.js'
import type { Hit, HitGroup } from '../search/hit.js'
import type { Output } from './output.js'
import { paint, wrap } from './wrap.js'

const INDENT = '    '

/** A hit as a few lines: where it is, the excerpt with its marks, the passage's id. */
export function formatHit(hit: Hit, { colors, columns }: Output): string {
  const { document, passage } = hit
  const about = [document.kind, document.date, passage.speaker, passage.language].filter(Boolean)
  const title = `${String(hit.rank).padStart(2)}. ${colors.bold(document.title)}`
  const description = about.join(' · ')
  // Beside the title where there is room, below it otherwise.
  const fits = columns === undefined || document.title.length + description.length + 6 <= columns
  const lines = [`${title}${fits ? '  ' : `\n${INDENT}`}${colors.dim(description)}`]
  const { start, end } = hit.excerpt
  const before = start > 0 ? '… ' : ''
  const after = end < passage.text.length ? ' …' : ''
  const marks = hit.highlights.filter((mark) => mark.start >= start && mark.end <= end)
  const width = columns === undefined ? Number.POSITIVE_INFINITY : Math.max(20, columns - 8)
  const text = passage.text
  for (const line of wrap(text, start, end, width)) {
    const first = line.start === start ? before : ''
    const last = line.end === end ? after : ''
    lines.push(INDENT + first + paint(text, line, marks, colors) + last)
  }
  lines.push(INDENT + colors.dim(passage.id))
  const reasons = isReached(hit) ? [REACHED] : translationsOf(hit)
  if (reasons.length > 0) lines.push(INDENT + colors.dim(reasons.join(', ')))
  if (hit.duplicates.length > 0) lines.push(INDENT + colors.dim(alsoIn(hit.duplicates)))
  return lines.join('\n')
}

const REACHED = 'found through the passage that says the same in the other language'

/** Which words of the query the marked words translate, each once in whichever case; where explained, how probably and who says so. */
function translationsOf({ highlights, passage, explanation }: Hit): string[] {
  const reasons = new Map<string, string>()
  for (const { start, end, translation } of highlights) {
    if (!translation) continue
    const { word, probability, source } = translation
    const why = explanation ? ` (${source}, ${probability.toFixed(2)})` : ''
    const reason = `${word} → ${passage.text.slice(start, end)}${why}`
    const key = reason.toLowerCase()
    if (!reasons.has(key)) reasons.set(key, reason)
  }
  return [...reasons.values()]
}

/** As many near-duplicates are named; the others are for `--json` and `--no-collapse`. */
const MAX_NAMED = 3

function alsoIn(duplicates: Hit['duplicates']): string {
  const named = duplicates.slice(0, MAX_NAMED).map(({ id }) => id)
  const rest = duplicates.length > MAX_NAMED ? ' and more' : ''
  return `also in: ${named.join(', ')}${rest}`
}

/** The other hits of a hit's document, by their ids. */
export function formatGroup({ total, next }: HitGroup, { colors }: Output): string {
  if (total === 1) return INDENT + colors.dim('the only one in this document')
  const hashes = next.map(({ passage }) => passage.id.slice(passage.id.lastIndexOf('#')))
  const more = total - 1 > next.length && next.length > 0 ? ', …' : ''
  const ids = hashes.length > 0 ? `: ${hashes.join(', ')}${more}` : ''
  return INDENT + colors.dim(`and ${total - 1} more in this document${ids}`)
}

/** The parts of a score, one a line, indented by depth. */
export function formatExplanation({ description, value, parts }: Explanation, depth = 0): string {
  const own = `${INDENT}${'  '.repeat(depth)}${value.toFixed(3).padStart(8)}  ${description}`
  return [own, ...parts.map((part) => formatExplanation(part, depth + 1))].join('\n')
}
