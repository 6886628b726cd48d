/** A paragraph, or what became of it, and the numbers of the paragraphs it was. */
export interface Fragment {
  text: string
  origins: string[]
}

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffled<Entry>(entries: readonly Entry[], random: () => number): Entry[] {
  const result = [...entries]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}

/** Joins or divides a share of the paragraphs, half of it each, and drops another. */
export function perturbed(
  paragraphs: readonly Fragment[],
  random: () => number,
  { changed = 0.15, dropped = 0.08 } = {},
): Fragment[] {
  const result: Fragment[] = []
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]!
    if (random() < dropped) continue
    const fate = random()
    const next = paragraphs[i + 1]
    if (fate < changed / 2 && next) {
      result.push(joined(paragraph, next))
      i++
    } else if (fate < changed) result.push(...divided(paragraph))
    else result.push(paragraph)
  }
  return result
}

function joined(one: Fragment, other: Fragment): Fragment {
  return {
    text: `${one.text}\n\n${other.text}`,
    origins: [...one.origins, ...other.origins],
  }
}

/** Two halves, at the end of a clause where there is one. */
function divided({ text, origins }: Fragment): Fragment[] {
  const clauses = [...text.matchAll(/(?<=[.!?;:,]) /g)]
  const spaces = clauses.length > 0 ? clauses : [...text.matchAll(/ /g)]
  if (spaces.length === 0) return [{ text, origins }]
  const distance = (place: number) => Math.abs(place - text.length / 2)
  const cut = spaces
    .map(({ index }) => index)
    .reduce((best, place) => (distance(place) < distance(best) ? place : best))
  return [
    { text: text.slice(0, cut), origins },
    { text: text.slice(cut + 1), origins },
  ]
}
