import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildIndex } from '../../src/build/build.js'
import { openIndex } from '../../src/build/index-files.js'
import type { Searcher } from '../../src/search/searcher.js'
import { filler } from '../support/filler.js'

/** A text that would run as a script where it is not escaped. */
export const MALICE = `<script>alert("harpoon")</script> & <img src='x' onerror=alert(1)>`

const FILES = {
  'statements/adaptation.en.md': `---
title: What remains of the book
kind: statement
speakers: [Jacques Audiard, Thomas Bidegain]
date: 2012-05-17
source: Written for the tests
tags: [adaptation, screenplay]
---

## The book

The whale swims in the first paragraph ${filler('en', 1)}

The trainer speaks in the second paragraph ${filler('en', 2)}

## The film

The boxer fights in the third paragraph ${filler('en', 3)}
`,
  'statements/adaptation.de.md': `---
title: Was vom Buch bleibt
kind: statement
date: 2013-01
language: de
tags: [Drehbuch]
versionOf: statements/adaptation.en
---

Der Schwertwal schwimmt im ersten Absatz ${filler('de', 4)}

Der Körper steht im zweiten Absatz ${filler('de', 5)}
`,
  'interviews/größe & co.md': `---
title: An odd name
kind: interview
speakers: [Marion Cotillard]
---

Question: How tall is it?

Marion Cotillard: The lighthouse is tall ${filler('en', 6)}
`,
  'notes/malice.txt': `${MALICE}

The harpoon is in this paragraph too: ${MALICE} ${filler('en', 7)}
`,
  'notes/long.txt': `A long note

${Array.from({ length: 8 }, (_, i) => `Sentence ${i} says nothing of note here.`).join(' ')} The submarine "dives" deep. ${Array.from({ length: 8 }, (_, i) => `Sentence ${i} says nothing of note here.`).join(' ')}
`,
}

/** An opened index of a few small texts, and the way to remove it again. */
export async function openArchive(): Promise<{
  searcher: Searcher
  index: string
  remove(): Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-http-'))
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, 'corpus', path)), { recursive: true })
    writeFileSync(join(folder, 'corpus', path), content)
  }
  const index = join(folder, 'index')
  await buildIndex(join(folder, 'corpus'), { index })
  const searcher = await openIndex(index, { lexicon: null })
  const remove = async () => {
    await searcher.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { searcher, index, remove }
}
