import { LANGUAGES } from '../../../language/language.js'
import type { PassageLinks } from '../../../store/passage-links.js'
import type { EngineParts } from '../parts.js'

/** More are not gone after. */
const MOST = 20_000

/**
 * The near-duplicates of some passages, theirs, and so on, and the counterparts of all of these; without the passages themselves. By
 * language, ascending; undefined where there are too many.
 *
 * @param others Passages that are wanted too, with the same of them.
 */
export function related(
  ids: Uint32Array,
  others: Uint32Array,
  { store, copies }: EngineParts,
  links: PassageLinks | null,
): Uint32Array[] | undefined {
  const own = new Set(ids)
  const found = new Set<number>()
  const open = Array.from(ids)
  const visit = (id: number) => {
    if (own.has(id) || found.has(id)) return
    found.add(id)
    open.push(id)
  }
  for (const id of others) visit(id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.size > MOST) return undefined
    for (const near of copies.near(id)) visit(near)
    for (const { passage } of links?.of(id) ?? []) visit(passage)
  }
  const byLanguage = LANGUAGES.map((): number[] => [])
  for (const id of found) byLanguage[store.language[id]!]!.push(id)
  return byLanguage.map((some) => Uint32Array.from(some).sort())
}
