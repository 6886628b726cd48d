/**
 * Measures the core: build, size, load, search, memory, on generated texts, beside FlexSearch as it comes.
 * CPU time of this process, queries interleaved system by system. Run after `npm run build`:
 *
 *   node --expose-gc bench/core.mjs [passages]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Index } from 'flexsearch'
import { buildIndex, openIndex } from '../dist/index.js'
import { documents, queries } from './texts.mjs'

const passages = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'fundstelle-bench-'))
try {
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure() {
  const corpus = join(folder, 'corpus')
  const index = join(folder, 'index')
  const texts = []
  const { mkdirSync } = await import('node:fs')
  mkdirSync(corpus)
  for (const { path, text } of documents(passages)) {
    writeFileSync(join(corpus, path), text)
    texts.push(...text.trim().split('\n\n'))
  }
  const built = await timed(() => buildIndex(corpus, { index }))
  const { manifest } = built.result
  const indexBytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0)
  globalThis.gc?.()
  const before = process.memoryUsage()
  const opened = await timed(() => openIndex(index))
  globalThis.gc?.()
  const after = process.memoryUsage()
  const mb = (bytes) => (bytes / 1e6).toFixed(1)
  console.log(
    `${manifest.passages} passages, ${mb(manifest.textBytes)} MB of text, Node ${process.version}`,
  )
  console.log(
    `build   ${(built.wall / 1000).toFixed(2)} s, ${mb(manifest.textBytes / (built.wall / 1000))} MB/s`,
  )
  console.log(
    `index   ${mb(indexBytes)} MB, ${(indexBytes / manifest.textBytes).toFixed(2)} bytes per byte of text`,
  )
  for (const [name, file] of Object.entries(manifest.files))
    if (file.bytes > 200_000) console.log(`        ${name} ${mb(file.bytes)} MB`)
  console.log(
    `load    ${opened.wall.toFixed(0)} ms; heap +${mb(after.heapUsed - before.heapUsed)} MB, buffers +${mb(after.arrayBuffers - before.arrayBuffers)} MB`,
  )
  console.log(`process ${mb(after.rss)} MB RSS after building in the same process`)
  await compare(opened.result, texts)
}

async function compare(searcher, texts) {
  const native = new Index({ tokenize: 'strict' })
  for (const [id, text] of texts.entries()) native.add(id, text)
  const systems = {
    'Fundstelle, 10 hits with marks': (query) => searcher.search(query),
    'Fundstelle, ranking only': (query) => searcher.search(query, { limit: 0 }),
    'FlexSearch, suggest': (query) => native.search(query, { limit: 10, suggest: true }),
  }
  for (const size of [1, 2, 3, 5]) {
    const asked = queries(texts, size, 300)
    const times = Object.fromEntries(Object.keys(systems).map((name) => [name, []]))
    for (const query of [...asked.slice(0, 50), ...asked])
      for (const [name, search] of Object.entries(systems))
        times[name].push((await timed(() => search(query))).cpu)
    for (const [name, all] of Object.entries(times)) {
      const sorted = all.slice(50).sort((a, b) => a - b)
      const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(2)
      console.log(`${size} words  ${name.padEnd(32)} CPU ms p50 ${at(0.5)}  p99 ${at(0.99)}`)
    }
  }
  await phrases(searcher, texts)
}

async function phrases(searcher, texts) {
  const asked = texts.slice(0, 300).map((text) => `"${text.split(' ').slice(10, 12).join(' ')}"`)
  const times = []
  for (const query of asked) times.push((await timed(() => searcher.search(query))).cpu)
  const sorted = times.slice(50).sort((a, b) => a - b)
  console.log(
    `phrase   Fundstelle, two words            CPU ms p50 ${sorted[sorted.length >> 1].toFixed(2)}  p99 ${sorted[Math.floor(0.99 * sorted.length)].toFixed(2)}`,
  )
}

async function timed(work) {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const result = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { result, wall: performance.now() - start, cpu: (user + system) / 1000 }
}
