/**
 * Texts to measure with: words with the frequencies of natural language (Zipf), in sentences and
 * paragraphs, half English and half German by their words of grammar. The same seed, the same texts.
 */
const SYLLABLES =
  'ba be bi bo da de di do fa fe fo ga ge go ha he hi ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to wa we wo'.split(
    ' ',
  )
const GRAMMAR = {
  en: 'the of and to a in that is was he for it with as his on be at by I this had not are but from'.split(
    ' ',
  ),
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an'.split(
    ' ',
  ),
}
const VOCABULARY = 60_000
const WORDS_PER_PASSAGE = 75

/** A small generator of pseudo-random numbers in [0, 1) (mulberry32). */
export function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** @returns {string} the word of a rank; low ranks are short, as in natural language */
function word(rank, suffix) {
  let text = ''
  for (let rest = rank + 3; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    text += SYLLABLES[rest % SYLLABLES.length]
  return text + suffix
}

/** A word drawn with probability proportional to 1/rank. */
function draw(random, language) {
  if (random() < 0.42)
    return GRAMMAR[language][Math.floor(random() ** 2 * GRAMMAR[language].length)]
  const rank = Math.floor(VOCABULARY ** random()) - 1
  return word(rank, language === 'de' ? 'n' : 's')
}

/** Documents of 50 passages each: `{ path, text }`. */
export function* documents(passages, seed = 1) {
  const random = randomNumbers(seed)
  for (let document = 0; document * 50 < passages; document++) {
    const language = document % 2 === 0 ? 'en' : 'de'
    const paragraphs = Array.from({ length: Math.min(50, passages - document * 50) }, () => {
      const words = Array.from({ length: WORDS_PER_PASSAGE }, () => draw(random, language))
      return `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`
    })
    yield { path: `${String(document).padStart(5, '0')}.txt`, text: `${paragraphs.join('\n\n')}\n` }
  }
}

/** Queries of `size` words that occur together in a passage, words of grammar left out. */
export function queries(texts, size, count, seed = 2) {
  const random = randomNumbers(seed)
  const grammar = new Set([...GRAMMAR.en, ...GRAMMAR.de])
  return Array.from({ length: count }, () => {
    const words = texts[Math.floor(random() * texts.length)]
      .split(/[^\p{L}]+/u)
      .filter((candidate) => candidate && !grammar.has(candidate.toLowerCase()))
    return Array.from({ length: size }, () => words[Math.floor(random() * words.length)]).join(' ')
  })
}
