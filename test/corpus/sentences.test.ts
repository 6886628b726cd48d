import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceEnds } from '../../src/corpus/sentences.js'

/** The text with a bar after each sentence, so that expectations can be read. */
function marked(text: string): string {
  const ends = sentenceEnds(text)
  return [...ends, text.length].map((end, i) => text.slice(ends[i - 1] ?? 0, end)).join('|')
}

/** Each line is a text whose sentences are separated by bars. */
const CASES: Record<string, string[]> = {
  'German dates, ordinals and rulers go on': [
    'Am 9. November 1989 fiel die Mauer.| Danach ging alles schnell.',
    'Im 19. Jahrhundert war das anders.| Heute nicht.',
    'Vom 9. bis zum 10. November.| Am 9./10. November wurde gefeiert.',
    'Ludwig XIV. war König.| Friedrich II. Majestät kam.',
    'Das war ihr 50. Geburtstag.| Sie lachte.',
    'Das war am 9.| In Berlin blieb es still.',
  ],
  'numbers end sentences where they are plain numbers': [
    'Das war 1990.| Peter kam später.',
    'Er wurde 15.| Dann starb er.',
    'She was 15.| Peter left.',
    'See page 12.| Everything is there.',
    'World War II.| Germany lost.',
    'Es waren 2.000.| Überreste blieben.',
    'Pi is 3.14 or so.| It cost 2.000 Euro.| Fine.',
  ],
  'list numbers belong to their item': [
    '1. Erstens das.| Zweitens jenes.',
    'a. Peter kam.',
    'IV. Ergebnisse der Studie.| Sie sind gut.',
    'Erstens.|\n2. Der Rest.',
  ],
  'German abbreviations go on': [
    'Er kam z. B. Montag, z.B. Dienstag, d. h. früh.| Gut.',
    'Die u. a. Berlin betreffende Frage, vgl. Abs. 2 Nr. 3, ist klar.| Ja.',
    'Dr. Müller und Prof. Dr. Schmidt trafen Hrn. Meier und Dipl.-Ing. Bauer.| Ende.',
    'Das gilt bzw. Paragraph 7 gilt ca. Mitte Mai.| Gut.',
    '500 v. Chr. Geburt.| 500 v. Chr.| Die Römer kamen.',
    'Sie wohnt in der Goethestr. 12 in Köln.| Er nicht.',
  ],
  'English abbreviations go on': [
    'Mr. Smith met Mrs. Jones and Ms. Lee, e.g. Monday, i.e. Tuesday.| Good.',
    'Kramer vs. Kramer was shown in St. Louis.| Nobody came.',
    'No. 5 is alive.| See Fig. 3 and Vol. 2.| Good.',
    'The U.S. Army came at 5 p.m. Monday.| It left.',
    'Martin Luther King Jr. spoke for Apple Inc. Monday.| It was fine.',
  ],
  'some abbreviations end a sentence when the next word can only begin one': [
    'Äpfel, Birnen usw.| Dann gingen wir.',
    'Äpfel, Birnen usw. Müller kam.',
    'Apples, pears etc.| They were good.',
    'He left the U.S.| He came at 5 p.m.| The train was late.',
  ],
  'words that only look like abbreviations end sentences': [
    'No.| I did not.',
    'Das ist eine Art.| Sie blüht.',
    'He changed his mind.| She left.',
    'So do I.| Peter too.',
  ],
  'initials go on': [
    'J. S. Bach wrote it.| Samuel L. Jackson did not.',
    'Peter M. Schmidt kam.| Peter M.| Er schwieg.',
  ],
  'ellipses end a sentence where a capital follows': [
    'Und dann … ging er.| Er lief…| Sie blieb.',
    'Well... I think so.| He left...| She stayed.',
    'Er sah […] Haus und Hof.| Dann ging er.',
  ],
  'questions and exclamations, also together': [
    'Did he?!| Yes!!!| No?| Fine!',
    'Das (!) Haus war neu (wirklich?) Glück gehabt.',
  ],
  'closing quotes and brackets belong to the sentence': [
    '“Me.”| "Really?!"| \'Yes.\'| ’Tis fine.',
    '„Nein.“| »Neu.«| «Alt.»| ›Gut.‹| ‹So.›| Ende.',
    '(He did.)| [Quite.]| The end.[3]| Really.',
    '« Bonjour. »| Il part.',
    'Er sagte: „Ja.“| »Neu«, rief sie.',
  ],
  'a sentence goes on after a quotation': [
    '„Wer ist da?“, fragte er.| „Ich!“ rief sie.| Stille.',
    '“Who is there?” Peter asked.| “Who?” he said.| “Me,” she said.',
    '"Will they read it?," he joked.| Yes.',
  ],
  'stops within words end nothing': [
    'See www.example.com or example.org/a.html for more.| Good.',
    'Version 2.0.1 und .NET laufen.| Gut.',
  ],
  'a blank line ends a sentence, a line break does not': [
    'Der Titel|\n\nDer Text geht\nweiter.| Ende',
    'one|\n \t\n\ntwo',
  ],
}

for (const [name, cases] of Object.entries(CASES)) {
  test.each(cases)(`${name}: %s`, (expected) => {
    expect(marked(expected.replaceAll('|', ''))).toBe(`${expected}|`)
  })
}

describe('for every text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('Am', '9', '.', 'x', ' ', '\n', '“', '»', '?', '…', 'Das', 'z.', 'ä', ')'),
      )
      .map((parts) => parts.join('')),
  )

  test('ends ascend, stand after a character and before white space or the end', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0
        for (const end of sentenceEnds(text)) {
          expect(end).toBeGreaterThan(last)
          expect(text[end - 1]).toMatch(/\S/)
          expect(text[end] ?? ' ').toMatch(/\s/)
          last = end
        }
        expect(last).toBe(text.trimEnd().length)
      }),
    )
  })

  test('a long row of marks takes no more than linear time', () => {
    const start = performance.now()
    sentenceEnds(`${'.'.repeat(200_000)}x${'?)'.repeat(100_000)}x`)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
