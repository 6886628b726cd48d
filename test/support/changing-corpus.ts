import fc from 'fast-check'

export const ENGLISH =
  'The whale is an animal that lives in the sea. A killer whale hunts in the Atlantic with its family. My Father told us a story about Moby Dick and the sea in 1851. Not all of them have seen the film. The festival showed the film in Berlin. Water is a human right and everyone shall have it. Whales and stories are what the old captain of Nantucket loved most, and he told of both all night long.'
const GERMAN =
  'Der Wal ist ein Tier, das im Meer lebt. Ein Killerwal jagt im Atlantik mit seiner Familie. Mein Vater erzählte uns eine Geschichte von Moby Dick und dem Meer im Jahr 1851. Nicht alle haben den Film gesehen. Das Filmfestival zeigte den Film in Berlin. Wasser ist ein Menschenrecht, und alle sollen es haben. Wale und Geschichten liebte der alte Kapitän von Nantucket am meisten, und er erzählte von beiden die ganze Nacht.'
const SENTENCES = [ENGLISH, GERMAN].map((text) => text.split(/(?<=\.) /))
/** Words to ask for. */
export const WORDS =
  'whale whales Killerwale Wal sea Meer film Film father Vater story Geschichte Nantucket 1851 Wasser right Menschenrecht zebra wahle'.split(
    ' ',
  )

const passage = fc
  .constantFrom(...SENTENCES)
  .chain((own) =>
    fc.array(fc.constantFrom(...own), { minLength: 5, maxLength: 7 }).map((all) => all.join(' ')),
  )
const paragraph = fc
  .tuple(
    fc.constantFrom('', '', 'Anna Berg: ', 'ANNA BERG: ', 'Mr Whale: ', '# The sea\n\n'),
    passage,
  )
  .map(([before, text]) => `${before}${text}`)
const head = fc.constantFrom(
  '',
  '---\ntitle: The whale\ndate: 2003-04-01\nkind: interview\ntags: [Sea, film]\n---\n',
  '---\ntitle: Meer\ntags: [sea]\ndate: 2001\n---\n',
)
const version = fc.constantFrom('', '---\nversionOf: doc1\ntitle: Der Wal\n---\n')
const body = fc
  .array(paragraph, { minLength: 2, maxLength: 6 })
  .map((paragraphs) => `${paragraphs.join('\n\n')}\n`)
const names = Array.from({ length: 14 }, (_, i) => `doc${i}.${i % 3 === 0 ? 'txt' : 'md'}`)
const content = fc.tuple(head, body).map((parts) => parts.join(''))
const other = fc.tuple(fc.oneof(head, version), body).map((parts) => parts.join(''))
/** A corpus, path to content. */
export const files = fc
  .array(content, { minLength: 10, maxLength: 10 })
  .map((texts) => Object.fromEntries(texts.map((text, i) => [names[i]!, text])))
/** Files with what becomes of them; null where they are removed. */
export const change = fc.dictionary(
  fc.constantFrom(...names.slice(2)),
  fc.option(fc.oneof(other, fc.constant(`${ENGLISH}\n`)), { freq: 3 }),
  { minKeys: 1, maxKeys: 3 },
)
