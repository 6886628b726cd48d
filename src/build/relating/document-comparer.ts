import { alignPassages } from '../../alignment/align.js'
import { EvidenceOfOthers } from '../../alignment/document-evidence.js'
import { remembered } from '../../alignment/remembered-lexicon.js'
import type { TranslationLexicon } from '../../translation/lexicon.js'
import { shippedLexicon } from '../shipped-lexicon.js'
import { NO_LEXICON } from './alignment.js'
import type { ComparedInThread, ComparisonTask } from './comparing.js'

/** Compares documents of one collection that another thread has analyzed. */
export class DocumentComparer {
  private readonly evidence = new EvidenceOfOthers()
  private lexicon: TranslationLexicon | undefined

  compare({ lexicon, numbers, words, documents, pairs }: ComparisonTask): ComparedInThread {
    this.lexicon ??= remembered(lexicon === 'shipped' ? shippedLexicon() : NO_LEXICON)
    this.evidence.learn(numbers, words)
    const read = documents.map((document) => this.evidence.of(document))
    return pairs.map(({ left, right, options }) =>
      alignPassages(read[left]!, read[right]!, this.lexicon!, options),
    )
  }
}
