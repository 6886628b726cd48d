import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { buildIndex } from '../../src/index.js'
import { corpusOf } from '../support/collection.js'
import { filler } from '../support/filler.js'

/** Also what does not name its edition shows it by its length. */
const passagesEach = (number: number) => number + 2

/** How many passages an edition has. */
export const passagesOf = (number: number) => (number + 1) * passagesEach(number)

/** Texts that say in every title and every passage, and by their number, which edition of the collection they are from. */
function edition(number: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: number + 1 }, (_, document) => {
      const paragraphs = Array.from(
        { length: passagesEach(number) },
        (_, i) => `The harbour of edition ${number}. ${filler('en', 10 * document + i)}`,
      )
      const header = `---\ntitle: Edition ${number}\nlanguage: en\n---`
      return [`${document}.md`, `${header}\n\n${paragraphs.join('\n\n')}\n`]
    }),
  )
}

export async function build(index: string, number: number) {
  return (await buildIndex(await corpusOf(edition(number)), { index, lexicon: null })).manifest
}

/** The page for browsers, of which half is about what is found and half about the whole collection. */
const PAGE = '/?q=harbour'
const BROWSER = { headers: { Accept: 'text/html' } }

/** Questions whose answers show from which edition each of their parts is. */
const QUESTIONS = [
  '/search?q=harbour&limit=100',
  '/search?q=harbour&group=document&limit=100',
  '/search?q=harbour&view=kwic&width=100&limit=100',
  '/search.jsonl?q=harbour',
  '/search.csv?q=harbour&sort=position',
  PAGE,
  '/documents',
  '/documents/0',
]

/** The edition that an answer is from, all of it; fails where it is of two, or not whole. */
function editionOf(question: string, text: string): number {
  const named = [...text.matchAll(/edition (\d+)/gi)].map(([, number]) => Number(number))
  expect(new Set(named).size, `${question} answers\n${text}`).toBe(1)
  const number = named[0]!
  const documents = number + 1
  const passages = passagesOf(number)
  const lines = text.trimEnd().split(/\r?\n/).length
  if (question === PAGE) expect(text.match(/<mark/g)!.length).toBe(Math.min(passages, 10))
  else if (question.startsWith('/search.jsonl')) expect(lines).toBe(passages)
  else if (question.startsWith('/search.csv')) expect(lines).toBe(passages + 1)
  else if (question === '/documents') expect(JSON.parse(text).total).toBe(documents)
  else if (question === '/documents/0')
    expect(JSON.parse(text).passages).toHaveLength(passagesEach(number))
  else if (question.includes('group')) expect(JSON.parse(text).hits).toHaveLength(documents)
  else if (question.includes('kwic')) expect(JSON.parse(text).lines).toHaveLength(passages)
  else expect(JSON.parse(text)).toMatchObject({ total: passages })
  return number
}

/** Asks one question after the other until it is told to stop, and remembers from which editions the answers were. */
export class Asker {
  readonly editions: number[] = []
  private stopped = false
  private failure: unknown
  private readonly asking: Promise<void>

  constructor(
    private readonly url: string,
    private readonly offset: number,
  ) {
    this.asking = this.run().catch((error: unknown) => {
      this.failure = error
    })
  }

  /** Waits until some more answers have come. */
  async progress(): Promise<void> {
    const enough = this.editions.length + 2
    while (this.editions.length < enough && !this.failure) await sleep(2)
    if (this.failure) throw this.failure
  }

  async stop(): Promise<void> {
    this.stopped = true
    await this.asking
    if (this.failure) throw this.failure
  }

  private async run(): Promise<void> {
    for (let i = this.offset; !this.stopped; i++) {
      const question = QUESTIONS[i % QUESTIONS.length]!
      const response = await fetch(this.url + question, question === PAGE ? BROWSER : {})
      expect(response.status).toBe(200)
      this.editions.push(editionOf(question, await response.text()))
    }
  }
}
