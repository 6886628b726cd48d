/** Bytes of answers that are kept, about: of some hundred questions with ten hits each. */
const KEPT = 8 * 1024 * 1024

/** An answer as it is sent: in bytes, for an app would encode a text each time. */
export interface Answer {
  body: Buffer
  /** For those who have it already (RFC 9110, section 8.8.3); undefined where the app gives none. */
  etag: string | undefined
}

/**
 * Answers that were given lately, by what was asked. An index never changes, so that one question always has one answer; and people ask the
 * same: each letter of a frequent word, the query of a link, the next page and back again.
 *
 * Two generations: what is asked again moves to the younger one; when that is full, it becomes the older one, which is forgotten.
 */
export class RecentAnswers {
  private younger = new Map<string, Answer>()
  private older = new Map<string, Answer>()
  /** Of the younger ones, with their questions. */
  private size = 0

  /** @param bytes To be kept at most. */
  constructor(private readonly bytes = KEPT) {}

  find(question: string): Answer | undefined {
    const young = this.younger.get(question)
    if (young) return young
    const old = this.older.get(question)
    if (old) this.keep(question, old)
    return old
  }

  keep(question: string, answer: Answer): void {
    const size = question.length + answer.body.length
    if (4 * size > this.bytes) return
    if (2 * (this.size + size) > this.bytes) {
      this.older = this.younger
      this.younger = new Map()
      this.size = 0
    }
    this.younger.set(question, answer)
    this.size += size
  }
}
