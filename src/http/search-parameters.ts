import * as z from 'zod'
import { LANGUAGES } from '../language/language.js'
import { readDateRange } from '../query/dates.js'
import { MAX_QUERY_LENGTH } from '../query/parse.js'
import { FIELDS } from '../query/query.js'
import { CROSS } from '../search/cross.js'
import { GROUP_FIELDS } from '../search/engine.js'
import { FACET_FIELDS, MAX_FACET_LIMIT } from '../search/facets.js'
import { CONCORDANCE_SORTS, MAX_WIDTH, MIN_WIDTH } from '../search/kwic.js'
import { MAX_GROUP_SIZE, MAX_WINDOW } from '../search/options.js'
import { isSort, SORTS } from '../search/sort.js'
import { readWantedTranslation, WANTED_TRANSLATION } from '../search/wanted-translation.js'
import { choice, list, optionalNumber, several, single, wholeNumber } from './parameter-kinds.js'

const query = z.string().max(MAX_QUERY_LENGTH, `must have at most ${MAX_QUERY_LENGTH} characters`)

const date = z.string().transform((text, context) => {
  const range = readDateRange(text)
  if (range && !range.swapped) return { from: range.from, to: range.to }
  context.addIssue(
    range
      ? `runs backwards; write ${range.from}..${range.to}`
      : 'must be a date such as 2012, 2012-05 or 2012-05-17, or a range: 2011..2012, 2011.., ..2012',
  )
  return z.NEVER
})

const language = z.enum(LANGUAGES, {
  error: `must be one of ${LANGUAGES.join(', ')}; repeat it to ask for several`,
})

const name = z.string().max(200, 'must have at most 200 characters')

const flag = choice(['false', 'true'], 'false').transform((word) => word === 'true')

const translation = z.string().transform((text, context) => {
  const wanted = readWantedTranslation(text)
  if (wanted) return wanted
  context.addIssue(`must be ${WANTED_TRANSLATION}`)
  return z.NEVER
})

/** The parameters of `GET /suggest`. */
export const SUGGEST_PARAMETERS = z.object({
  q: single.pipe(query).default(''),
  lang: several(language).exactOptional(),
  limit: wholeNumber(1, 20, 8),
})

const facet = z.enum(FACET_FIELDS, {
  error: `must be one or more of ${FACET_FIELDS.join(', ')}, with commas between them`,
})

const QUESTION = {
  q: single.pipe(query).exactOptional(),
  lang: several(language).exactOptional(),
  kind: several(name).exactOptional(),
  speaker: several(name).exactOptional(),
  doc: several(name).exactOptional(),
  tag: several(name).exactOptional(),
  date: single.pipe(date).exactOptional(),
  prefix: flag,
  cross: choice(CROSS, 'auto'),
  without: several(name).exactOptional(),
  with: several(translation).exactOptional(),
  collapse: single
    .pipe(z.enum(['on', 'off'], { error: 'must be on or off' }))
    .transform((word) => word === 'on')
    .exactOptional(),
}

const somethingToFind = (given: { [Name in 'q' | (typeof FIELDS)[number]]?: unknown }) =>
  given.q !== undefined || FIELDS.some((filter) => given[filter])

const NOTHING_TO_FIND = {
  path: ['q'],
  error: `is missing; give words to search for, or at least one filter: ${FIELDS.join(', ')}`,
}

/** The parameters of `GET /search`. */
export const SEARCH_PARAMETERS = z
  .object({
    ...QUESTION,
    view: choice(['passages', 'kwic'], 'passages'),
    sort: choice(CONCORDANCE_SORTS, 'score'),
    group: single
      .pipe(z.enum(GROUP_FIELDS, { error: 'must be document or language' }))
      .exactOptional(),
    groupSize: optionalNumber(0, MAX_GROUP_SIZE).exactOptional(),
    facets: list(facet).exactOptional(),
    facetLimit: optionalNumber(1, MAX_FACET_LIMIT).exactOptional(),
    width: optionalNumber(MIN_WIDTH, MAX_WIDTH).exactOptional(),
    limit: wholeNumber(1, 100, 10),
    offset: wholeNumber(0, MAX_WINDOW - 1, 0),
    format: choice(['json', 'html'], 'json'),
    explain: flag,
  })
  .refine(somethingToFind, NOTHING_TO_FIND)
  .refine(({ offset, limit }) => offset + limit <= MAX_WINDOW, {
    path: ['offset'],
    // Only where both are numbers.
    when: ({ issues }) => issues.length === 0,
    error: `and limit together must be at most ${MAX_WINDOW}; narrow the query instead`,
  })
  .refine(({ view, sort }) => view === 'kwic' || isSort(sort), {
    path: ['sort'],
    error: 'by left or right is for view=kwic only',
  })
  .refine(({ view, group }) => view === 'passages' || group === undefined, {
    path: ['group'],
    error: 'is for view=passages only',
  })
  .refine(({ group, groupSize }) => group !== undefined || groupSize === undefined, {
    path: ['groupSize'],
    error: 'is for group=document and group=language only',
  })
  .refine(({ facets, facetLimit }) => facets !== undefined || facetLimit === undefined, {
    path: ['facetLimit'],
    error: 'is for answers with facets only',
  })
  .refine(({ view, width }) => view === 'kwic' || width === undefined, {
    path: ['width'],
    error: 'is for view=kwic only',
  })
  .refine(({ view, format }) => view === 'passages' || format === 'json', {
    path: ['format'],
    error: 'html is for view=passages only',
  })
  .refine(({ view, explain }) => view === 'passages' || !explain, {
    path: ['explain'],
    error: 'is for view=passages only',
  })

/** The parameters of the search page; a link to it says `sort` as `view` allows, or it is ignored. */
export const PAGE_PARAMETERS = z
  .object({
    ...QUESTION,
    // What is too long is cut by the parser, which says so.
    q: single.pipe(z.string()).default(''),
    view: choice(['passages', 'kwic'], 'passages'),
    sort: choice(CONCORDANCE_SORTS, 'score'),
    group: single.pipe(z.enum(GROUP_FIELDS)).exactOptional(),
    offset: wholeNumber(0, MAX_WINDOW - 1, 0),
  })
  .omit({ prefix: true })

/** The parameters of `GET /search.csv` and `GET /search.jsonl`. */
export const EXPORT_PARAMETERS = z
  .object({ ...QUESTION, sort: choice(SORTS, 'score') })
  .refine(somethingToFind, NOTHING_TO_FIND)
