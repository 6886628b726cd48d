import type { InterfaceLanguage } from '../../interface/interface-language.js'
import type { Overview } from '../../search/overview.js'
import type { PageContext } from '../context.js'
import { HELP, HELP_TOPICS, type HelpTopic } from '../texts/help.js'
import { EMPTY_STATE, searchAddress } from './state.js'

interface QueryHelpProps {
  context: PageContext
  overview: Overview
  isFolded: boolean
}

/** How to ask, by examples that find something in this collection. */
export function QueryHelp({ context, overview, isFolded }: QueryHelpProps) {
  const { title, intro } = HELP[context.language]
  const content = (
    <>
      <p>{intro}</p>
      <HelpTable context={context} overview={overview} />
    </>
  )
  if (isFolded)
    return (
      <details class="help" id="help">
        <summary>{title}</summary>
        {content}
      </details>
    )
  return (
    <section class="help" id="help" aria-labelledby="help-title">
      <h2 id="help-title">{title}</h2>
      {content}
    </section>
  )
}

function HelpTable({ context, overview }: Omit<QueryHelpProps, 'isFolded'>) {
  const { topics, fallback } = HELP[context.language]
  const examples = examplesFor(overview, context.language)
  return (
    <dl class="help-topics">
      {HELP_TOPICS.map((topic) => {
        const q = examples[topic]
        return (
          <div key={topic}>
            <dt>
              {q === undefined ? (
                <code>{fallback[topic]}</code>
              ) : (
                <a href={searchAddress(context, { ...EMPTY_STATE, q })}>
                  <code>{q}</code>
                </a>
              )}
            </dt>
            <dd>{topics[topic]}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Shorter words say little of what a collection is about. */
const TELLING = 4

/** Frequent words that somebody might look for, rather than `one` and `said`: in German, names and nouns first. */
function tellingWords({ language, words }: Overview['words'][number]): string[] {
  const telling = words.flatMap(({ text }) => (text.length >= TELLING ? [text] : []))
  const isNoun = (text: string) => /^\p{Lu}/u.test(text)
  return language === 'de'
    ? [...telling.filter(isNoun), ...telling.filter((text) => !isNoun(text))]
    : telling
}

/** Letters of a word that stand for it where words are asked for by their beginning. */
const BEGINNING = 5

/** For each topic a query that finds something; topics that the collection has nothing for are left out. */
function examplesFor(
  { words, kinds, speakers, years, languages, examples }: Overview,
  language: InterfaceLanguage,
): Partial<Record<HelpTopic, string>> {
  const { or, fields } = HELP[language]
  const own = words.find((each) => each.language === language) ?? words[0]
  const [first, second, third] = own ? tellingWords(own) : []
  const phrase = examples.find((query) => query.startsWith('"'))
  const long = own && tellingWords(own).find((text) => text.length > BEGINNING)
  const kind = kinds.find(({ kind }) => kind !== null)?.kind
  const [speaker] = speakers
  const busiest = years.toSorted((a, b) => b.documents - a.documents)[0]
  const asked = languages.some((each) => each.language === language)
    ? language
    : languages[0]?.language
  return Object.fromEntries(
    Object.entries({
      words: first && second && `${first} ${second}`,
      phrase,
      exclusion: first && third && `${first} -${third}`,
      alternatives: first && second && `${first} ${or} ${second}`,
      beginning: long && `${long.slice(0, BEGINNING)}*`,
      language: asked && `${fields.lang}:${asked}`,
      kind: kind && `${fields.kind}:${fieldValue(kind)}`,
      speaker: speaker && `${fields.speaker}:${fieldValue(speaker.name)}`,
      date: busiest && `${fields.date}:${busiest.year}`,
    }).filter(([, query]) => query),
  )
}

function fieldValue(value: string): string {
  return /^[\p{L}\p{N}]+$/u.test(value) ? value : `"${value.replaceAll('"', ' ')}"`
}
