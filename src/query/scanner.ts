/** A place in a text, and what stands there. */
export class Scanner {
  position = 0

  constructor(readonly text: string) {}

  /** The character before the place; empty at the beginning. */
  get before(): string {
    return this.text[this.position - 1] ?? ''
  }

  /** The character at the place; empty at the end. */
  get character(): string {
    return this.text[this.position] ?? ''
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length
  }

  /** What a sticky pattern matches at the place. */
  peek(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position
    return pattern.exec(this.text) ?? undefined
  }

  /** What a sticky pattern matches at the place; moves behind it. */
  take(pattern: RegExp): string | undefined {
    const match = this.peek(pattern)
    if (match) this.position += match[0].length
    return match?.[0]
  }
}
