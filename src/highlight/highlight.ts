import type { Analyzer } from '../analysis/analyzer.js'
import { hasPrefix } from '../analysis/prefix.js'
import { analyzerFor } from '../analysis/registry.js'
import type { Token } from '../analysis/token.js'
import type { Language } from '../language/language.js'
import { remembered } from '../memory/remembered.js'
import type {
  ConditionNode,
  Origin,
  PhrasePlanNode,
  PlanLeaf,
  PrefixPlanNode,
  SequenceWord,
  TermAlternative,
  TermsNode,
} from '../search/plan.js'
import type { Provenance } from '../search/translations.js'
import { Beginnings } from './beginnings.js'
import { probability, withoutOverlaps } from './overlaps.js'
import { sharedBeginning } from './shared-beginning.js'

/**
 * Why a word is marked: as typed, another form of it, a part of a compound (in the text or in the query),
 * because it begins so, as a word of a phrase, as a synonym, as what may have been meant, or as a translation.
 */
export type HighlightKind =
  | 'exact'
  | 'stem'
  | 'part'
  | 'prefix'
  | 'phrase'
  | 'synonym'
  | 'correction'
  | 'translation'

/** A marked word: `text.slice(start, end)`, UTF-16 offsets into the passage's text. */
export interface Highlight {
  start: number
  end: number
  kind: HighlightKind
  /** Which word of the query it translates, how probably, and who says so; present for translations. */
  translation?: Provenance
}

/** Marks the words of passages that match a plan's leaves. Made once for a question. */
export class Highlighter {
  private readonly markers = new Map<Language, LanguageMarker>()

  constructor(private readonly nodes: readonly PlanLeaf[]) {}

  /**
   * The words of a passage that match, in order and without overlap. The passage is analyzed as it was for the index, so
   * that a mark is never wider or narrower than the word that matched.
   */
  highlight(text: string, language: Language): Highlight[] {
    let marker = this.markers.get(language)
    if (!marker) {
      marker = new LanguageMarker(this.nodes, language, analyzerFor(language))
      this.markers.set(language, marker)
    }
    return withoutOverlaps(marker.marks(text))
  }
}

/** Stretches of which a marker keeps the tokens. */
const MOST_KEPT = 200

/** Foldings of words that were looked at lately: each is compared with every prefix of a question. */
const FOLDINGS: Readonly<Record<Language, Pick<Analyzer, 'fold'>>> = {
  en: { fold: remembered((form) => analyzerFor('en').fold(form)) },
  de: { fold: remembered((form) => analyzerFor('de').fold(form)) },
  und: { fold: remembered((form) => analyzerFor('und').fold(form)) },
}

/** @param text The one that the token is in. */
type Mark = (token: Token, text: string) => Highlight | undefined

/** What marks the words of one language. */
class LanguageMarker {
  /** Words by term: nearly all words of a passage are ruled out by one look. */
  private readonly byTerm = new Map<string, Mark[]>()
  private readonly others: Exclude<PlanLeaf, TermsNode | ConditionNode>[] = []
  private readonly beginnings: Beginnings
  /** The same few words are in all hits. */
  private readonly tokensOf = remembered(
    (stretch): readonly Token[] => this.analyzer.analyze(stretch),
    MOST_KEPT,
  )

  constructor(
    nodes: readonly PlanLeaf[],
    private readonly language: Language,
    private readonly analyzer: Analyzer,
  ) {
    this.beginnings = new Beginnings(analyzer)
    for (const node of nodes)
      if (node.type === 'terms') this.addWord(node)
      else if (node.type !== 'condition') this.others.push(node)
    for (const node of this.others)
      for (const beginning of node.type === 'prefix' ? foldsOf(node) : wordsOf(node, language))
        this.beginnings.add('fold' in beginning ? beginning.fold : beginning.term)
  }

  marks(text: string): Highlight[] {
    const tokens = this.tokensThatMayMatch(text)
    const others = this.others.map((node) => marker(node, this.language, tokens))
    const found: Highlight[] = []
    for (const token of tokens) {
      const own = token.functionWord ? undefined : this.byTerm.get(token.term)
      const shown = markBy(others, token, text, own && markBy(own, token, text))
      if (shown) found.push(shown)
    }
    return found
  }

  /** Positions follow one another where words do, and only there: there are fewer words than code units. */
  private tokensThatMayMatch(text: string): Token[] {
    const found: Token[] = []
    for (const { start, end } of this.beginnings.stretchesOf(text))
      for (const token of this.tokensOf(text.slice(start, end)))
        if (this.others.length > 0 || this.byTerm.has(token.term))
          found.push({
            ...token,
            start: start + token.start,
            end: start + token.end,
            position: start + token.position,
          })
    return found
  }

  private addWord(node: TermsNode): void {
    const own = node.alternatives.filter(({ language }) => language === this.language)
    for (const term of new Set(own.map((alternative) => alternative.term))) {
      this.beginnings.add(term)
      const known = this.byTerm.get(term) ?? []
      known.push(wordMark(node, own, term, this.analyzer))
      this.byTerm.set(term, known)
    }
  }
}

