import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'
import { VERSION } from '../version.js'
import { Problem } from './problem.js'

/** From here in `src` as in `dist`. */
const BUNDLE = new URL('../../dist/browser/element.js', import.meta.url)

/** Address of the search box's module, and the one of this very version. */
export const ELEMENT_PATH = '/fundstelle.js'
export const VERSIONED_ELEMENT_PATH = `/fundstelle-${VERSION}.js`

/** A module may be ten minutes old, and is never another at an address with a version. */
const CACHING = {
  [ELEMENT_PATH]: 'public, max-age=600',
  [VERSIONED_ELEMENT_PATH]: 'public, max-age=31536000, immutable',
}

/**
 * Serves the module of `<fundstelle-search>`. Pages of any origin may load it, whoever may read the answers to searches:
 * there is nothing in it that is not in the package.
 */
export function element(path: keyof typeof CACHING): RequestHandler {
  let bundle: ReturnType<typeof readBundle> | undefined
  return async (request, response) => {
    bundle ??= readBundle()
    const { plain, compressed, hash } = await bundle.catch(() => {
      bundle = undefined
      throw new Problem(404, 'The search box is not built; run npm run build.')
    })
    const isCompressed = request.acceptsEncodings('gzip') === 'gzip'
    response.vary('Accept-Encoding').set({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': CACHING[path],
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      ETag: `"${hash}${isCompressed ? '-gzip' : ''}"`,
      ...(isCompressed ? { 'Content-Encoding': 'gzip' } : {}),
    })
    response.send(isCompressed ? compressed : plain)
  }
}

async function readBundle() {
  const plain = await readFile(BUNDLE)
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 16)
  return { plain, hash, compressed: gzipSync(plain, { level: 9 }) }
}
