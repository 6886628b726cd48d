/** So many answers are kept by default, and as many before them. */
const MOST = 10_000

/**
 * A function that keeps its answers. People ask for the same words again and again, whatever else they ask for.
 *
 * @param make Must always give the same for the same text; what it gives is shared, and not to be changed.
 * @param most Answers that are kept, those that came last, and as many before them: what is asked for often is never forgotten.
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
  let recent = new Map<string, Value>()
  let older = new Map<string, Value>()
  return (question) => {
    const key = keyOf(question)
    const kept = recent.get(key)
    if (kept !== undefined) return kept
    const value = older.get(key) ?? make(question)
    if (recent.size === most) {
      older = recent
      recent = new Map()
    }
    recent.set(key, value)
    return value
  }
}

/** A list as long as it is: one that has grown has room for sixteen more, which is most of it where it is kept by thousands. */
export function kept<Value>(list: readonly Value[]): readonly Value[] {
  return list.slice()
}
