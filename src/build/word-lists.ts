import type { Problem } from '../corpus/problem.js'
import type { WordLists } from '../corpus/read.js'
import { readGlossary } from '../glossary/read.js'
import type { GlossaryRule } from '../glossary/rule.js'
import { readSynonyms } from '../synonyms/read.js'
import type { SynonymRule } from '../synonyms/rule.js'

/** What the word lists of a corpus say. */
export interface Rules {
  synonyms: SynonymRule[]
  glossary: GlossaryRule[]
}

/** The rules of a corpus that can be used; what is wrong with the others is added to the problems. */
export function readRules(lists: WordLists, problems: Problem[]): Rules {
  return {
    synonyms: rulesOf('synonyms', lists, readSynonyms, problems),
    glossary: rulesOf('glossary', lists, readGlossary, problems),
  }
}

function rulesOf<Rule>(
  code: keyof WordLists,
  lists: WordLists,
  read: (source: string) => { rules: Rule[]; faults: { line: number; message: string }[] },
  problems: Problem[],
): Rule[] {
  const file = lists[code]
  if (!file) return []
  const { rules, faults } = read(file.text)
  for (const fault of faults) problems.push({ path: file.path, code, ...fault })
  return rules
}
