/**
 * Why there is no answer: no network; the server answers, but not pages of this origin; no server; a server in trouble;
 * a request that it does not take.
 */
export type FailureReason = 'offline' | 'blocked' | 'unreachable' | 'failed' | 'refused'

/** A question that got no answer; an abort is none of these. */
export class SearchFailure extends Error {
  override readonly name = 'SearchFailure'

  constructor(
    readonly reason: FailureReason,
    /** What the server says about it, in English. */
    readonly detail = '',
    /** Status of the answer, where there was one. */
    readonly status?: number,
  ) {
    super(detail || reason)
  }
}

/** What was thrown, as a failure. */
export function asFailure(error: unknown): SearchFailure {
  if (error instanceof SearchFailure) return error
  // An endpoint that is no address.
  return new SearchFailure(error instanceof TypeError ? 'unreachable' : 'failed')
}

/** What is behind a fetch that failed: browsers do not tell a page whether an answer was withheld from it. */
export async function failureOf(url: URL): Promise<SearchFailure> {
  if (!navigator.onLine) return new SearchFailure('offline')
  if (url.origin === location.origin) return new SearchFailure('unreachable')
  const reached = await fetch(url, { mode: 'no-cors', signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  )
  return new SearchFailure(reached ? 'blocked' : 'unreachable')
}
