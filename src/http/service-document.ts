import { SEARCH_PARAMETERS } from './search-parameters.js'

const REPEATABLE = ['lang', 'kind', 'speaker', 'doc', 'tag']

/**
 * What stands at the root: where the endpoints are.
 *
 * @param base Path under which the app is mounted, without a slash at the end.
 */
export function serviceDocument(base: string) {
  const parameters = Object.keys(SEARCH_PARAMETERS.shape)
    .map((name) => (REPEATABLE.includes(name) ? `${name}*` : name))
    .join(',')
  return {
    name: 'Fundstelle',
    description: 'Finds passages in a collection of English and German texts.',
    /** URI templates (RFC 6570); `*` marks what may be repeated. */
    links: {
      search: `${base}/search{?${parameters}}`,
      suggest: `${base}/suggest{?q,lang*,limit}`,
      passage: `${base}/passages/{id}{?around}`,
      documents: `${base}/documents{?limit,offset}`,
      document: `${base}/documents/{id}`,
      health: `${base}/health`,
    },
    example: `${base}/search?q=film&limit=3`,
  }
}
