// The only file that imports natural, and only by subpath: its root loads database drivers, reads
// `.env` and takes a second.
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'
import snowballGerman from 'natural/lib/natural/stemmers/porter_stemmer_de.js'
import { Endings } from './endings.js'

/** What words end in that the stemmers change: the ends of all suffixes that they know. */
export const ENGLISH_ENDINGS = new Endings('e i s y al ul ll ed ic ng nt on or er ou sm')
export const GERMAN_ENDINGS = new Endings('e s ch em en er ig ik it nd ng rn st')

/** Porter (1980), "An algorithm for suffix stripping". Lower-case ASCII in, stem out. */
export function stemEnglish(word: string): string {
  return porter.stem(word)
}

/** Snowball's German stemmer. Lower-case in, stem out. */
export function stemGerman(word: string): string {
  return snowballGerman.stem(word)
}
