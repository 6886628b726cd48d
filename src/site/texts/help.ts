import type { InterfaceLanguage } from '../../interface/interface-language.js'

/** Ways to ask, in the order in which they are shown. */
export const HELP_TOPICS = [
  'words',
  'phrase',
  'exclusion',
  'alternatives',
  'beginning',
  'language',
  'kind',
  'speaker',
  'date',
] as const

export type HelpTopic = (typeof HELP_TOPICS)[number]

interface HelpTexts {
  title: string
  intro: string
  topics: Record<HelpTopic, string>
  /** Operators and names of fields as this language has them. */
  or: string
  fields: { lang: string; kind: string; speaker: string; date: string }
  /** Shown where the collection has none. */
  fallback: Record<HelpTopic, string>
}

export const HELP: Record<InterfaceLanguage, HelpTexts> = {
  en: {
    title: 'How to ask',
    intro:
      'Write what you look for, in English or German. Passages in both languages are found, and every word in all its forms. Beyond that:',
    topics: {
      words: 'Passages with all of the words come first.',
      phrase: 'These very words in this order.',
      exclusion: 'Without what follows the minus.',
      alternatives: 'One or the other.',
      beginning: 'Words that begin so.',
      language: 'Passages in one language only: en or de.',
      kind: 'Documents of this kind.',
      speaker: 'What this person says.',
      date: 'Documents of this time; also 2012-05 and 2011..2013.',
    },
    or: 'OR',
    fields: { lang: 'lang', kind: 'kind', speaker: 'speaker', date: 'date' },
    fallback: {
      words: 'killer whale',
      phrase: '"short story"',
      exclusion: 'story -film',
      alternatives: 'book OR film',
      beginning: 'collect*',
      language: 'lang:en',
      kind: 'kind:interview',
      speaker: 'speaker:smith',
      date: 'date:2012',
    },
  },
  de: {
    title: 'So wird gefragt',
    intro:
      'Schreiben Sie, was Sie suchen, auf Deutsch oder Englisch. Gefunden werden Stellen in beiden Sprachen und jedes Wort in allen seinen Formen. Darüber hinaus:',
    topics: {
      words: 'Stellen mit allen Wörtern kommen zuerst.',
      phrase: 'Genau diese Wörter in dieser Folge.',
      exclusion: 'Ohne das, was auf das Minus folgt.',
      alternatives: 'Das eine oder das andere.',
      beginning: 'Wörter, die so beginnen.',
      language: 'Nur Stellen in einer Sprache: de oder en.',
      kind: 'Dokumente dieser Art.',
      speaker: 'Was diese Person sagt.',
      date: 'Dokumente dieser Zeit; auch 2012-05 und 2011..2013.',
    },
    or: 'ODER',
    fields: { lang: 'sprache', kind: 'art', speaker: 'sprecher', date: 'datum' },
    fallback: {
      words: 'Kurzgeschichte Buch',
      phrase: '"kurze Geschichte"',
      exclusion: 'Geschichte -Film',
      alternatives: 'Buch ODER Film',
      beginning: 'Samml*',
      language: 'sprache:de',
      kind: 'art:interview',
      speaker: 'sprecher:meier',
      date: 'datum:2012',
    },
  },
}
