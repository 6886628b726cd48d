import { describe, expect, test } from 'vitest'
import { searcherOf } from '../support/collection.js'

describe('a document in two languages', () => {
  test('is cut where the language changes, so that both halves are found by other forms', async () => {
    const searcher = await searcherOf({
      'letter.txt': [
        'Der Zutritt zu den Häusern am Hafen ist ohne schriftliche Genehmigung verboten.',
        'Access to the houses at the harbour is forbidden without written permission.',
        'Die Ausweise sind am Tor vorzuzeigen, und zwar ohne Aufforderung.',
        'Passes must be shown at the gate without being asked for.',
      ].join('\n\n'),
    })
    const languages = async (query: string) =>
      (await searcher.search(query)).hits.map(({ passage }) => passage.language)
    expect(await languages('Haus')).toEqual(['de'])
    expect(await languages('house')).toEqual(['en'])
    expect(await languages('Ausweis lang:de')).toEqual(['de'])
    expect(await languages('pass')).toEqual(['en'])
  })

  test('whose language is declared is not cut', async () => {
    const searcher = await searcherOf({
      'a.md':
        '---\nlanguage: de\n---\n\nDas Haus steht am Hafen, und es ist alt.\n\nThe house is at the harbour, and it is old.\n',
    })
    expect((await searcher.engine.statistics()).passages).toBe(1)
  })
})
