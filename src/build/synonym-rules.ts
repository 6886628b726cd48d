import type { Problem } from '../corpus/problem.js'
import type { SynonymFile } from '../corpus/read.js'
import { readSynonyms } from '../synonyms/read.js'
import type { SynonymRule } from '../synonyms/rule.js'

/** The rules of a corpus that can be used; what is wrong with the others is added to the problems. */
export function readRules(file: SynonymFile | undefined, problems: Problem[]): SynonymRule[] {
  if (!file) return []
  const { rules, faults } = readSynonyms(file.text)
  for (const fault of faults) problems.push({ path: file.path, code: 'synonyms', ...fault })
  return rules
}
