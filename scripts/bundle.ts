import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type OutputFile, type Plugin, transform } from 'esbuild'
import { minify } from 'terser'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What browsers load: the search box for any page, and the script and the style sheet of the server's own pages. */
const ENTRIES = {
  element: 'src/browser/element/main.ts',
  page: 'src/browser/page/main.ts',
  site: 'src/site/styles/site.css',
}

/** Style sheets that modules import are texts; those of the server's own pages are style sheets. */
const minifiedStyles: Plugin = {
  name: 'minified-styles',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]browser[\\/].*\.css$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const { code } = await transform(source, { loader: 'css', minify: true })
      // The values of custom properties are left as they are written; their spaces mean nothing.
      return { contents: code.trim().replace(/(?<=[:,]) /g, ''), loader: 'text' }
    })
  },
}

/** Bundles what runs in browsers into `dist/browser`, or another folder. */
export async function bundle(outdir = 'dist/browser'): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'inline',
    plugins: [minifiedStyles],
    logLevel: 'warning',
    write: false,
  })
  await Promise.all(outputFiles.map(write))
}

/** Custom properties that begin so are nobody else's: no name of theirs needs to be understood. */
const PRIVATE_PROPERTY = /--_[a-z-]+/g

/** Where Lit's templates tell the page their version, and ask for what old browsers lacked: of no use inside a search box. */
const ANNOUNCEMENT = /var \w+=\w+\.litHtmlPolyfillSupport;.{0,80}?\.push\("[\d.]+"\);/

/** Names that Lit keeps to itself, and those that files of the search box have for each other: no page, server or browser knows them. */
const INTERNAL_NAME =
  /^(?:_\$.*|allAddress|askSoon|choices|dismiss|explain|forget|isOpen|mayWiden|refine|refinement|release|requestUpdate|willAsk)$/

/** Minified code has indented lines in templates only, and what indents HTML is of no use to a browser. */
async function write({ path, text }: OutputFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const names = [...new Set(text.match(PRIVATE_PROPERTY))]
  const short = text
    // Licenses of what is bundled, each on one line.
    .replace(/\n \*(?= )/g, '')
    .replace(/\n(?= \*\/)/g, '')
    // Between two tags not even a space is needed.
    .replace(/(?<=[>}])\n {2,}(?=[<$])/g, '')
    .replace(/\n {2,}/g, ' ')
    // One word needs no quotation marks.
    .replace(/(?<= [a-z-]+=)"([a-z-]+)"(?=[ >])/g, '$1')
    .replace(ANNOUNCEMENT, '')
    .replace(PRIVATE_PROPERTY, (name) => `--${names.indexOf(name).toString(36)}`)
  await writeFile(path, path.endsWith('.js') ? await smaller(short) : short)
}

/** What esbuild leaves of a module can be said in fewer bytes, which every page with a search box loads. */
async function smaller(module: string): Promise<string> {
  const format = { comments: /@license/ }
  const { code } = await minify(module, {
    module: true,
    ecma: 2020,
    format,
    compress: { passes: 3 },
    mangle: { properties: { regex: INTERNAL_NAME } },
  })
  return code!
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle()
