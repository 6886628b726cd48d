import { type Fault, quote } from '../entries/fault.js'
import { Said } from '../entries/said.js'
import { type Entries, settleEntries } from '../entries/settled-entries.js'
import type { Language } from '../language/language.js'
import type { SynonymRule } from './rule.js'
import { readYaml, type WrittenRule } from './yaml.js'

/** So many synonyms an entry can have; every one is looked up when it is asked for. */
export const MAX_SYNONYMS = 50

const NOTATION = 'a rule is written with “from:” and “to:”, a group as a list with commas'

/**
 * Reads the text of a `synonyms.yaml`. What is wrong is named by its line and left out; the rest is used.
 *
 * @example readSynonyms('de:\n  - [Film, Kinofilm]\n  - from: Regie\n    to: [Regisseur, Inszenierung]\n').rules.length // 2
 */
export function readSynonyms(source: string): { rules: SynonymRule[]; faults: Fault[] } {
  const written = readYaml(source)
  const settler = new RuleSettler(written.faults)
  for (const rule of written.rules) settler.add(rule)
  const faults = written.faults.sort((a, b) => a.line - b.line)
  return { rules: settler.rules, faults }
}

/** Analyzes the entries and leaves out what says nothing, or the same twice. */
class RuleSettler {
  readonly rules: SynonymRule[] = []
  private readonly said = new Map<Language, Said>()

  constructor(private readonly faults: Fault[]) {}

  add({ language, line, from, to }: WrittenRule): void {
    const before = this.faults.length
    const settle = (written: WrittenRule['from'], taken?: Entries) =>
      settleEntries(written, language, this.faults, NOTATION, taken)
    const entries = settle(from)
    const others = to === null ? entries : settle(to, entries)
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

  private explainRefusal(language: Language, from: Entries, to: Entries): string | undefined {
    const said = this.saidIn(language)
    const repeated = said.lineOfAll(from, to)
    if (repeated !== undefined) return `This is left out: line ${repeated} says so already.`
    const crowded = said.crowded(from, to, MAX_SYNONYMS)
    if (crowded === undefined) return undefined
    return `This is left out: with it ${quote(crowded.text)} would have more than ${MAX_SYNONYMS} synonyms; keep the closest.`
  }

  private keep(language: Language, line: number, from: Entries, to: Entries): void {
    this.saidIn(language).add(line, from, to)
    const entries = [...from.values()]
    this.rules.push({ language, from: entries, to: to === from ? entries : [...to.values()] })
  }

  private saidIn(language: Language): Said {
    const known = this.said.get(language) ?? new Said(true)
    this.said.set(language, known)
    return known
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
