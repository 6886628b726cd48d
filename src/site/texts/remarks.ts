import type { InterfaceLanguage } from '../../interface/interface-language.js'
import { formatQuery } from '../../query/format.js'
import { MAX_OPERANDS, MAX_QUERY_LENGTH, parseQuery } from '../../query/parse.js'
import type { Remark } from '../../search/hit.js'
import { unknownValueText } from './unknown-value.js'

type RemarkTexts = Record<Exclude<Remark['code'], 'unknown-value'>, (spot: string) => string>

const ENGLISH: RemarkTexts = {
  'empty-query': () => 'There is nothing here to search for.',
  'only-exclusions': () => 'Everything here is excluded; add something to search for.',
  'too-long': () =>
    `The query is too long; up to ${MAX_QUERY_LENGTH} characters and ${MAX_OPERANDS} words are read.`,
  'too-deep': () => 'Parentheses are nested too deep; this one was ignored.',
  'unclosed-quote': () => 'This quotation mark is never closed; the phrase was read to the end.',
  'empty-phrase': () => 'There is no word between these quotation marks; they were ignored.',
  'unclosed-group': () => 'This parenthesis is never closed; the group was read to the end.',
  'unopened-group': () => 'This parenthesis was never opened; it was ignored.',
  'empty-group': () => 'There is nothing between these parentheses; they were ignored.',
  'dangling-operator': (spot) => `“${spot}” has nothing to act on and was ignored.`,
  'mixed-operators': (spot) =>
    `AND binds tighter than OR: this was read as ${canonical(spot)}. Parentheses say it clearly.`,
  'double-not': () => 'This is excluded twice; it was read as one exclusion.',
  'negation-in-or': () => 'An exclusion cannot be an alternative of OR; it was ignored.',
  'short-prefix': (spot) => `“${spot}”: a star needs two letters before it, and was ignored.`,
  'stray-star': () => 'A star works at the end of a word only (film*); this one was ignored.',
  'unknown-field': (spot) =>
    `“${spot}” is not a field and was read as a word. Fields are lang, kind, speaker, doc, tag and date.`,
  'field-without-value': (spot) =>
    `“${spot}” has no value and was ignored; write the value directly after the colon.`,
  'unknown-language': (spot) =>
    `“${spot}” is not a language here and was ignored; languages are en, de and und.`,
  'bad-date': (spot) =>
    `“${spot}” is not a date, or runs backwards. Write 2012, 2012-05, 17.5.2012 or 2011..2012.`,
  'translated-phrase': () =>
    'In the other language this phrase is searched as words near each other.',
  partial: () =>
    'This takes too much work to be answered as a whole: there may be more, and better, than what was found.',
  'language-left-out': () =>
    'Only the other language is wanted, and the choice of language leaves just that one out.',
}

const GERMAN: RemarkTexts = {
  'empty-query': () => 'Hier ist nichts, wonach zu suchen wäre.',
  'only-exclusions': () =>
    'Hier ist alles ausgeschlossen; ergänzen Sie etwas, wonach zu suchen ist.',
  'too-long': () =>
    `Die Anfrage ist zu lang; gelesen werden bis zu ${MAX_QUERY_LENGTH} Zeichen und ${MAX_OPERANDS} Wörter.`,
  'too-deep': () => 'Zu viele Klammern ineinander; diese blieb unberücksichtigt.',
  'unclosed-quote': () =>
    'Dieses Anführungszeichen wird nie geschlossen; die Wendung reicht bis zum Ende.',
  'empty-phrase': () =>
    'Zwischen diesen Anführungszeichen steht kein Wort; sie blieben unberücksichtigt.',
  'unclosed-group': () => 'Diese Klammer wird nie geschlossen; die Gruppe reicht bis zum Ende.',
  'unopened-group': () => 'Diese Klammer wurde nie geöffnet; sie blieb unberücksichtigt.',
  'empty-group': () => 'Zwischen diesen Klammern steht nichts; sie blieben unberücksichtigt.',
  'dangling-operator': (spot) => `„${spot}“ bezieht sich auf nichts und blieb unberücksichtigt.`,
  'mixed-operators': (spot) =>
    `UND bindet stärker als ODER: gelesen wurde ${canonical(spot)}. Klammern machen es deutlich.`,
  'double-not': () => 'Das ist doppelt ausgeschlossen; gelesen wurde ein einfacher Ausschluss.',
  'negation-in-or': () =>
    'Ein Ausschluss kann keine Möglichkeit von ODER sein; er blieb unberücksichtigt.',
  'short-prefix': (spot) =>
    `„${spot}“: Ein Stern braucht zwei Buchstaben vor sich und blieb unberücksichtigt.`,
  'stray-star': () =>
    'Ein Stern wirkt nur am Ende eines Worts (Film*); dieser blieb unberücksichtigt.',
  'unknown-field': (spot) =>
    `„${spot}“ ist kein Feld und wurde als Wort gelesen. Felder sind sprache, art, sprecher, dokument, schlagwort und datum.`,
  'field-without-value': (spot) =>
    `„${spot}“ hat keinen Wert und blieb unberücksichtigt; der Wert folgt direkt auf den Doppelpunkt.`,
  'unknown-language': (spot) =>
    `„${spot}“ ist hier keine Sprache und blieb unberücksichtigt; es gibt en, de und und.`,
  'bad-date': (spot) =>
    `„${spot}“ ist kein Datum oder läuft rückwärts. Schreiben Sie 2012, 2012-05, 17.5.2012 oder 2011..2012.`,
  'translated-phrase': () =>
    'In der anderen Sprache werden die Wörter dieser Wendung nahe beieinander gesucht.',
  partial: () =>
    'Das alles zu beantworten, wäre zu viel Arbeit: Es gibt vielleicht noch mehr und Besseres als das Gefundene.',
  'language-left-out': () =>
    'Gewünscht ist nur die andere Sprache, und gerade die schließt die Sprachwahl aus.',
}

const TEXTS: Record<InterfaceLanguage, RemarkTexts> = { en: ENGLISH, de: GERMAN }

/** No more of the query is quoted than this. */
const MOST_QUOTED = 60

/** A remark on a query as a sentence. */
export function remarkText(remark: Remark, query: string, language: InterfaceLanguage) {
  if (remark.code === 'unknown-value') return unknownValueText(remark.unknown, language)
  const { code, start, end } = remark
  const spot = query.slice(start, end)
  const shown = spot.length <= MOST_QUOTED ? spot : `${spot.slice(0, MOST_QUOTED)}…`
  return TEXTS[language][code](shown)
}

function canonical(text: string): string {
  return formatQuery(parseQuery(text))
}
