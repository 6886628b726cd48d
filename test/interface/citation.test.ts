import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citationText, cite } from '../../src/interface/citation.js'

const PASSAGE = {
  id: 'transcripts/radio#9ukeecru',
  text: 'Jonas Thiel: Das ist die „Hafenwelle“.',
  speaker: 'Jonas Thiel',
  heading: [],
}
const DOCUMENT = {
  title: 'Gespräch über „Rost“',
  date: '2024-12-05',
  source: 'Hafenwelle, Filmmagazin.',
}
const READING = {
  permalink: 'https://example.org/documents/transcripts/radio#9ukeecru',
  accessed: '2026-11-21',
}

test('a passage is cited in English', () => {
  expect(citationText(cite(PASSAGE, DOCUMENT, READING, 'en'))).toBe(
    `“Das ist die ‘Hafenwelle’.”
Jonas Thiel, in “Gespräch über ‘Rost’”, 5 December 2024, Hafenwelle, Filmmagazin, document transcripts/radio, passage 9ukeecru, https://example.org/documents/transcripts/radio#9ukeecru (accessed 21 November 2026).`,
  )
})

test('a passage is cited in German', () => {
  expect(citationText(cite(PASSAGE, DOCUMENT, READING, 'de'))).toBe(
    `„Das ist die ‚Hafenwelle‘.“
Jonas Thiel, in: „Gespräch über ‚Rost‘“, 5. Dezember 2024, Hafenwelle, Filmmagazin, Dokument transcripts/radio, Fundstelle 9ukeecru, https://example.org/documents/transcripts/radio#9ukeecru (abgerufen am 21. November 2026).`,
  )
})

test('what is not known is left out, save the date', () => {
  const passage = { ...PASSAGE, speaker: null }
  const document = { title: 'A note', date: null, source: null }
  expect(cite(passage, document, READING, 'en').source).toMatch(/^“A note”, n\.d\., document /)
  expect(cite(passage, document, READING, 'de').source).toMatch(/^„A note“, o\. D\., Dokument /)
})

test('a citation has every word of the passage, and everything that leads to it, on a line of its own', () => {
  const name = fc.stringMatching(/^[A-Za-zÄß#/ %]{1,12}$/).filter((text) => text.trim() !== '')
  const words = fc.stringMatching(/^[a-zäß ,.]{1,40}$/).filter((text) => text.trim() !== '')
  const style = fc.constantFrom('en', 'de')
  fc.assert(
    fc.property(name, words, words, style, (documentId, text, title, style) => {
      const passage = { id: `${documentId}#abc`, text, speaker: null, heading: [] }
      const document = { title, date: '2012', source: null }
      const { quotation, source } = cite(passage, document, READING, style)
      expect(quotation).toContain(text.trim())
      for (const part of [documentId, 'abc', '2012', READING.permalink])
        expect(source).toContain(part)
      expect(source).not.toContain('\n')
    }),
  )
})
