import { attributeOf } from './attribute-names.js'
import type { FundstelleSearchElement } from './public.js'
import { RenderedElement } from './rendered-element.js'
import type { Strings } from './strings.js'
import styles from './styles.css'

const DEFAULTS = {
  endpoint: '',
  value: '',
  cross: 'auto',
  kind: '',
  speaker: '',
  doc: '',
  limit: 8,
  placeholder: '',
  examples: null,
  theme: 'auto',
  resultHref: '{endpoint}/documents/{+document}?q={query}{conditions}#{anchor}',
  allHref: '{endpoint}/?q={query}{conditions}',
  debounce: 150,
  shortcut: '',
  strings: null,
}

const NAMES = Object.keys(DEFAULTS)

/** The properties of `<fundstelle-search>`. */
export abstract class SearchProperties extends RenderedElement {
  static readonly observedAttributes = [...NAMES.map(attributeOf), 'lang']

  declare endpoint: string
  declare value: string
  declare cross: FundstelleSearchElement['cross']
  declare kind: string | readonly string[]
  declare speaker: string | readonly string[]
  declare doc: string | readonly string[]
  declare limit: number
  declare placeholder: string
  declare examples: string | readonly string[] | null
  declare theme: FundstelleSearchElement['theme']
  declare resultHref: string
  declare allHref: string
  declare debounce: number
  declare shortcut: string
  declare strings: Partial<Strings> | string | null

  static {
    RenderedElement.define(SearchProperties.prototype, DEFAULTS)
  }

  constructor() {
    super(styles)
    this.takeUp(NAMES)
  }
}

/** The values of a list, also of one written with commas, as attributes are. */
export function listOf(values: string | readonly string[]): string[] {
  const list = typeof values === 'string' ? values.split(',') : values
  return list.map((value) => value.trim()).filter((value) => value !== '')
}

/** A number from an attribute or property; the fallback where it is none or out of bounds. */
export function numberOf(value: unknown, least: number, most: number, fallback: number): number {
  const number = Number(value)
  return number >= least && number <= most ? number : fallback
}

/** An object, also one written as JSON; empty where it is neither. */
export function objectOf<Value extends object>(value: Value | string | null): Partial<Value> {
  try {
    return (typeof value === 'string' ? JSON.parse(value) : value) ?? {}
  } catch {
    return {}
  }
}
