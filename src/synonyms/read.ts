import type { Language } from '../language/language.js'
import { readEntry } from './entry.js'
import { quote, type SynonymFault } from './fault.js'
import { entryKey, type SynonymEntry, type SynonymRule, termsOf } from './rule.js'
import { readYaml, type WrittenEntry, type WrittenRule } from './yaml.js'

/** So many synonyms an entry can have; every one is looked up when it is asked for. */
export const MAX_SYNONYMS = 50

/**
 * Reads the text of a `synonyms.yaml`. What is wrong is named by its line and left out; the rest is used.
 *
 * @example readSynonyms('de:\n  - [Film, Kinofilm]\n  - from: Regie\n    to: [Regisseur, Inszenierung]\n').rules.length // 2
 */
export function readSynonyms(source: string): { rules: SynonymRule[]; faults: SynonymFault[] } {
  const written = readYaml(source)
  const settler = new RuleSettler(written.faults)
  for (const rule of written.rules) settler.add(rule)
  const faults = written.faults.sort((a, b) => a.line - b.line)
  return { rules: settler.rules, faults }
}

/** Entries by their keys, in order. */
type Entries = Map<string, SynonymEntry>

/** Analyzes the entries and leaves out what says nothing, or the same twice. */
class RuleSettler {
  readonly rules: SynonymRule[] = []
  /** By language and entry, its synonyms, and the line that said so. */
  private readonly said = new Map<string, Map<string, number>>()

  constructor(private readonly faults: SynonymFault[]) {}

  add({ language, line, from, to }: WrittenRule): void {
    const before = this.faults.length
    const entries = this.settle(from, language, new Map())
    const others = to === null ? entries : this.settle(to, language, entries)
    const isGroup = to === null
    if (isGroup ? entries.size > 1 : entries.size > 0 && others.size > 0) {
      const refusal = this.explainRefusal(language, entries, others)
      if (refusal === undefined) this.keep(language, line, entries, others)
      else this.report(line, refusal)
      return
    }
    // One sentence more about the entry that is missing now, not another problem.
    if (this.faults.length > before)
      this.faults.at(-1)!.message += ` The ${isGroup ? 'group' : 'rule'} is left out with it.`
    else this.report(line, explainTooFew(entries, isGroup))
  }

  /** The entries that can be used, each once, and none that the other side of a rule has. */
  private settle(written: readonly WrittenEntry[], language: Language, other: Entries): Entries {
    const entries: Entries = new Map()
    for (const { text, line } of written) {
      const entry = readEntry(text, language)
      if (typeof entry === 'string') {
        this.report(line, entry)
        continue
      }
      const key = entryKey(termsOf(entry))
      const earlier = entries.get(key) ?? other.get(key)
      if (!earlier) entries.set(key, entry)
      else this.report(line, explainRepetition(text, earlier.text))
    }
    return entries
  }

  private explainRefusal(language: Language, from: Entries, to: Entries): string | undefined {
    const repeated = this.lineOfAll(language, from, to)
    if (repeated !== undefined) return `This is left out: line ${repeated} says so already.`
    const crowded = this.crowded(language, from, to)
    if (crowded === undefined) return undefined
    return `This is left out: with it ${quote(crowded.text)} would have more than ${MAX_SYNONYMS} synonyms; keep the closest.`
  }

  /** The line of the first synonym, if all of them were given before. */
  private lineOfAll(language: Language, from: Entries, to: Entries): number | undefined {
    const lines = [...from.keys()].flatMap((key) => {
      const said = this.saidOf(language, key)
      return [...to.keys()].filter((synonym) => synonym !== key).map((other) => said.get(other))
    })
    return lines.includes(undefined) ? undefined : lines[0]
  }

  private crowded(language: Language, from: Entries, to: Entries): SynonymEntry | undefined {
    return [...from].find(([key]) => {
      const all = new Set([...this.saidOf(language, key).keys(), ...to.keys()])
      all.delete(key)
      return all.size > MAX_SYNONYMS
    })?.[1]
  }

  private keep(language: Language, line: number, from: Entries, to: Entries): void {
    for (const key of from.keys()) {
      const said = this.saidOf(language, key)
      for (const synonym of to.keys())
        if (synonym !== key && !said.has(synonym)) said.set(synonym, line)
    }
    const entries = [...from.values()]
    this.rules.push({ language, from: entries, to: to === from ? entries : [...to.values()] })
  }

  private saidOf(language: Language, key: string): Map<string, number> {
    const place = entryKey([language, key])
    const known = this.said.get(place)
    if (known) return known
    const made = new Map<string, number>()
    this.said.set(place, made)
    return made
  }

  private report(line: number, message: string): void {
    this.faults.push({ line, message })
  }
}

function explainTooFew(entries: Entries, isGroup: boolean): string {
  if (!isGroup) return 'The rule is left out: a word is missing after “from:” or “to:”.'
  const [only] = entries.values()
  const found = only ? `only ${quote(only.text)} is` : 'none is'
  return `A group needs two entries, as in “- [Film, Kinofilm]”, but ${found} here; it is left out.`
}

function explainRepetition(text: string, earlier: string): string {
  if (text === earlier) return `${quote(text)} stands here twice and is left out once.`
  return `${quote(text)} is left out: it is searched like ${quote(earlier)} anyway.`
}
