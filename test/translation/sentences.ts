import type { SentencePair } from '../../scripts/lexicon/pairs.js'

const PAIRS = `
The whale swims in the sea. | Der Wal schwimmt im Meer.
A whale is not a fish. | Ein Wal ist kein Fisch.
The fish swims away. | Der Fisch schwimmt weg.
The sea is deep. | Das Meer ist tief.
She tells a short story. | Sie erzählt eine Kurzgeschichte.
The short story is about a dog. | Die Kurzgeschichte handelt von einem Hund.
He reads a short story. | Er liest eine Kurzgeschichte.
He tells a long story. | Er erzählt eine lange Geschichte.
The story is short. | Die Geschichte ist kurz.
A long letter came. | Ein langer Brief kam an.
The letter is short. | Der Brief ist kurz.
The house is old. | Das Haus ist alt.
The old house has a door. | Das alte Haus hat eine Tür.
The door of the house is open. | Die Tür des Hauses ist offen.
The old man opens the front door. | Der alte Mann öffnet die Haustür.
The man has a dog. | Der Mann hat einen Hund.
The dog sleeps in front of the door. | Der Hund schläft vor der Tür.
The child plays with the dog. | Das Kind spielt mit dem Hund.
The child tells the man a story. | Das Kind erzählt dem Mann eine Geschichte.
The book is about a whale. | Das Buch handelt von einem Wal.
The child reads a book. | Das Kind liest ein Buch.
The man reads a letter. | Der Mann liest einen Brief.
The children's book is new. | Das Kinderbuch ist neu.
The new house is by the sea. | Das neue Haus liegt am Meer.
A new book tells old stories. | Ein neues Buch erzählt alte Geschichten.
The war was long. | Der Krieg war lang.
The book tells of the war. | Das Buch erzählt vom Krieg.
After the war the house was old. | Nach dem Krieg war das Haus alt.
`

/** Sentences of our own, enough for a very small lexicon. */
export const SENTENCES: readonly SentencePair[] = PAIRS.trim()
  .split('\n')
  .map((line) => {
    const [english, german] = line.split(' | ')
    return { english: english!, german: german! }
  })
