/**
 * Learns the costs of the splitter's forms from word counts, by expectation maximisation: split
 * every word of the list with the costs so far, count which word stood where and with which link,
 * make costs of the counts, begin again. Words that can be split are no parts themselves.
 */
const ROUNDS = 3
/** Weight of a word's own frequency beside the compounds it was seen in. */
const PRIOR = 0.3
/** Weight of what similar words do (same ending) beside a word's own links. */
const LINK_PRIOR = 2
/** How much of an inflected form's rarity counts against it. */
const FORM_SHARE = 0.25
/** A word of this many or fewer occurrences is no part. */
const LEAST = 10
const MAX_WORD = 17
/** How frequent a word must be beside its form in -es for that to be its genitive: `bundes`. */
const GENITIVE = 0.05
/** An adjective is a less likely last part than a noun. */
const ADJECTIVE_COST = 0.7
/** First guess of the links, before anything is counted. */
const FIRST = {
  '': 0.4,
  s: 0.2,
  n: 0.15,
  en: 0.1,
  es: 0.05,
  er: 0.05,
  e: 0.02,
  ens: 0.01,
  '-e': 0.1,
  '-e+s': 0.01,
}
/** Derived nouns that take -s before another part, and nothing else. */
const TAKES_S = /(?:(?<!spr|schw|^d|^j).ung|heit|keit|schaft|tion|sion|tät)$/
const PLAIN_LINKS = ['s', 'es', 'n', 'en', 'er', 'e', 'ens']

export class Trainer {
  constructor(words, english, lists, runtime) {
    Object.assign(this, { words, lists, runtime })
    this.headStems = new Set([...lists.heads].map(runtime.stem))
    this.bases = [...words.keys()].filter((word) => this.canBePart(word, english))
    this.candidates = new Set(this.bases)
    this.atoms = new Set(this.bases)
    this.counts = emptyCounts()
  }

  canBePart(word, english) {
    const { blocked, short, leftStems } = this.lists
    if (blocked.has(word) || !/^[a-zäöüß]+$/.test(word) || !/[aeiouyäöü]/.test(word)) return false
    if (word.length === 3) return short.has(word)
    if (word.length < 3 || word.length > MAX_WORD) return false
    if (leftStems.has(word)) return true
    const { frequency, sources, total } = this.words.get(word)
    const foreign =
      !this.lists.today.has(word) && total < 100 && (english.get(word) ?? 0) > 20 * total
    return !foreign && frequency >= LEAST && sources >= 2
  }

  /** @returns Map of form to { left, last, link, base }: costs in nats, undefined where it never stands. */
  train() {
    for (let round = 0; round <= ROUNDS; round++) {
      this.estimate(round)
      this.expect(round)
    }
    return this.forms
  }

  isNoun(word) {
    return this.words.get(word).noun > 0.5
  }

  /** Every way a word may be written before another part: pairs of link and form. */
  leftForms(word) {
    const nounCount = (form) => {
      const known = this.words.get(form)
      return known ? known.frequency * known.noun : 0
    }
    if (TAKES_S.test(word)) return [['s', `${word}s`]]
    const forms = []
    if (this.standsAlone(word, nounCount)) forms.push(['', word])
    if (!this.isNoun(word)) return forms
    // `wagen` is not `wage` with -n: the longer form must not be the more frequent word.
    for (const link of PLAIN_LINKS) {
      const enough = nounCount(word + link) * (link === 'es' ? GENITIVE : 1)
      if (nounCount(word) >= enough) forms.push([link, word + link])
    }
    if (word.endsWith('e')) {
      forms.push(['-e', word.slice(0, -1)], ['-e+s', `${word.slice(0, -1)}s`])
    }
    return forms
  }

  /** Whether a word stands before another part as it is; `rechts-` and `hilfs-` do so as `recht` and `hilfe`. */
  standsAlone(word, nounCount) {
    if (this.lists.leftStems.has(word)) return true
    if (!this.isNoun(word)) return false
    if (!word.endsWith('s')) return true
    if (word.endsWith('es') && nounCount(word.slice(0, -2)) >= nounCount(word) * GENITIVE)
      return false
    const stem = word.slice(0, -1)
    const bases = [stem, `${stem}e`, stem.replace(/e$/, '')]
    return bases.every((base) => base.length < 4 || nounCount(base) <= nounCount(word))
  }

