/** So many answers are kept by default, and as many before them. */
const MOST = 10_000

/** Answers by question, as many as are kept: those that came last, and as many before them, so that what is asked for often is never forgotten. */
class Answers<Value> {
  private recent = new Map<string, Value>()
  private older = new Map<string, Value>()

  constructor(private readonly most: number) {}

  find(question: string): Value | undefined {
    const recent = this.recent.get(question)
    if (recent !== undefined) return recent
    const older = this.older.get(question)
    return older === undefined ? undefined : this.keep(question, older)
  }

  keep(question: string, answer: Value): Value {
    if (this.recent.size === this.most) {
      this.older = this.recent
      this.recent = new Map()
    }
    this.recent.set(question, answer)
    return answer
  }
}

/**
 * A function that keeps its answers. People ask for the same words again and again, whatever else they ask for.
 *
 * @param make Must always give the same for the same text; what it gives is shared, and not to be changed.
 * @param most Answers that are kept at least, once there are so many; twice as many at most.
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
  const answers = new Answers<Value>(most)
  return (question) => {
    const key = keyOf(question)
    return answers.find(key) ?? answers.keep(key, make(question))
  }
}

/** The same for what has to be waited for. What fails is not kept. */
export function rememberedLater<Question, Value>(
  keyOf: (question: Question) => string,
  make: (question: Question) => Promise<Value>,
): (question: Question) => Promise<Value> {
  const answers = new Answers<Value>(MOST)
  return async (question) => {
    const key = keyOf(question)
    return answers.find(key) ?? answers.keep(key, await make(question))
  }
}

/** A list as long as it is: one that has grown has room for sixteen more, which is most of it where it is kept by thousands. */
export function kept<Value>(list: readonly Value[]): readonly Value[] {
  return list.slice()
}
