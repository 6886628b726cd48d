import type { Request, Response } from 'express'
import { h, type JSX } from 'preact'
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../interface/interface-language.js'
import type { PageContext } from '../site/context.js'
import { ProblemPage } from '../site/problem-page.js'
import { renderPage } from '../site/render.js'
import { TEXTS } from '../site/texts/texts.js'
import type { Assets } from './assets.js'
import { givenParameters, queryOf } from './parameters.js'
import type { Problem } from './problem.js'

/** Nothing but what we serve ourselves, and no code or style inside the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** True for a browser that wants to show a page. JSON is for all who do not say that they prefer HTML. */
export function wantsPage(request: Request<object>): boolean {
  return request.accepts(['json', 'html']) === 'html'
}

/** What the page at this address goes by: its language is the one asked for, else the reader's. */
export function pageContext(request: Request<object>, assets: Assets): PageContext {
  const { baseUrl, url, path } = request
  const parameters = parametersWithoutLanguage(url)
  const given = givenParameters(url).get('ui')?.find(isInterfaceLanguage)
  const preferred = request.acceptsLanguages([...INTERFACE_LANGUAGES])
  const language = given ?? (preferred && isInterfaceLanguage(preferred) ? preferred : 'en')
  return {
    base: baseUrl,
    language,
    texts: TEXTS[language],
    assets: assets.addresses(baseUrl),
    isLanguageGiven: given !== undefined,
    here: { path, parameters },
  }
}

/** Answers with a page. */
export function sendPage(response: Response, context: PageContext, page: JSX.Element): void {
  response
    .vary('Accept')
    .vary('Accept-Language')
    .set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': context.language,
      'Content-Security-Policy': POLICY,
      'Referrer-Policy': 'same-origin',
    })
    .send(renderPage(page))
}

/** Answers with a page that says what is wrong. */
export function sendProblemPage(
  { status, message }: Problem,
  request: Request<object>,
  response: Response,
  assets: Assets,
): void {
  const context = pageContext(request, assets)
  sendPage(response.status(status), context, h(ProblemPage, { context, status, detail: message }))
}

function parametersWithoutLanguage(url: string): URLSearchParams {
  const parameters = queryOf(url)
  parameters.delete('ui')
  return parameters
}

function isInterfaceLanguage(language: string): language is InterfaceLanguage {
  return (INTERFACE_LANGUAGES as readonly string[]).includes(language)
}
