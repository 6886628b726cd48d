import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { AnalyzedPassage } from './system.js'

/** A passage as a line of the file that peers read. */
export function passageLine({ number, language, document, terms }: AnalyzedPassage): string {
  return `${[number, language, document, terms].join('\t')}\n`
}

/** The passages of such a file, one at a time. */
export async function* readPassages(file: string): AsyncGenerator<AnalyzedPassage> {
  const lines = createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) {
    const [number, language, document, terms] = line.split('\t') as [string, string, string, string]
    yield { number: Number(number), language, document, terms }
  }
}
