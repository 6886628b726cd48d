import { expect, test } from 'vitest'

const built = (await import(
  new URL('../../dist/build/analysis-fingerprint.js', import.meta.url).href
)) as typeof import('../../src/build/analysis-fingerprint.js')

test('the fingerprint that the package is built with is that of its own analysis', () => {
  expect(built.analysisFingerprint()).toBe(built.makeFingerprint())
  expect(built.analysisFingerprint()).toMatch(/^[0-9a-f]{64}$/)
})
