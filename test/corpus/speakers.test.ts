import { describe, expect, it } from 'vitest'
import { outline, outlineOf, readFiles } from './folder.js'

const LONG =
  'The harbour town wakes before the fishermen do, and whoever has slept there once knows the sound of ropes against the masts.'

describe('turns', () => {
  it('belong to a name that speaks twice, and so do the paragraphs after them', async () => {
    const text =
      'A Talk\n\nANNA BERG: We began in winter.\n\nIt was cold.\n\nTOM WEISS: How cold was it?\n\nANNA BERG (laughs): Very.'
    expect(await outlineOf(text)).toEqual([
      'heading1| A Talk',
      'paragraph @ANNA BERG| ANNA BERG: We began in winter.',
      'paragraph @ANNA BERG| It was cold.',
      'paragraph @TOM WEISS| TOM WEISS: How cold was it?',
      'paragraph @ANNA BERG| ANNA BERG (laughs): Very.',
    ])
  })

  it('have the name that front matter gives, in full', async () => {
    const text =
      '---\nspeakers: [Anna Berg, Tom Weiss]\n---\nBerg: Wir begannen im Winter.\n\nTOM WEISS: Und dann?'
    expect(await outlineOf(text)).toEqual([
      'paragraph @Anna Berg| Berg: Wir begannen im Winter.',
      'paragraph @Tom Weiss| TOM WEISS: Und dann?',
    ])
  })

  it('are found in wrapped lines without blank lines between them', async () => {
    const text = [
      'Anna Berg: Warum spielt',
      'der Film im Winter?',
      'Tom Weiss: Weil es im Sommer jeder kann. Und weil die Stadt dann',
      'leer ist.',
      'Anna Berg: Und das Licht?',
      'Tom Weiss: Das kam von allein.',
    ]
    expect(await outlineOf(text.join('\n'))).toEqual([
      'paragraph @Anna Berg| Anna Berg: Warum spielt der Film im Winter?',
      'paragraph @Tom Weiss| Tom Weiss: Weil es im Sommer jeder kann. Und weil die Stadt dann leer ist.',
      'paragraph @Anna Berg| Anna Berg: Und das Licht?',
      'paragraph @Tom Weiss| Tom Weiss: Das kam von allein.',
    ])
  })

  it('are never labels, nor names that occur once', async () => {
    const text =
      'Titel\n\nRegie: Sie war streng.\n\nRegie: Sie war gut.\n\nRuntime: It is long.\n\nAnna: Das war alles.'
    expect((await outlineOf(text)).filter((block) => block.includes('@'))).toEqual([])
  })

  it('end at a heading, a rule and a name that is not certain', async () => {
    const turns = 'Anna: Ja, so war es.\n\nAnna: Es war so.'
    const speakers = async (after: string) =>
      (await outlineOf(`${turns}\n\n${after}`, 'talk.md')).at(-1)!.includes('@')
    expect(await speakers('Noch ein Absatz.')).toBe(true)
    expect(await speakers('## Nachwort\n\nNoch ein Absatz.')).toBe(false)
    expect(await speakers('***\n\nNoch ein Absatz.')).toBe(false)
    expect(await speakers('Hinweis: Gekürzt.\n\nNoch ein Absatz.')).toBe(false)
    expect(await speakers('[Lachen im Saal]')).toBe(false)
  })

  it.each([
    ['Q: Why?', 'A: Because.'],
    ['Frage: Warum?', 'Antwort: Darum.'],
    ['F: Warum?', 'A: Darum.'],
  ])('are questions and answers: %s %s', async (question, answer) => {
    expect(await outlineOf(`${question}\n${answer}`)).toEqual([
      `paragraph @Q| ${question}`,
      `paragraph @A| ${answer}`,
    ])
  })
})

describe('attributions', () => {
  it('give a review its publication', async () => {
    const text = `From the press\n\n${LONG}\n• The Harbour Post\n\n${LONG}\n• Ropes\n\n${LONG}`
    expect(await outlineOf(text)).toEqual([
      'heading1| From the press',
      `paragraph @The Harbour Post| ${LONG}`,
      'item @The Harbour Post| The Harbour Post',
      `paragraph @Ropes| ${LONG}`,
      'item @Ropes| Ropes',
      `paragraph| ${LONG}`,
    ])
  })

  it('give a signed statement the people under it, up to its heading', async () => {
    const text = `A Title\n\nStatement\n\n${LONG}\n\n${LONG}\nAnna Berg & Tom Weiss\n\nBiography\n\n${LONG}`
    expect(await outlineOf(text)).toEqual([
      'heading1| A Title',
      'heading2| Statement',
      `paragraph @Anna Berg & Tom Weiss| ${LONG}`,
      `paragraph @Anna Berg & Tom Weiss| ${LONG}`,
      'item @Anna Berg & Tom Weiss| Anna Berg & Tom Weiss',
      'heading2| Biography',
      `paragraph| ${LONG}`,
    ])
  })

  it('leave the role in brackets out of the speaker, at the end of a paragraph too', async () => {
    const blocks = await outlineOf(`${LONG}\n\n${LONG} Anna Berg (Regie, Buch) & Tom Weiss (Buch)`)
    expect(blocks).toEqual([
      `paragraph| ${LONG}`,
      `paragraph @Anna Berg & Tom Weiss| ${LONG}`,
      'item @Anna Berg & Tom Weiss| Anna Berg (Regie, Buch) & Tom Weiss (Buch)',
    ])
  })

  it('follow a dash in Markdown, in the quotation or below it', async () => {
    const text = `> ${LONG}\n> — Anna Berg, director\n\n${LONG}\n\n— Tom Weiss`
    const { documents } = await readFiles({ 'quotes.md': text })
    expect(outline(documents[0]!).map((block) => block.split('|')[0])).toEqual([
      'paragraph @Anna Berg',
      'item @Anna Berg',
      'paragraph @Tom Weiss',
      'item @Tom Weiss',
    ])
  })

  it('are not lists', async () => {
    const text = `The following came to the harbour on that day.\n• Anna Berg\n• Tom Weiss\n\n${LONG}\n• Apples`
    expect((await outlineOf(text)).filter((block) => block.includes('@'))).toEqual([])
  })

  it('are not headings that begin with From', async () => {
    const blocks = await outlineOf(`Title\n\n${LONG}\n\nFrom Anna Berg\n\n${LONG}`)
    expect(blocks).toContain('heading2| From Anna Berg')
    expect(blocks.filter((block) => block.includes('@'))).toEqual([])
  })
})
