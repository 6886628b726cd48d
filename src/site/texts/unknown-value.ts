import { writtenDate } from '../../interface/dates.js'
import type { InterfaceLanguage } from '../../interface/interface-language.js'
import { kindName } from '../../interface/kinds.js'
import type { Field } from '../../query/query.js'
import type { UnknownValue } from '../../search/hit.js'

interface UnknownValueTexts {
  /** As queries of this language name the fields. */
  fields: Record<Field, string>
  nothing(condition: string): string
  none: string
  thereAre(values: string): string
  mostFrequent(values: string): string
  dates(first: string, last: string): string
  onlyDate(date: string): string
  undated: string
}

const TEXTS: Record<InterfaceLanguage, UnknownValueTexts> = {
  en: {
    fields: {
      lang: 'lang',
      kind: 'kind',
      speaker: 'speaker',
      doc: 'doc',
      tag: 'tag',
      date: 'date',
    },
    nothing: (condition) => `Nothing in the collection has “${condition}”.`,
    none: 'No text in it says one.',
    thereAre: (values) => `There are: ${values}.`,
    mostFrequent: (values) => `The most frequent ones are: ${values}.`,
    dates: (first, last) => `Its dates go from ${first} to ${last}.`,
    onlyDate: (date) => `Its only date is ${date}.`,
    undated: 'None of its documents has a date.',
  },
  de: {
    fields: {
      lang: 'sprache',
      kind: 'art',
      speaker: 'sprecher',
      doc: 'dokument',
      tag: 'schlagwort',
      date: 'datum',
    },
    nothing: (condition) => `Nichts in der Sammlung hat „${condition}“.`,
    none: 'Keiner ihrer Texte macht dazu eine Angabe.',
    thereAre: (values) => `Es gibt: ${values}.`,
    mostFrequent: (values) => `Am häufigsten sind: ${values}.`,
    dates: (first, last) => `Das älteste Datum ist ${first}, das neueste ${last}.`,
    onlyDate: (date) => `Das einzige Datum ist ${date}.`,
    undated: 'Keines ihrer Dokumente hat ein Datum.',
  },
}

/** No more of a value is quoted than this. */
const MOST_QUOTED = 60

/** What was asked for that nothing in the collection has, and what there is. */
export function unknownValueText(unknown: UnknownValue, language: InterfaceLanguage): string {
  const texts = TEXTS[language]
  const { field, value } = unknown
  const quoted = value.length <= MOST_QUOTED ? value : `${value.slice(0, MOST_QUOTED)}…`
  const instead = field === 'date' ? datesOf(unknown, language) : valuesOf(unknown, language)
  return `${texts.nothing(`${texts.fields[field]}:${quoted}`)} ${instead}`
}

function datesOf({ known }: UnknownValue, language: InterfaceLanguage): string {
  const texts = TEXTS[language]
  const [first, last] = known.map((date) => writtenDate(date, language))
  if (first === undefined || last === undefined) return texts.undated
  return first === last ? texts.onlyDate(first) : texts.dates(first, last)
}

function valuesOf({ field, known, more }: UnknownValue, language: InterfaceLanguage): string {
  if (known.length === 0) return TEXTS[language].none
  const values = known
    .map((value) => (field === 'kind' ? withName(value, kindName(value, language)) : value))
    .join(', ')
  return more ? TEXTS[language].mostFrequent(values) : TEXTS[language].thereAre(values)
}

/** A kind as it is asked for, and as the page calls it elsewhere. */
function withName(kind: string, name: string): string {
  return name.toLowerCase() === kind.toLowerCase() ? kind : `${kind} (${name})`
}
