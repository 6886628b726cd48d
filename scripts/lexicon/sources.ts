import { basename } from 'node:path'
import type { LexiconSource } from '../../src/translation/packed-format.js'

type Terms = Pick<LexiconSource, 'name' | 'licence' | 'attribution'>

/** Collections of sentence pairs that may be used, by how their files' names begin; see also NOTICE. */
const KNOWN: readonly (readonly [string, Terms])[] = [
  [
    'tatoeba',
    {
      name: 'Tatoeba, export of 2018',
      licence: 'CC BY 2.0 FR',
      attribution: 'Sentences by the contributors of Tatoeba (tatoeba.org)',
    },
  ],
  [
    'php',
    {
      name: 'PHP Manual, English and German',
      licence: 'CC BY 3.0 or later',
      attribution: 'Copyright the PHP Documentation Group (php.net)',
    },
  ],
  [
    'europarl',
    {
      name: 'Europarl, proceedings of the European Parliament (Koehn 2005)',
      licence: 'no known copyright restrictions',
      attribution: 'European Parliament',
    },
  ],
  [
    'mlqe',
    {
      name: 'MLQE-PE, English Wikipedia sentences with post-edited German',
      licence: 'CC0 1.0',
      attribution: 'MLQE-PE (Fomicheva et al. 2022)',
    },
  ],
]

/** What the header says of a file of sentence pairs; licence `unknown` where nothing is known of it. */
export function sourceOf(file: string, pairs: number): LexiconSource {
  const name = basename(file)
  const known = KNOWN.find(([beginning]) => name.startsWith(beginning))
  const terms = known?.[1] ?? { name, licence: 'unknown', attribution: '' }
  return { ...terms, pairs }
}
