import fc from 'fast-check'

const WORDS = {
  en: 'whale whales harbour boxer film films story summer lighthouse silence director'.split(' '),
  de: 'Wal Wale Killerwal Hafen Hafenstadt Boxer Film Filme Geschichte Sommer Leuchtturm Stille Regie Regisseur'.split(
    ' ',
  ),
}
const GLUE = {
  en: 'the of and was in that it with for as'.split(' '),
  de: 'der die und war in das es mit für als'.split(' '),
}
/** Mistakes that a text may have too, so that it is not certain which word is meant. */
const SLIPS = { en: ['harbuor', 'whalse'], de: ['Haefn', 'Killewral'] }
const SPEAKERS = ['Ada Moss', 'Ben Hafen', 'Clara Film']

type Tongue = keyof typeof WORDS

/** A sentence of a few words that are often the same, so that many passages match a query, and many alike. */
const sentence = (language: Tongue) =>
  fc
    .array(
      fc.tuple(fc.nat(WORDS[language].length - 1), fc.constantFrom(...GLUE[language]), fc.nat(3)),
      {
        minLength: 2,
        maxLength: 7,
      },
    )
    .map((parts) =>
      parts
        // Words at the end of the list are rare.
        .map(([place, glue, luck]) => `${glue} ${WORDS[language][luck > 0 ? place % 5 : place]}`)
        .join(' '),
    )
    .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`)

const paragraph = (language: Tongue) =>
  fc
    .tuple(
      fc.array(sentence(language), { minLength: 4, maxLength: 7 }),
      fc.option(fc.constantFrom(...SPEAKERS), { freq: 3 }),
    )
    .map(([sentences, speaker]) => `${speaker ? `${speaker}: ` : ''}${sentences.join(' ')}`)

const document = (language: Tongue) =>
  fc
    .record({
      title: fc.constantFrom(...WORDS[language], 'Notes', 'Notizen'),
      kind: fc.constantFrom('interview', 'review'),
      heading: fc.option(fc.constantFrom(...WORDS[language])),
      paragraphs: fc.array(paragraph(language), { minLength: 1, maxLength: 8 }),
      slip: fc.option(fc.constantFrom(...SLIPS[language]), { freq: 2 }),
      // Quoted in the other language.
      foreign: fc.option(paragraph(language === 'en' ? 'de' : 'en'), { freq: 2 }),
    })
    .map(({ title, kind, heading, paragraphs, slip, foreign }) => {
      const own = slip ? paragraphs.with(0, `${paragraphs[0]} ${slip}.`) : paragraphs
      const all = foreign ? [...own, foreign] : own
      const text = [...(heading ? [`## ${heading}`] : []), ...all].join('\n\n')
      // A document that says its language is in no other.
      const said = foreign ? '' : `language: ${language}\n`
      return { title, kind, language, said, text }
    })

/** Texts in both languages with titles, headings, speakers; some of them twice, some said to be versions of each other. */
export const collectionOf = () =>
  fc
    .tuple(
      fc.array(document('en'), { minLength: 2, maxLength: 8 }),
      fc.array(document('de'), { minLength: 2, maxLength: 8 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([english, german, repeats, versions]) => {
      const all = [...english, ...german, ...(repeats ? [english[0]!, german[0]!] : [])]
      return Object.fromEntries(
        all.map(({ title, kind, language, said, text }, i) => {
          const isVersion = versions && language === 'de' && i - english.length < english.length
          const of = isVersion ? `versionOf: d${i - english.length}\n` : ''
          return [`d${i}.md`, `---\ntitle: ${title}\nkind: ${kind}\n${said}${of}---\n\n${text}\n`]
        }),
      )
    })

const word = fc.constantFrom(...WORDS.en, ...WORDS.de)

/** Two letters swapped, as slips do. */
const swapped = fc.tuple(word, fc.integer({ min: 1, max: 4 })).map(([typed, place]) => {
  const [a, b] = [typed.charAt(place), typed.charAt(place + 1)]
  return typed.slice(0, place) + b + a + typed.slice(place + 2)
})

const mistyped = fc.oneof(swapped, fc.constantFrom(...SLIPS.en, ...SLIPS.de))

const prefix = fc.tuple(word, fc.integer({ min: 1, max: 4 })).map(([from, letters]) => {
  return `${from.slice(0, letters)}*`
})

const phrase = fc.tuple(word, word).map((words) => `"${words.join(' ')}"`)

const choice = fc
  .array(word, { minLength: 2, maxLength: 3 })
  .map((words) => `(${words.join(' OR ')})`)

const BOTH = { lang: ['de' as const], kind: ['interview'] }

/** Queries of words, some of them mistyped or only the beginnings of words, with the options that leave the order to the score. */
export const queries = fc
  .record({
    words: fc.oneof(
      { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }) },
      { weight: 2, arbitrary: fc.array(fc.oneof(word, mistyped), { minLength: 1, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.tuple(prefix) },
      { weight: 1, arbitrary: fc.constant([]) },
      {
        weight: 2,
        arbitrary: fc.array(fc.oneof(word, mistyped, prefix), { minLength: 2, maxLength: 4 }),
      },
      {
        weight: 2,
        arbitrary: fc.array(fc.oneof(word, choice), { minLength: 1, maxLength: 3 }),
      },
    ),
    joint: fc.constantFrom(' ', ' ', ' ', ' AND '),
    excluded: fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: word.map((some) => ` -${some}`) },
      { weight: 1, arbitrary: word.map((some) => ` AND NOT ${some}`) },
      {
        weight: 1,
        arbitrary: fc
          .oneof(prefix, phrase, choice, fc.constantFrom('lang:de', 'kind:review'))
          .map((some) => ` -${some}`),
      },
    ),
    filter: fc.constantFrom('', '', 'kind:review ', 'lang:de '),
    options: fc.record({
      limit: fc.integer({ min: 1, max: 12 }),
      offset: fc.constantFrom(0, 0, 3),
      cross: fc.constantFrom('auto' as const, 'off' as const),
      collapse: fc.boolean(),
      prefix: fc.constantFrom(false, false, true),
      facets: fc.constantFrom([], [], ['lang', 'document', 'kind'], ['speaker', 'year']),
    }),
    filters: fc.constantFrom({}, {}, {}, { lang: ['en' as const] }, { kind: ['review'] }, BOTH),
  })
  .map(({ words, joint, excluded, filter, options, filters }) => ({
    query: `${filter}${words.join(joint)}${excluded}`,
    options: { ...options, ...filters },
  }))