/** Of the marks that a token may have, the one to show. @param known One that it has already. */
function markBy(
  marks: readonly Mark[],
  token: Token,
  text: string,
  known?: Highlight,
): Highlight | undefined {
  let shown = known
  for (const mark of marks) {
    const own = mark(token, text)
    if (own && (!shown || isBetter(own, shown))) shown = own
  }
  return shown
}

/** Where several reasons meet, the first of these is shown. */
const KINDS: readonly HighlightKind[] = [
  'phrase',
  'exact',
  'stem',
  'part',
  'prefix',
  'synonym',
  'correction',
  'translation',
]

const KIND_OF_ORIGIN: Record<Exclude<Origin, 'compound'>, HighlightKind> = {
  asked: 'stem',
  respelled: 'stem',
  synonym: 'synonym',
  completion: 'prefix',
  correction: 'correction',
  translation: 'translation',
  relative: 'stem',
}

/** Of two reasons, whether the first is shown; of translations the more probable. */
function isBetter(a: Highlight, b: Highlight): boolean {
  const order = KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
  return order < 0 || (order === 0 && probability(a) > probability(b))
}

function whole({ start, end }: Token, kind: HighlightKind): Highlight {
  return { start, end, kind }
}

/** The word at the beginning of a compound that is not taken apart. */
function beginning(
  { start, end }: Token,
  text: string,
  asked: readonly TermAlternative[],
  analyzer: Analyzer,
): Highlight {
  const surface = text.slice(start, end)
  const shared = asked.map(({ form }) => sharedBeginning(surface, form ?? '', analyzer))
  const length = Math.max(0, ...shared)
  return { start, end: length > 0 ? start + length : end, kind: 'part' }
}

/** Marks the tokens with one of a word's terms. */
function wordMark(
  node: TermsNode,
  own: readonly TermAlternative[],
  term: string,
  analyzer: Analyzer,
): Mark {
  const matching = own.filter((alternative) => alternative.term === term)
  const [first] = matching
  const isTranslation = matching.every(({ origin }) => origin === 'translation')
  return (token, text) => {
    if (isTranslation) return { ...whole(token, 'translation'), translation: first!.provenance! }
    if (token.kind === 'part' || node.partOf !== null) return whole(token, 'part')
    if (matching.some(({ form }) => form === token.form)) return whole(token, 'exact')
    return matching
      .map(({ origin }) =>
        origin === 'compound'
          ? beginning(token, text, own, analyzer)
          : whole(token, KIND_OF_ORIGIN[origin]),
      )
      .reduce((best, each) => (isBetter(each, best) ? each : best))
  }
}

/** Marks the tokens of one passage by a prefix or a phrase. */
function marker(
  node: Exclude<PlanLeaf, TermsNode | ConditionNode>,
  language: Language,
  tokens: readonly Token[],
): Mark {
  switch (node.type) {
    case 'prefix': {
      const own = node.prefixes.find((prefix) => prefix.language === language)
      return (token) =>
        own && token.kind !== 'part' && hasPrefix(token.form, own.prefix, FOLDINGS[language])
          ? whole(token, 'prefix')
          : undefined
    }
    case 'phrase': {
      const words = wordsOf(node, language)
      const marked = phraseTokens(tokens, words, language)
      const asked = words.length > 1 ? 'phrase' : 'exact'
      const kind = node.origin === 'asked' ? asked : node.origin
      const { provenance } = node
      return (token) =>
        marked.has(token)
          ? { ...whole(token, kind), ...(provenance ? { translation: provenance } : {}) }
          : undefined
    }
  }
}

function foldsOf({ prefixes }: PrefixPlanNode): readonly SequenceWord[] {
  return prefixes.map(({ prefix }) => prefix)
}

function wordsOf({ sequences }: PhrasePlanNode, language: Language): readonly SequenceWord[] {
  return sequences.find((sequence) => sequence.language === language)?.words ?? []
}

/** The tokens that are in an occurrence of a phrase. */
function phraseTokens(
  tokens: readonly Token[],
  words: readonly SequenceWord[],
  language: Language,
): Set<Token> {
  const byPosition = new Map<number, Token[]>()
  for (const token of tokens) {
    if (token.kind === 'part') continue
    const known = byPosition.get(token.position)
    if (known) known.push(token)
    else byPosition.set(token.position, [token])
  }
  const isWord = ({ form, term }: Token, word: SequenceWord) =>
    'fold' in word ? FOLDINGS[language].fold(form) === word.fold : term === word.term
  const marked = new Set<Token>()
  for (const start of byPosition.keys()) {
    const found: Token[] = []
    const isThere = words.every((word, i) => {
      const own = byPosition.get(start + i)?.filter((token) => isWord(token, word)) ?? []
      found.push(...own)
      return own.length > 0
    })
    if (isThere) for (const token of found) marked.add(token)
  }
  return marked
}
