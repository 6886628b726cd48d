import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { RequestHandler } from 'express'
import type { AssetAddresses } from '../site/context.js'
import { ICON } from '../site/icon.js'

/** What `npm run build` bundles; from `src/http` and from `dist/http` alike. */
const BUNDLES = new URL('../../dist/browser/', import.meta.url)

/** A file that pages load. */
interface Asset {
  /** With a hash of the content, so that it can be kept for ever. */
  name: string
  type: string
  content: string
}

/** The files that pages load, and how they are served; read when the first page is asked for. */
export class Assets {
  private loaded: Record<keyof AssetAddresses, Asset> | undefined

  /**
   * @param base Path under which the app is mounted.
   * @throws Error where the bundles were not built.
   */
  addresses(base: string): AssetAddresses {
    const { style, script, icon } = this.load()
    const address = ({ name }: Asset) => `${base}/assets/${name}`
    return { style: address(style), script: address(script), icon: address(icon) }
  }

  /** Answers with a file; the next handler answers where there is none of this name. */
  readonly serve: RequestHandler<{ name: string }> = ({ params }, response, next) => {
    const file = Object.values(this.load()).find(({ name }) => name === params.name)
    if (!file) return next()
    response
      .set({ 'Content-Type': file.type, 'Cache-Control': 'public, max-age=31536000, immutable' })
      .send(file.content)
  }

  private load(): Record<keyof AssetAddresses, Asset> {
    this.loaded ??= {
      style: asset('site.css', 'text/css; charset=utf-8', bundled('site.css')),
      script: asset('page.js', 'text/javascript; charset=utf-8', bundled('page.js')),
      icon: asset('icon.svg', 'image/svg+xml', ICON),
    }
    return this.loaded
  }
}

function bundled(name: string): string {
  return readFileSync(new URL(name, BUNDLES), 'utf8')
}

function asset(name: string, type: string, content: string): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { name: name.replace(/(?=\.\w+$)/, `-${hash}`), type, content }
}
