import * as z from 'zod'
import { remembered } from '../memory/remembered.js'
import { EXPORT_PARAMETERS, SEARCH_PARAMETERS, SUGGEST_PARAMETERS } from './search-parameters.js'

/**
 * What stands at the root: where the endpoints are.
 *
 * @param base Path under which the app is mounted, without a slash at the end.
 */
export const serviceDocument = remembered((base) => ({
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
}))

/** Every parameter is read as an array of its values, which says how many there may be. */
function templateOf(parameters: z.ZodObject): string {
  const { properties = {} } = z.toJSONSchema(parameters, { io: 'input' })
  const names = Object.entries(properties).map(([name, values]) =>
    typeof values === 'object' && values.maxItems === 1 ? name : `${name}*`,
  )
  return `{?${names.join(',')}}`
}
