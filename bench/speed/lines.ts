import type { Ask } from './system.js'

/**
 * The lines by which a system's process is told what to do, whatever it is written in: columns with tabs between.
 *
 *   build  corpus folder, passages file, folder    →  ok
 *   open   folder                                  →  wall and CPU milliseconds
 *   ask    see below                               →  wall and CPU milliseconds, number of hits
 *   heap                                           →  bytes in use after a collection of garbage
 *
 * Something that goes wrong is answered by `error` and a message.
 */
export const askLine = ({ mode, words, terms, language, offset, facets, cross }: Ask) =>
  ['ask', mode, words.join(' '), terms.join(' '), language ?? '', offset, facets, cross].join('\t')

export function parseAsk(columns: readonly string[]): Ask {
  const [, mode, words, terms, language, offset, facets, cross] = columns
  return {
    mode: mode as Ask['mode'],
    words: words!.split(' '),
    terms: terms!.split(' '),
    language: language || null,
    offset: Number(offset),
    facets: facets === 'true',
    cross: cross === 'true',
  }
}
