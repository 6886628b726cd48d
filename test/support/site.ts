import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe, { type AxeResults } from 'axe-core'
import express, { type RequestHandler } from 'express'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { buildIndex, createApp, openIndex } from '../../src/index.js'
import { openBrowser } from './browser.js'
import { corpusOf, temporaryFolder } from './collection.js'

const SAMPLES = fileURLToPath(new URL('../../corpus', import.meta.url))

/** Below this path the same pages are served as at the root. */
export const MOUNTED = '/archive'

/** The server's own pages, and a browser to look at them that writes down what goes wrong. */
export class Site {
  /** Errors in consoles, exceptions that nobody caught, and what the policy of a page did not allow. */
  readonly problems: string[] = []
  /** Requests to other hosts than the server. */
  readonly foreign: string[] = []
  /** Comes before the app; by default lets everything pass. */
  intercept: RequestHandler = (_request, _response, next) => next()

  private constructor(
    readonly url: string,
    private readonly browser: Browser,
    private readonly closing: (() => unknown)[],
  ) {}

  /** Serves the sample texts, or an index of these files. */
  static async open(files?: Record<string, string>): Promise<Site> {
    const closing: (() => unknown)[] = []
    const later = (close: () => unknown) => void closing.unshift(close)
    const corpus = files ? await corpusOf(files, later) : SAMPLES
    const index = join(await temporaryFolder(later), 'index')
    await buildIndex(corpus, { index })
    const searcher = await openIndex(index)
    later(() => searcher.close())
    const app = express()
    app.use((request, response, next) => site.intercept(request, response, next))
    app.use(MOUNTED, createApp(searcher))
    app.use(createApp(searcher))
    const server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    later(() => server.close().closeAllConnections())
    const browser = await openBrowser()
    later(() => browser.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const site = new Site(url, browser, closing)
    return site
  }

  async close(): Promise<void> {
    for (const close of this.closing) await close()
  }

  /** An empty page. */
  async blank(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ locale: 'en-GB', ...options })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    page.on('console', (message) => {
      // The browser itself says what could not be loaded; tests break the server on purpose.
      const isOurs = !message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && isOurs) this.problems.push(message.text())
    })
    page.on('pageerror', (error) => this.problems.push(String(error)))
    page.on('request', (request) => {
      if (!request.url().startsWith(this.url)) this.foreign.push(request.url())
    })
    return page
  }

  /** Opens a page of the server. */
  async show(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.blank(options)
    await page.goto(this.url + path)
    return page
  }
}

/** What axe-core finds wrong with a page as it is now. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ['violations'] })`,
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}
