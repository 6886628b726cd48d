import type { Language } from '../../language/language.js'
import type { SearchResponse, SuggestResponse } from '../../search/hit.js'
import { serverAddress } from './addresses.js'
import { failureOf, SearchFailure } from './failure.js'

/** Longer than this nobody waits. */
const PATIENCE_MS = 20_000

/** How many completions are asked for. */
const SUGGESTIONS = 4

/** Parameters of a request; lists are repeated, and what is empty is left out. */
export type Parameters = Record<string, string | number | readonly string[]>

/** What the server says of a query while it is typed. */
export interface Answer {
  query: string
  response: SearchResponse
  suggestions: SuggestResponse['suggestions']
}

/** A passage of another version. */
export interface Counterpart {
  confidence: number
  passage: { id: string; text: string; language: Language }
  document: { id: string; title: string }
}

/**
 * Asks for passages and completions at once.
 *
 * @throws SearchFailure, or the signal's reason once it is aborted.
 */
export async function answerTo(
  endpoint: string,
  query: string,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<Answer> {
  const [response, suggestions] = await Promise.all([
    ask<SearchResponse>(endpoint, 'search', { q: query, ...parameters }, signal),
    suggestionsFor(endpoint, query, signal),
  ])
  return { query, response, suggestions }
}

/** Completions, or queries to try where nothing is typed; none where there is no answer, for they are a help only. */
export function suggestionsFor(
  endpoint: string,
  query: string,
  signal: AbortSignal,
): Promise<SuggestResponse['suggestions']> {
  return ask<SuggestResponse>(endpoint, 'suggest', { q: query, limit: SUGGESTIONS }, signal).then(
    ({ suggestions }) => suggestions,
    () => [],
  )
}

/** What says the same as a passage in other versions, the surest first. */
export async function counterpartsOf(
  endpoint: string,
  id: string,
  signal: AbortSignal,
): Promise<Counterpart[]> {
  const path = `passages/${encodeURIComponent(id)}/parallel`
  return (await ask<{ counterparts: Counterpart[] }>(endpoint, path, {}, signal)).counterparts
}

/** Parameters as they stand in an address. */
export function queryString(parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (value === '' ? [] : [[name, String(value)]])),
  )
  return new URLSearchParams(pairs).toString()
}

async function ask<Body>(
  endpoint: string,
  path: string,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<Body> {
  const url = new URL(`${serverAddress(endpoint)}/${path}`)
  url.search = queryString(parameters)
  const limited = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
  try {
    const response = await fetch(url, { signal: limited, headers: { Accept: 'application/json' } })
    if (!response.ok) throw await refusal(response)
    return await response.json()
  } catch (error) {
    if (signal.aborted || error instanceof SearchFailure) throw error
    if (limited.aborted) throw new SearchFailure('unreachable')
    throw error instanceof SyntaxError ? new SearchFailure('failed') : await failureOf(url)
  }
}

async function refusal(response: Response): Promise<SearchFailure> {
  const { status } = response
  const isFaultOfRequest = status >= 400 && status < 500 && status !== 408 && status !== 429
  if (!isFaultOfRequest) return new SearchFailure('failed', '', status)
  const problem: { detail?: unknown } | null = await response.json().catch(() => null)
  return new SearchFailure('refused', String(problem?.detail ?? ''), status)
}
