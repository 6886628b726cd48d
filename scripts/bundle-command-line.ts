import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile, type Plugin } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const FOLDER = 'dist/bin'

/** Of the packages, the one that has nearly a hundred modules, of which few are needed; all others are found where they are installed. */
const BUNDLED = 'zod'

/** Modules of a bundle are not where they were: one that reads `package.json` beside itself would not find it. */
const version: Plugin = {
  name: 'version',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]src[\\/]version\.ts$/ }, async () => {
      const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
      return { contents: `export const VERSION = ${JSON.stringify(version)}` }
    })
  },
}

const packages: Plugin = {
  name: 'packages',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.split('/')[0] === BUNDLED
        ? undefined
        : { path, external: true },
    )
  },
}

/**
 * Bundles the command line, for what a short command takes is mostly to load modules: hundreds of them, each found, read and linked by
 * itself. A folder in `dist`, because modules find their files from there as from their own folder.
 *
 * @param write False to be told only what each file of the bundle imports.
 */
export async function bundleCommandLine(write = true): Promise<Metafile> {
  if (write) await rm(join(ROOT, FOLDER), { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: {
      fundstelle: 'src/cli/main.ts',
      // Files of threads, by the names that these are started by.
      'build-apart-thread': 'src/build/build-apart-thread.ts',
      'build-thread': 'src/build/build-thread.ts',
    },
    outdir: FOLDER,
    write,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    plugins: [version, packages],
    logLevel: 'warning',
    metafile: true,
  })
  return metafile
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleCommandLine()
