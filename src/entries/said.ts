import type { Entry } from './entry.js'
import type { Entries } from './settled-entries.js'

/** What the lines of a file have said so far, in one direction: what stands for which entry. */
export class Said {
  /** By the key of an entry, by the key of what stands for it, the line that said so. */
  private readonly lines = new Map<string, Map<string, number>>()

  /** @param oneLanguage True where both sides are in one language: no entry stands for itself. */
  constructor(private readonly oneLanguage: boolean) {}

  /** From now on every entry of `to` stands for every entry of `from`. */
  add(line: number, from: Entries, to: Entries): void {
    for (const key of from.keys()) {
      const said = this.of(key)
      for (const other of this.others(key, to)) if (!said.has(other)) said.set(other, line)
    }
  }

  /** The line that said the first of this, if all of it was said before. */
  lineOfAll(from: Entries, to: Entries): number | undefined {
    const lines = [...from.keys()].flatMap((key) => {
      const said = this.of(key)
      return this.others(key, to).map((other) => said.get(other))
    })
    return lines.includes(undefined) ? undefined : lines[0]
  }

  /** The first entry that would have more than `limit` others that stand for it. */
  crowded(from: Entries, to: Entries, limit: number): Entry | undefined {
    return [...from].find(([key]) => {
      const all = new Set([...this.of(key).keys(), ...this.others(key, to)])
      return all.size > limit
    })?.[1]
  }

  private others(key: string, to: Entries): string[] {
    const keys = [...to.keys()]
    return this.oneLanguage ? keys.filter((other) => other !== key) : keys
  }

  private of(key: string): Map<string, number> {
    const known = this.lines.get(key)
    if (known) return known
    const made = new Map<string, number>()
    this.lines.set(key, made)
    return made
  }
}
