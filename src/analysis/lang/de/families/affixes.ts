const words = (list: string) => list.split(/\s+/).sort((a, b) => b.length - a.length)

/** What stands before a verb and leaves it in a main clause (nimmt … auf); longest first. */
export const PARTICLES: readonly string[] = words(
  `ab an auf aus bei da dar durch ein empor entgegen fern fest fort frei gegenuber gleich her heran
  heraus herab herein hervor hin hinaus hinein hinzu hoch los mit nach nieder statt teil uber um unter
  vor voran voraus vorbei vorher weg weiter wider wieder zu zuruck zusammen still stand preis bereit`,
)

/** What stands before a verb and stays. */
export const INSEPARABLE: readonly string[] = words('be ent emp er miss ver zer')

/** Endings that make nouns and adjectives of German words, as they stand in a stem. */
export const NATIVE_SUFFIXES: readonly string[] = words(
  `igkeit lichkeit barkeit samkeit haftigkeit losigkeit schaft heit keit ling lich isch haft sam bar tum
  nis ung end erinn inn erin er in ig`,
)

/** Endings of words of Latin or Greek origin. A stem from Snowball may end in what -ieren and -ium leave: i. */
export const LATIN_SUFFIXES: readonly string[] = words(
  `ifikation ifizierung ifizier ifiziert ifizi isation isierung isier isiert isi izierung izier iziert izi
  ierung iert ier i istisch ismus ist ation ition ion itat ik iker ell al iv ium um os ant anz ent enz at
  or`,
)

/** Suffixes that may leave three letters (tat-ig, ost-lich); the others leave four. */
export const SHORT_STEMS: ReadonlySet<string> = new Set(
  words('ung lich ig isch heit keit bar erinn inn erin igkeit barkeit lichkeit i iert ier'),
)
