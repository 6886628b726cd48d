import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readPlainText } from '../../src/corpus/plain-text/read-plain-text.js'
import { outlineOf, readFiles } from './folder.js'

const LONG =
  'The harbour town wakes before the fishermen do, and whoever has slept there once knows the sound of ropes against the masts.'

describe('paragraphs in plain text', () => {
  it('are separated by blank lines', async () => {
    expect(await outlineOf(`${LONG}\n\n \t \n${LONG}`)).toEqual([
      `paragraph| ${LONG}`,
      `paragraph| ${LONG}`,
    ])
  })

  it('are joined where a table broke a sentence', async () => {
    const text =
      ' Alles beginnt in einer Kneipe am Hafen, in der Jonas als Koch   | \n      | \n    arbeitet und schläft.  | \n  \n\n    Dann kommt der Winter über die Stadt.  \n'
    expect(await outlineOf(text)).toEqual([
      'paragraph| Alles beginnt in einer Kneipe am Hafen, in der Jonas als Koch arbeitet und schläft.',
      'paragraph| Dann kommt der Winter über die Stadt.',
    ])
  })

  it('are joined where lines were wrapped, German nouns at their start included', async () => {
    const text = [
      'Der Hafen lag still, und über den Dächern der alten Lagerhäuser stand',
      'Rauch, der sich nicht verziehen wollte. Niemand hatte in jener Nacht',
      'geschlafen, weil der Wind aus Osten kam und die Läden schlug.',
      '',
      'Am Morgen ging die alte Frau hinunter zum Wasser und zählte mit der',
      'Hand die Boote.',
    ]
    const blocks = await outlineOf(text.join('\n'))
    expect(blocks).toHaveLength(2)
    expect(blocks[0]).toContain('stand Rauch, der')
    expect(blocks[1]).toContain('mit der Hand die Boote.')
  })

  it('stay apart from a list of short lines below them', async () => {
    const text = `${LONG}\n\n1999 Die stille Bucht (The Quiet Bay)\n2003 Nordlicht\n2011 Der lange Weg zurück nach Hause (Homeward)`
    expect(await outlineOf(text)).toEqual([
      `paragraph| ${LONG}`,
      'item| 1999 Die stille Bucht (The Quiet Bay)',
      'item| 2003 Nordlicht',
      'item| 2011 Der lange Weg zurück nach Hause (Homeward)',
    ])
  })

  it('keep a dash within a sentence at the start of a line', async () => {
    const text = [
      'Wir wollten die Geschichte dramatisch und vielleicht auch ein wenig',
      '– sogar sentimental – erzählen, ohne dass es jemandem zu viel wird.',
    ]
    expect(await outlineOf(text.join('\n'))).toEqual([`paragraph| ${text.join(' ')}`])
  })
})

describe('words divided at the end of a line', () => {
  const wrapped = async (first: string, second: string) =>
    (await outlineOf(`${first}\n${second}`))[0]

  it('are put together', async () => {
    const [first, second] = [
      'In diesem Sommer kam noch einmal der alte Regis-',
      'seur in die Stadt, und niemand erkannte ihn dort.',
    ]
    expect(await wrapped(first, second)).toContain('der alte Regisseur in die Stadt')
  })

  it('keep the hyphen of an elliptical compound, and its space', async () => {
    const [first, second] = [
      'Die Zeitungen sprachen damals gern über die Vor-',
      'und Nachteile des Hafens, den keiner mehr wollte.',
    ]
    expect(await wrapped(first, second)).toContain('die Vor- und Nachteile')
  })

  it('keep the hyphen where the document writes the word with one', async () => {
    const text =
      'The father-son story, told by a long-suffering crew, is about a father-\nson bond that nobody in the harbour town had ever seen before this winter.'
    expect((await outlineOf(text))[0]).toContain('about a father-son bond')
  })
})

