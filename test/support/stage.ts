import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe, { type AxeResults } from 'axe-core'
import express from 'express'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { buildIndex, createApp, openIndex, type Searcher } from '../../src/index.js'
import { openBrowser } from './browser.js'
import { temporaryFolder } from './collection.js'

const SAMPLES = fileURLToPath(new URL('../../corpus', import.meta.url))

/** What a page is made of and looked at with. */
export interface Scene extends BrowserContextOptions {
  /** Of the page; English by default. */
  lang?: string
  /** What goes into its head; by default the module of the search box. */
  head?: string
  /** Sent with the page. */
  headers?: Record<string, string>
  /** Loads the page as if it were of another origin than the search. */
  elsewhere?: boolean
}

/**
 * A server with a collection and pages around it, and a browser to look at them. The search is at `url` for pages of
 * its own origin, at `openUrl` for pages of any.
 */
export class Stage {
  /** What pages have written to their consoles as errors, and exceptions that nobody caught. */
  readonly problems: string[] = []
  /** Requests to the server, in order. */
  readonly requests: URL[] = []

  private readonly pages = new Map<string, { html: string; headers: Record<string, string> }>()
  private readonly folders = express.Router()

  private constructor(
    readonly url: string,
    readonly browser: Browser,
    private readonly end: () => Promise<void>,
  ) {}

  /** A stage with the sample texts, or those of another folder. */
  static async open(corpus = SAMPLES): Promise<Stage> {
    const closing: (() => unknown)[] = []
    const folder = await temporaryFolder((remove) => closing.unshift(remove))
    const index = join(folder, 'index')
    await buildIndex(corpus, { index })
    const searcher = await openIndex(index)
    closing.unshift(() => searcher.close())
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    closing.unshift(() => server.close().closeAllConnections())
    const browser = await openBrowser()
    closing.unshift(() => browser.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const stage = new Stage(url, browser, async () => {
      for (const close of closing) await close()
    })
    server.on('request', stage.app(searcher))
    return stage
  }

  /** The search, open to pages of any origin. */
  get openUrl(): string {
    return `${this.url}/open`
  }

  /** Closes what has been opened since; animations of pages that nobody looks at cost time. */
  async closePages(): Promise<void> {
    for (const context of this.browser.contexts()) await context.close()
  }

  close(): Promise<void> {
    return this.end()
  }

  /** Opens a page with this in its `main`. */
  async show(body: string, scene: Scene = {}): Promise<Page> {
    const { lang = 'en', head = SCRIPT, headers = {}, elsewhere, ...options } = scene
    const path = `/page-${this.pages.size}`
    const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>A page</title>${head}</head><body><main><h1>An archive</h1>${body}<p>Other text.</p></main></body></html>`
    this.pages.set(path, { html, headers })
    const page = await this.blank(options)
    const origin = elsewhere ? this.url.replace('127.0.0.1', 'localhost') : this.url
    await page.goto(origin + path)
    return page
  }

  /** An empty page whose problems are kept. */
  async blank(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext(options)
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    page.on('console', (message) => {
      // The browser says by itself what could not be loaded; tests break the network on purpose.
      const isOurs = !message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && isOurs) this.problems.push(message.text())
    })
    page.on('pageerror', (error) => this.problems.push(String(error)))
    return page
  }

  /** Serves a folder of files. */
  serveFolder(path: string, folder: string): void {
    this.folders.use(path, express.static(folder))
  }

  /** Opens an address of the stage. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.blank(options)
    await page.goto(this.url + path)
    return page
  }

  private app(searcher: Searcher) {
    const app = express()
    app.use(({ url }, _response, next) => {
      this.requests.push(new URL(url, this.url))
      next()
    })
    app.use(({ path }, response, next) => {
      const page = this.pages.get(path)
      if (page) response.set(page.headers).type('html').send(page.html)
      else next()
    })
    app.use(this.folders)
    app.use('/open', createApp(searcher, { cors: '*' }))
    app.use(createApp(searcher))
    return app
  }
}

/** Opens a stage with the sample texts for all tests of a group, whose pages must have no problems. */
export function onStage(take: (stage: Stage) => void): void {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
    take(stage)
  })
  afterEach(() => stage.closePages())
  afterAll(async () => {
    expect(stage.problems).toEqual([])
    await stage.close()
  })
}

const SCRIPT = `<script type="module" src="/fundstelle.js"></script><style>:root { color-scheme: light dark; font-family: system-ui, sans-serif } body { margin: 1rem }</style>`

/** What axe-core finds wrong with a page as it is now: `rule: where`. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate<AxeResults>('axe.run(document)')
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}
