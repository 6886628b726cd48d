import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

function filesBelow(folder: string, extension: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension))
    .map((path) => join(folder, path))
}

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const pattern = /^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'/gms
  return [...source.matchAll(pattern)].map(([, type, from, bare]) => {
    const specifier = (from ?? bare)!
    const to = specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier
    return { from: file, to, typeOnly: type !== undefined }
  })
}

const SOURCES = [...filesBelow('src', '.ts'), ...filesBelow('src', '.tsx')]

const IMPORTS = SOURCES.flatMap(importsOf)

/** `src/query/parse.ts` is in `query`; what lies directly in src is in ``. */
function folderOf(path: string): string {
  const parts = relative('src', path).split('/')
  return parts.length > 1 ? parts[0]! : ''
}

/** Which folders a folder may know at run time; types may be imported from anywhere. */
const MAY_KNOW: Record<string, string[]> = {
  corpus: ['language'],
  language: [],
  memory: [],
  analysis: ['language', 'memory'],
  query: ['language'],
  duplicates: [],
  highlight: ['analysis', 'memory'],
  entries: ['analysis', 'language', 'query'],
  synonyms: ['entries', 'language'],
  glossary: ['entries', 'language'],
  translation: ['analysis', 'language', 'memory'],
  alignment: ['analysis', 'entries', 'language'],
  learning: [],
  search: [
    'alignment',
    'analysis',
    'glossary',
    'language',
    'memory',
    'query',
    'highlight',
    'synonyms',
    'translation',
  ],
  store: ['analysis', 'language'],
  engines: ['alignment', 'analysis', 'language', 'memory', 'search', 'store'],
  build: [
    'alignment',
    'analysis',
    'corpus',
    'duplicates',
    'engines',
    'glossary',
    'language',
    'learning',
    'search',
    'store',
    'synonyms',
    'translation',
  ],
  export: [],
  interface: [],
  browser: ['interface'],
  http: [
    'export',
    'highlight',
    'interface',
    'language',
    'memory',
    'query',
    'search',
    'site',
    'store',
    '',
  ],
  site: ['interface', 'language', 'query', 'search'],
  cli: [
    'alignment',
    'analysis',
    'build',
    'corpus',
    'export',
    'highlight',
    'http',
    'interface',
    'language',
    'search',
    'store',
    '',
  ],
}

describe('folders', () => {
  test.each(Object.keys(MAY_KNOW))('src/%s knows only the folders it may', (folder) => {
    const known = IMPORTS.filter(
      ({ from, to }) => folderOf(from) === folder && to.startsWith('src'),
    )
      .filter(({ typeOnly }) => !typeOnly)
      .map(({ to }) => folderOf(to))
    const allowed = [folder, ...MAY_KNOW[folder]!]
    expect([...new Set(known)].filter((other) => !allowed.includes(other))).toEqual([])
  })

  test('are all in the table', () => {
    const folders = new Set(SOURCES.map(folderOf))
    expect([...folders].filter((folder) => folder !== '' && folder !== 'types').sort()).toEqual(
      Object.keys(MAY_KNOW).sort(),
    )
  })

  test('that also run in a browser use no Node API', () => {
    const portable = [
      'alignment',
      'analysis',
      'duplicates',
      'entries',
      'glossary',
      'learning',
      'memory',
      'query',
      'search',
      'synonyms',
      'translation',
      'highlight',
      'language',
      'interface',
      'browser',
    ]
    const node = IMPORTS.filter(({ to }) => to.startsWith('node:'))
    expect(node.filter(({ from }) => portable.includes(folderOf(from)))).toEqual([])
  })

  test('that browsers load take nothing but Lit along', () => {
    const loaded = IMPORTS.filter(({ from }) => ['browser', 'interface'].includes(folderOf(from)))
    const packages = loaded.filter(({ to, typeOnly }) => !to.startsWith('src') && !typeOnly)
    expect(packages.map(({ to }) => to).filter((to) => !/^lit(\/|$)/.test(to))).toEqual([])
  })

  test('of src use nothing of bench', () => {
    expect(IMPORTS.filter(({ to }) => /^(?:bench|test)\//.test(to))).toEqual([])
  })

  test('import natural in one file, by subpath', () => {
    const natural = IMPORTS.filter(({ to }) => to.startsWith('natural'))
    expect(new Set(natural.map(({ from }) => from))).toEqual(new Set(['src/analysis/stemmers.ts']))
    expect(natural.every(({ to }) => to.startsWith('natural/'))).toBe(true)
  })
})

describe('documents', () => {
  const documents = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'index/README.md',
    'corpus/README.md',
    'test/judged/README.md',
    'docs/crosslingual.md',
    'docs/performance.md',
    'docs/relevance.md',
    'docs/search-box.md',
    'examples/README.md',
    'bench/RESULTS.md',
  ]

  test.each(documents)('%s links only to what exists', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(#[^)\s]+)?\)/g)]
    for (const [, path, anchor] of links) {
      const target = path === '' ? document : join(dirname(document), path!)
      expect(existsSync(join(ROOT, target)), `${document} → ${target}`).toBe(true)
      if (anchor && target.endsWith('.md')) expect(anchorsOf(target)).toContain(anchor.slice(1))
    }
  })

  test('ARCHITECTURE.md has a heading for every folder of src', () => {
    const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
    for (const folder of Object.keys(MAY_KNOW))
      expect(text).toMatch(new RegExp(`^#+ \`src/${folder}/\``, 'm'))
  })
})

/** Anchors as GitHub makes them of headings. */
function anchorsOf(document: string): string[] {
  const text = readFileSync(join(ROOT, document), 'utf8')
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
}
