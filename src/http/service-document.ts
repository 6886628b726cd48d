import { EXPORT_PARAMETERS, SEARCH_PARAMETERS, SUGGEST_PARAMETERS } from './search-parameters.js'

const REPEATABLE = ['lang', 'kind', 'speaker', 'doc', 'tag', 'facets', 'without', 'with']

/**
 * What stands at the root: where the endpoints are.
 *
 * @param base Path under which the app is mounted, without a slash at the end.
 */
export function serviceDocument(base: string) {
  return {
    name: 'Fundstelle',
    description: 'Finds passages in a collection of English and German texts.',
    /** URI templates (RFC 6570); `*` marks what may be repeated. */
    links: {
      search: `${base}/search${templateOf(SEARCH_PARAMETERS)}`,
      csv: `${base}/search.csv${templateOf(EXPORT_PARAMETERS)}`,
      suggest: `${base}/suggest${templateOf(SUGGEST_PARAMETERS)}`,
      jsonl: `${base}/search.jsonl${templateOf(EXPORT_PARAMETERS)}`,
      passage: `${base}/passages/{id}{?around}`,
      parallelPassages: `${base}/passages/{id}/parallel`,
      citation: `${base}/passages/{id}/citation`,
      documents: `${base}/documents{?limit,offset}`,
      document: `${base}/documents/{id}`,
      parallelDocuments: `${base}/documents/{id}/parallel/{other}{?format}`,
      health: `${base}/health`,
    },
    example: `${base}/search?q=film&limit=3`,
  }
}

function templateOf({ shape }: { shape: object }): string {
  const names = Object.keys(shape).map((name) => (REPEATABLE.includes(name) ? `${name}*` : name))
  return `{?${names.join(',')}}`
}
