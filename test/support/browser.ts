import { accessSync, constants, statSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { describe } from 'vitest'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const HOW_TO_GET_ONE =
  'no Chromium at the usual places; install one (apt-get install chromium), or say where it is with CHROMIUM_PATH'

/** Quiet: a browser that asks for nothing but what the tests let it ask for. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const path = findChromium()

/** Tests that need a browser. Skipped, and said so, where there is none; a failure where `CI` is `true`. */
export const describeInBrowser = describe.skipIf(!path)

if (!path) {
  if (process.env.CI === 'true') throw new Error(`The browser tests cannot run: ${HOW_TO_GET_ONE}.`)
  console.warn(`The browser tests are skipped: ${HOW_TO_GET_ONE}.`)
}

/** A headless Chromium; to be closed by whoever opens it. */
export function openBrowser(): Promise<Browser> {
  if (!path) throw new Error(HOW_TO_GET_ONE)
  return chromium.launch({ executablePath: path, args: ARGUMENTS })
}

function findChromium(): string | undefined {
  const said = process.env.CHROMIUM_PATH
  if (said) {
    if (!isExecutable(said)) throw new Error(`CHROMIUM_PATH is ${said}, which cannot be run.`)
    return said
  }
  return USUAL_PLACES.find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