describe('layout in plain text', () => {
  it('makes items of bulleted lines, without their bullets', async () => {
    const text =
      'Ein Titel\n\n  • Erste Zeile\n  * Zweite Zeile\n- Dritte Zeile\n– Vierte Zeile\n· Fünfte Zeile'
    expect(await outlineOf(text)).toEqual([
      'heading1| Ein Titel',
      'item| Erste Zeile',
      'item| Zweite Zeile',
      'item| Dritte Zeile',
      'item| Vierte Zeile',
      'item| Fünfte Zeile',
    ])
  })

  it('puts the second line of an item where it belongs', async () => {
    const text = '• Golden Anchor for a film that was\n  made by hand\n• Silver Rope'
    expect(await outlineOf(text)).toEqual([
      'item| Golden Anchor for a film that was made by hand',
      'item| Silver Rope',
    ])
  })

  it('drops bars, rules and empty rows and keeps the cells', async () => {
    const text = `${LONG}\n\u00a0|\u00a0\n| Regie | Anna Berg |\n|---|---|\n| | |\n----\n${LONG}`
    expect(await outlineOf(text)).toEqual([
      `paragraph| ${LONG}`,
      'item| Regie Anna Berg',
      `paragraph| ${LONG}`,
    ])
  })

  it('turns all kinds of space into one plain space and drops what is invisible', async () => {
    const text = 'Zehn\u00a0Jahre\u2009und \u3000 \tkein\u200b Ende, sag\u00adte\ufeff sie.'
    expect(await outlineOf(text)).toEqual(['paragraph| Zehn Jahre und kein Ende, sag\u00adte sie.'])
  })

  it.each(['\n', '\r\n', '\r', '\u2028'])('takes %j for the end of a line', async (end) => {
    const text = `A Title${end}${end}${LONG}${end}${end}• One`
    expect(await outlineOf(text)).toEqual(['heading1| A Title', `paragraph| ${LONG}`, 'item| One'])
  })

  it('reads the same text from every encoding', async () => {
    const text = 'Überschrift\n\nEs war, als ob „alles“ – wirklich alles – von vorn begänne.'
    for (const encoding of ['utf8', 'utf16le', 'utf16be', 'win1252']) {
      expect(await outlineOf(iconv.encode(text, encoding))).toEqual(await outlineOf(text))
    }
  })
})

describe('headings in plain text', () => {
  it('are short lines that stand alone above text', async () => {
    const text = `A Title\n\nOther Name\n\nDirector’s Note\n\n${LONG}\n\nCast & Crew\n\nDirected by: Anna Berg\n\nWritten by: Tom Weiss`
    expect(await outlineOf(text)).toEqual([
      'heading1| A Title',
      'paragraph| Other Name',
      'heading2| Director’s Note',
      `paragraph| ${LONG}`,
      'heading2| Cast & Crew',
      'item| Directed by: Anna Berg',
      'item| Written by: Tom Weiss',
    ])
  })

  it('may have a legend between them and their list', async () => {
    const blocks = await outlineOf(
      `A Title\n\n${LONG}\n\nPrizes & Honours\n\n= Win\n\n• Golden Anchor\n• Silver Rope`,
    )
    expect(blocks.slice(2, 4)).toEqual(['heading2| Prizes & Honours', 'paragraph| = Win'])
  })

  it('are neither navigation nor sentences nor the last line', async () => {
    const text = `A Title\n\n${LONG}\n\nSee more pictures\n\n${LONG}\n\nIt rained.\n\n${LONG}\n\nThe End`
    const headings = (await outlineOf(text)).filter((block) => block.startsWith('heading2'))
    expect(headings).toEqual([])
  })
})

describe('the title of a plain text', () => {
  const titleOf = async (text: string, name = 'der_alte-hafen.txt') =>
    (await readFiles({ [name]: text })).documents[0]!.title

  it('is the first line that looks like one', async () => {
    expect(
      await titleOf(`See more pictures\n\nRuntime: 98 minutes\n\nThe Quiet Bay (2011)\n\n${LONG}`),
    ).toBe('The Quiet Bay (2011)')
  })

  it('is neither a table row nor a navigation bar nor an author', async () => {
    const text = `Home | News | About\n\nBy Anna Berg\n\nThe Quiet Bay\n\n${LONG}`
    expect(await titleOf(text)).toBe('The Quiet Bay')
  })

  it('may hold a colon when it stands alone at the top', async () => {
    expect(await titleOf(`Anna Berg: a life by the sea\n\n${LONG}`)).toBe(
      'Anna Berg: a life by the sea',
    )
  })

  it('is the name of the file where the text begins with a paragraph', async () => {
    expect(await titleOf(`${LONG}\n\nSynopsis\n\n${LONG}`)).toBe('Der alte hafen')
  })

  it('is not the beginning of a sentence that goes on below, nor all there is', async () => {
    const broken = 'We drove to the sea\nand saw a whale there.\n'
    expect(await titleOf(broken)).toBe('Der alte hafen')
    expect(await titleOf('We drove to the sea and saw a whale')).toBe('Der alte hafen')
    expect(await titleOf(broken.replace('and', 'Where we'))).toBe('We drove to the sea')
  })

  it('is the name of the file where a transcript begins at once', async () => {
    expect(await titleOf('Anna: So here we are again\n\nTom: Indeed we are.')).toBe(
      'Der alte hafen',
    )
  })
})

it('reads a text without a file system', () => {
  expect(readPlainText('A Title\n\nA sentence that is longer.').title).toBe('A Title')
})
