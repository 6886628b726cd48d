/** More answers than this are not kept by default: they are all forgotten, and those that are asked for again are made again. */
const MOST = 10_000

/**
 * A function that keeps its answers. People ask for the same words again and again, whatever else they ask for.
 *
 * @param make Must always give the same for the same text; what it gives is shared, and not to be changed.
 * @param most Answers that are kept.
 */
export function remembered<Value>(
  make: (text: string) => Value,
  most = MOST,
): (text: string) => Value {
  return rememberedBy((text) => text, make, most)
}

/** The same for questions that are no text. @param keyOf Different for different questions. */
export function rememberedBy<Question, Value>(
  keyOf: (question: Question) => string,
  make: (question: Question) => Value,
  most = MOST,
): (question: Question) => Value {
  const known = new Map<string, Value>()
  return (question) => {
    const key = keyOf(question)
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const value = make(question)
    if (known.size === most) known.clear()
    known.set(key, value)
    return value
  }
}

/** A list as long as it is: one that has grown has room for sixteen more, which is most of it where it is kept by thousands. */
export function kept<Value>(list: readonly Value[]): readonly Value[] {
  return list.slice()
}
