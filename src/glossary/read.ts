import { type Fault, quote } from '../entries/fault.js'
import { Said } from '../entries/said.js'
import { type Entries, settleEntries } from '../entries/settled-entries.js'
import { type GlossaryRule, otherLanguage } from './rule.js'
import { readYaml, type WrittenLine } from './yaml.js'

/** So many translations an entry can have; every one is looked up when it is asked for. */
export const MAX_TRANSLATIONS = 50

const NOTATION =
  'between a word and its translation stands a colon, between several translations a comma'

/**
 * Reads the text of a `glossary.yaml`. What is wrong is named by its line and left out; the rest is used.
 *
 * @example readGlossary("director's statement: Regiekommentar\n").rules.length // 1
 */
export function readGlossary(source: string): { rules: GlossaryRule[]; faults: Fault[] } {
  const written = readYaml(source)
  const settler = new LineSettler(written.faults)
  for (const line of written.lines) settler.add(line)
  const faults = written.faults.sort((a, b) => a.line - b.line)
  return { rules: settler.rules, faults }
}

/** One way in which a line is read. */
interface Way {
  said: Said
  from: Entries
  to: Entries
}

/** Analyzes the entries and leaves out what says nothing, or the same twice. */
class LineSettler {
  readonly rules: GlossaryRule[] = []
  private readonly said = { en: new Said(false), de: new Said(false) }

  constructor(private readonly faults: Fault[]) {}

  add({ language, bothWays, line, ...written }: WrittenLine): void {
    const other = otherLanguage(language)
    const before = this.faults.length
    const entries = settleEntries(written.entries, language, this.faults, NOTATION)
    const translations = settleEntries(written.translations, other, this.faults, NOTATION)
    if (entries.size === 0 || translations.size === 0) {
      this.leaveOut(line, before)
      return
    }
    const ways: Way[] = [{ said: this.said[language], from: entries, to: translations }]
    if (bothWays) ways.push({ said: this.said[other], from: translations, to: entries })
    const refusal = explainRefusal(ways)
    if (refusal !== undefined) {
      this.faults.push({ line, message: refusal })
      return
    }
    for (const { said, from, to } of ways) said.add(line, from, to)
    const [own, others] = [[...entries.values()], [...translations.values()]]
    this.rules.push({ language, entries: own, translations: others, bothWays })
  }

  private leaveOut(line: number, before: number): void {
    // One sentence more about the entry that is missing now, not another problem.
    if (this.faults.length > before) this.faults.at(-1)!.message += ' The line is left out with it.'
    else
      this.faults.push({
        line,
        message: 'The line is left out: a word is missing on one side of the colon.',
      })
  }
}

function explainRefusal(ways: readonly Way[]): string | undefined {
  const repeated = ways.map(({ said, from, to }) => said.lineOfAll(from, to))
  if (!repeated.includes(undefined)) return `This is left out: line ${repeated[0]} says so already.`
  for (const { said, from, to } of ways) {
    const crowded = said.crowded(from, to, MAX_TRANSLATIONS)
    if (crowded)
      return `This is left out: with it ${quote(crowded.text)} would have more than ${MAX_TRANSLATIONS} translations; keep the closest.`
  }
  return undefined
}
