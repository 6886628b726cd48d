import { rm, writeFile } from 'node:fs/promises'

/** Writes what `src/build/analysis-fingerprint.ts` reads, as the compiled modules make it: they are what is run. */
const { FINGERPRINT_FILE, makeFingerprint } = (await import(
  new URL('../dist/build/analysis-fingerprint.js', import.meta.url).href
)) as typeof import('../src/build/analysis-fingerprint.js')
await rm(FINGERPRINT_FILE, { force: true })
await writeFile(FINGERPRINT_FILE, makeFingerprint())
