/** Links of one direction: the translations of term `t` are `targets[starts[t]]` and those after it. */
export interface Links {
  starts: Uint32Array
  targets: Uint32Array
  /** Level of the probability of each. */
  levels: Uint8Array
}

/** An English and a German term, by their places in the lists of terms. */
export interface Link {
  english: number
  german: number
  /** Level of p(german | english), 0 if it is no translation. */
  toGerman: number
  toEnglish: number
}

/**
 * By German term the number of its links, then of each the English term, as its difference from the one
 * before, and a byte with the levels of both directions. Numbers are varints: seven bits a byte, least
 * first, all but the last with their high bit set.
 *
 * @param links In the order of their German, then their English terms; no pair twice.
 */
export function packLinks(links: readonly Link[], germanTerms: number): Uint8Array {
  const packed: number[] = []
  let next = 0
  for (let german = 0; german < germanTerms; german++) {
    const from = next
    while (links[next]?.german === german) next++
    pushVarint(packed, next - from)
    let before = 0
    for (const { english, toGerman, toEnglish } of links.slice(from, next)) {
      pushVarint(packed, english - before)
      packed.push((toGerman << 4) | toEnglish)
      before = english
    }
  }
  return Uint8Array.from(packed)
}

function pushVarint(packed: number[], value: number): void {
  let rest = value
  for (; rest > 0x7f; rest >>>= 7) packed.push((rest & 0x7f) | 0x80)
  packed.push(rest)
}

/**
 * Both directions of packed links.
 * @throws RangeError if they name terms that do not exist.
 */
export function unpackLinks(
  packed: Uint8Array,
  { en, de }: { en: number; de: number },
): { en: Links; de: Links } {
  const toGerman = new Collector(en)
  const toEnglish = new Collector(de)
  const eachLink = (visit: (english: number, german: number, levels: number) => void) =>
    readLinks(packed, en, de, visit)
  eachLink((english, german, levels) => {
    if (levels >> 4) toGerman.count(english)
    if (levels & 15) toEnglish.count(german)
  })
  toGerman.allocate()
  toEnglish.allocate()
  eachLink((english, german, levels) => {
    if (levels >> 4) toGerman.add(english, german, levels >> 4)
    if (levels & 15) toEnglish.add(german, english, levels & 15)
  })
  return { en: toGerman.links(), de: toEnglish.links() }
}

function readLinks(
  packed: Uint8Array,
  englishTerms: number,
  germanTerms: number,
  visit: (english: number, german: number, levels: number) => void,
): void {
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 0; at < packed.length; shift += 7) {
      const byte = packed[at++]!
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
    throw new RangeError('links end early')
  }
  for (let german = 0; german < germanTerms; german++) {
    let english = 0
    for (let left = varint(); left > 0; left--) {
      english += varint()
      if (english >= englishTerms || at >= packed.length) throw new RangeError('links end early')
      visit(english, german, packed[at++]!)
    }
  }
}

/** Sorts links by the term they start from: counted first, then put in place. */
class Collector {
  private readonly starts: Uint32Array
  private targets = new Uint32Array()
  private levels = new Uint8Array()

  constructor(terms: number) {
    this.starts = new Uint32Array(terms + 1)
  }

  count(term: number): void {
    this.starts[term + 1]!++
  }

  allocate(): void {
    for (let term = 1; term < this.starts.length; term++)
      this.starts[term]! += this.starts[term - 1]!
    const total = this.starts[this.starts.length - 1]!
    this.targets = new Uint32Array(total)
    this.levels = new Uint8Array(total)
  }

  /** Moves the term's start on; when all are added, each start is where the next term's was. */
  add(term: number, target: number, level: number): void {
    const place = this.starts[term]!++
    this.targets[place] = target
    this.levels[place] = level
  }

  links(): Links {
    this.starts.copyWithin(1, 0)
    this.starts[0] = 0
    return { starts: this.starts, targets: this.targets, levels: this.levels }
  }
}
