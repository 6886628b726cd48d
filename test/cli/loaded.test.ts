import { isBuiltin } from 'node:module'
import { describe, expect, test } from 'vitest'
import { bundleCommandLine } from '../../scripts/bundle-command-line.js'

const { outputs } = await bundleCommandLine(false)

/** What a file of the bundle loads before it runs, itself among it, and of packages only the names. */
function loadedBy(source: string): { files: Set<string>; packages: string[] } {
  const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source)!
  const files = new Set([file])
  const packages = new Set<string>()
  for (const file of files)
    for (const { path, kind, external } of outputs[file]!.imports) {
      if (kind !== 'import-statement') continue
      if (!external) files.add(path)
      else if (!isBuiltin(path)) packages.add(path.split('/')[0]!)
    }
  return { files, packages: [...packages].sort() }
}

describe('what a command loads', () => {
  test('to say its version or how it is used, the command line needs no engine', () => {
    const { packages } = loadedBy('src/cli/main.ts')
    expect(packages).toEqual(['commander', 'picocolors'])
  })

  test('a server needs nothing that reads files', () => {
    const { packages } = loadedBy('src/cli/commands/serve.ts')
    for (const reader of ['franc', 'iconv-lite', 'mdast-util-from-markdown', 'yaml'])
      expect(packages).not.toContain(reader)
  })

  test('a thread that builds loads few files too, which stand where it is started from', () => {
    for (const name of ['build-apart-thread', 'build-thread']) {
      const source = `src/build/${name}.ts`
      expect(outputs).toHaveProperty([`dist/bin/${name}.js`, 'entryPoint'], source)
      // Whoever starts it is in the same folder.
      expect(loadedBy(source).files.size).toBeLessThan(25)
    }
  })

  test('a search needs neither what reads files nor what serves or writes tables', () => {
    const { files, packages } = loadedBy('src/cli/commands/search.ts')
    expect(packages).toEqual(['flexsearch', 'natural', 'picocolors'])
    // Each is found, read and linked by itself; without the bundle they are more than 200.
    expect(files.size).toBeLessThan(25)
  })
})
