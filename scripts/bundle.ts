import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What browsers load: the search box for any page, and the script and the style sheet of the server's own pages. */
const ENTRIES = {
  element: 'src/browser/element/main.ts',
  page: 'src/browser/page/main.ts',
  site: 'src/site/styles/site.css',
}

/** Bundles what runs in browsers into `dist/browser`, or another folder. */
export async function bundle(outdir = 'dist/browser'): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'eof',
    logLevel: 'warning',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle()
