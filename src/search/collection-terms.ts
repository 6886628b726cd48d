import type { TermAlternative, TermsNode } from './plan.js'
import { relativesOf } from './relatives.js'
import type { Vocabulary } from './vocabulary.js'

type Alternatives = TermsNode['alternatives']

/**
 * Fits what stands for words to a collection: other spellings stay where they are names there, relatives join. What came of a list is kept as
 * long as that list, which words that are read again have in common.
 */
export class CollectionTerms {
  private readonly named = new WeakMap<Alternatives, Alternatives>()
  private readonly related = new WeakMap<Alternatives, Alternatives>()

  constructor(private readonly vocabulary: Vocabulary) {}

  async withoutFalseNames(node: TermsNode): Promise<TermsNode> {
    const known = this.named.get(node.alternatives)
    const alternatives = known ?? (await this.namesIn(node.alternatives))
    if (!known) this.named.set(node.alternatives, alternatives)
    return { ...node, alternatives }
  }

  /** @param node Without false names. */
  async withRelatives(node: TermsNode): Promise<TermsNode> {
    const known = this.related.get(node.alternatives)
    const alternatives = known ?? (await this.relativesOf(node.alternatives))
    if (!known) this.related.set(node.alternatives, alternatives)
    return { ...node, alternatives }
  }

  private async namesIn(alternatives: Alternatives): Promise<Alternatives> {
    const names: TermAlternative[] = []
    for (const alternative of alternatives) {
      const { origin, language, term } = alternative
      if (origin !== 'respelled' || (await this.vocabulary.isName(language, term)))
        names.push(alternative)
    }
    return names.length === alternatives.length ? alternatives : names
  }

  private async relativesOf(alternatives: Alternatives): Promise<Alternatives> {
    const relatives: TermAlternative[] = []
    for (const each of alternatives)
      if (each.origin === 'asked') relatives.push(...(await relativesOf(each, this.vocabulary)))
    return relatives.length === 0 ? alternatives : [...alternatives, ...relatives]
  }
}
