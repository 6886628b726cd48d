import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { describeAnalysis } from '../../src/analysis/description.js'
import { analyzerFor } from '../../src/analysis/registry.js'
import { READING_VERSION } from '../../src/corpus/version.js'
import { buildIndex, type IndexedPassage, openIndex } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url))

/** Raw text of the web, with what readers, cutters and the detection of languages stumble over. */
const ODD = {
  'raw.txt': `Home | Search | Contact\r\n\r\nTHE FILM\r\n\r\n| cell | cell |\r\n• first item\r\n• second item of the list\r\n
JANE ROE: We met on 9. November, e.g. at Dr. Smith's. “It rained.” Then we left.\r\n
Q: Why?\r\n\r\nA: Because. Er sagte am 9. November, z. B. dem Dr. Meier: „Es regnet.“ Dann gingen wir nach Hause.\r\n
“A fine film.”\r\n\r\n• Jane Roe (Critic)\r\n`,
  'long.md': `# One\n\n${'This is a sentence of eight words, really. '.repeat(60)}\n\n## Zwei\n\n${'Dies ist noch ein Satz mit acht Wörtern. '.repeat(60)}\n`,
}

/** What this version makes, as `fingerprint result`; a changed rule changes the second. */
const PINNED = {
  analysis: '980b4a781d9e08c8 32cf171c681b55d8',
  reading: '1 b26c1a5bbd54a578',
}

async function passagesOf(corpus: string): Promise<IndexedPassage[]> {
  const index = await temporaryFolder()
  await buildIndex(corpus, { index })
  const { engine } = await openIndex(index)
  const documents = await engine.documents()
  const passages = await Promise.all(documents.map(({ id }) => engine.passagesOf(id)))
  await engine.close()
  return passages.flat()
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}

/** A result that changes while the fingerprint stays would leave old indexes in use. */
function compare(fingerprint: string, result: string, pinned: string, advice: string) {
  const [oldFingerprint, oldResult] = pinned.split(' ')
  if (result !== oldResult) expect(fingerprint, advice).not.toBe(oldFingerprint)
  expect(`${fingerprint} ${result}`, 'if this is on purpose, pin it').toBe(pinned)
}

describe('an index of older rules can be told from one of these', () => {
  test('by the fingerprint of the analysis, which names every list and lexicon', () => {
    const description = describeAnalysis()
    for (const word of ['because', 'weil']) expect(description.split(/[" ]/), word).toContain(word)
    expect(description.length).toBeGreaterThan(250_000)
  })

  test('because other terms give another fingerprint', async () => {
    const passages = await passagesOf(CORPUS)
    const tokens = passages.map(({ text, language }) => analyzerFor(language).analyze(text))
    compare(
      hash(describeAnalysis()),
      hash(tokens),
      PINNED.analysis,
      'the probe of description.ts does not show this change: extend it',
    )
  })

  test('because other passages come with another version of the reading', async () => {
    const passages = [...(await passagesOf(CORPUS)), ...(await passagesOf(await corpusOf(ODD)))]
    compare(String(READING_VERSION), hash(passages), PINNED.reading, 'raise READING_VERSION')
  })
})
