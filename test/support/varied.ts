import { buildIndex, openIndex, type Searcher } from '../../src/index.js'
import { corpusOf, temporaryFolder } from './collection.js'
import { filler } from './filler.js'

const WORDS = {
  en: ['whale', 'harbour', 'boxer', 'film', 'summer', 'lighthouse'],
  de: ['Wal', 'Hafen', 'Boxer', 'Film', 'Sommer', 'Leuchtturm'],
}
const SENTENCES = {
  en: (a: string, b: string, n: number) =>
    `The ${a} was seen near the ${b} for the ${n}th time, the ${a} ${filler('en', n)}`,
  de: (a: string, b: string, n: number) =>
    `Ein ${a} wurde zum ${n}. Mal bei einem ${b} gesehen, ein ${a} ${filler('de', n)}`,
}
const KINDS = ['interview', 'Review', 'review', 'note', undefined]
const DATES = ['2011', '2012-05', '2012-05-17', '2012-11', '2013-01-02', undefined]
const SPEAKERS = ['Ada Moss', 'Ben Roth', 'Clara Thiel']
const TAGS = ['sea', 'Sea', 'ring', 'light']

/** Texts whose metadata differ in every way that results are counted, grouped and sorted by. */
function files(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 24 }, (_, i) => [
      `${String.fromCharCode(97 + ((i * 7) % 24))}.md`,
      text(i),
    ]),
  )
}

function text(i: number): string {
  const language = i % 3 === 0 ? 'de' : 'en'
  const kind = KINDS[i % KINDS.length]
  const date = DATES[i % DATES.length]
  const metadata = [
    `title: Document ${i}`,
    kind && `kind: ${kind}`,
    date && `date: ${date}`,
    `tags: [${TAGS.slice(i % 3, (i % 3) + 2).join(', ')}]`,
    `speakers: [${SPEAKERS.join(', ')}]`,
  ]
  const paragraphs = Array.from({ length: 1 + (i % 4) }, (_, n) => {
    const words = WORDS[language]
    const sentence = SENTENCES[language](words[(i + n) % 6]!, words[(i * 5 + n) % 6]!, 10 * i + n)
    return (i + n) % 2 === 0 ? `${SPEAKERS[(i + n) % 3]}: ${sentence}` : sentence
  })
  return `---\n${metadata.filter(Boolean).join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`
}

/** An opened index of these texts, and the way to remove it again. */
export async function openVaried(): Promise<{ searcher: Searcher; remove(): Promise<void> }> {
  const removals: (() => Promise<void>)[] = []
  const later = (remove: () => Promise<void>) => removals.push(remove)
  const index = await temporaryFolder(later)
  await buildIndex(await corpusOf(files(), later), { index })
  const searcher = await openIndex(index, { lexicon: null })
  const remove = async () => {
    await searcher.close()
    for (const removal of removals) await removal()
  }
  return { searcher, remove }
}

/** Queries that find something in them, from everything to a little. */
export const QUERIES = [
  '',
  'whale',
  'Wal',
  'film boxer',
  'whale film summer Wal Sommer',
  'whale -harbour',
  'Leuchtturm OR lighthouse',
  'kind:review film',
  'hafen*',
  '"the whale"',
]