  estimate(round) {
    const { words, runtime, counts, lists } = this
    const parts = this.bases.filter((word) => this.atoms.has(word))
    const roots = sum(parts.map((word) => Math.sqrt(words.get(word).frequency)))
    const lefts = sum(counts.left.values()) || 1
    const lasts = sum(counts.last.values()) || 1
    const groups = new Map()
    for (const word of this.bases) add(groups, runtime.stem(word), words.get(word).frequency)
    this.forms = new Map()
    for (const word of parts) {
      const { frequency } = words.get(word)
      const prior = Math.sqrt(frequency) / roots
      const before = ((counts.left.get(word) ?? 0) + PRIOR * lefts * prior) / ((1 + PRIOR) * lefts)
      for (const [link, form] of this.leftForms(word)) {
        this.offerLeft(form, word, link, -Math.log(before * this.linkShare(word, link, round)))
      }
      if (lists.blocked.has(`-${word}`)) continue
      const group = runtime.stem(word)
      if (!this.isNoun(word) && !this.headStems.has(group)) continue
      const share = (frequency / groups.get(group)) ** FORM_SHARE
      const after = ((counts.last.get(group) ?? 0) + PRIOR * lasts * prior) / ((1 + PRIOR) * lasts)
      const cost = -Math.log(after * share) + (this.isNoun(word) ? 0 : ADJECTIVE_COST)
      this.forms.set(word, { ...this.forms.get(word), last: cost })
    }
    this.units = new Map([...this.forms].map(([form, costs]) => [form, runtime.pack(costs)]))
  }

  offerLeft(form, base, link, cost) {
    const { blocked, short } = this.lists
    if (blocked.has(form) || blocked.has(`${form}-`)) return
    if (form.length < 3 || (form.length === 3 && !short.has(form))) return
    const known = this.forms.get(form)
    if (known?.left !== undefined && known.left <= cost) return
    this.forms.set(form, { ...known, left: cost, link, base })
  }

  /** P(link | word), smoothed by the words of the same ending. */
  linkShare(word, link, round) {
    if (round === 0) return FIRST[link]
    let share = 0.02
    for (const key of this.endings(word)) {
      const ending = this.counts.endings.get(key)
      if (ending) share = ((ending.get(link) ?? 0) + 5 * share) / (sum(ending.values()) + 5)
    }
    const own = this.counts.links.get(`${word}|${link}`) ?? 0
    return (own + LINK_PRIOR * share) / ((this.counts.left.get(word) ?? 0) + LINK_PRIOR)
  }

  endings(word) {
    return [1, 2, 3, 4, 6].map((length) => word.slice(-length) + (this.isNoun(word) ? '' : '!'))
  }

  expect(round) {
    this.counts = emptyCounts()
    for (const word of this.words.keys()) {
      if (word.length < 7 || this.lists.blocked.has(word) || this.runtime.isWhole(word)) continue
      const chain = this.chainOf(word)
      // The first costs are guesses: let more pass.
      const compound = chain && this.isCompound(word, chain, round === 0 ? 4 : 0)
      if (compound) {
        this.atoms.delete(word)
        this.count(word, chain)
      } else if (this.candidates.has(word)) this.atoms.add(word)
    }
  }

  /** The cheapest split of a word, which may itself be a form. */
  chainOf(word) {
    return this.runtime.cheapestChain(word, this.units)
  }

  isCompound(word, { segments, cost }, slack = 0) {
    const last = word.slice(segments.at(-1).start)
    if (this.words.get(word).noun < 0.4 && !this.headStems.has(this.runtime.stem(last)))
      return false
    return cost / segments.length <= this.runtime.strictCost + slack
  }

  count(word, { segments }) {
    for (const { start, end } of segments.slice(0, -1)) {
      const { base, link } = this.forms.get(word.slice(start, end))
      add(this.counts.left, base)
      add(this.counts.links, `${base}|${link}`)
      for (const key of this.endings(base)) {
        if (!this.counts.endings.has(key)) this.counts.endings.set(key, new Map())
        add(this.counts.endings.get(key), link)
      }
    }
    add(this.counts.last, this.runtime.stem(word.slice(segments.at(-1).start)))
  }
}

function emptyCounts() {
  return { left: new Map(), last: new Map(), links: new Map(), endings: new Map() }
}

function add(map, key, amount = 1) {
  map.set(key, (map.get(key) ?? 0) + amount)
}

function sum(numbers) {
  let total = 0
  for (const number of numbers) total += number
  return total
}
