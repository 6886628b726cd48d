import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/corpus/markdown/read-markdown.js'
import { outlineOf, readFiles } from './folder.js'

const blocksOf = (text: string) => outlineOf(text, 'text.md')

describe('Markdown', () => {
  it('has headings with levels, and the first one is the title', async () => {
    const { documents } = await readFiles({
      'a.md': 'Before.\n\n# The *Quiet* Bay #\n\nSynopsis\n--------\n\nText.',
    })
    expect(documents[0]!.title).toBe('The Quiet Bay')
    expect(await blocksOf('# One\n\n### Three\n\nTwo\n---\n')).toEqual([
      'heading1| One',
      'heading3| Three',
      'heading2| Two',
    ])
  })

  it('loses its inline markup', async () => {
    const text =
      'A *first* **bold** `code` [link](http://example.org "t") ![picture](a.png) <b>tag</b><!-- no --> \\*star\\* end.'
    expect(await blocksOf(text)).toEqual([
      'paragraph| A first bold code link picture tag *star* end.',
    ])
  })

  it('has its character references decoded', async () => {
    expect(await blocksOf('Caf&eacute; &amp; Bar&nbsp;&#8222;Hafen&#x201C;')).toEqual([
      'paragraph| Café & Bar „Hafen“',
    ])
  })

  it('joins lines with a space, at soft and hard breaks', async () => {
    expect(await blocksOf('one\ntwo  \nthree\\\nfour<br>five')).toEqual([
      'paragraph| one two three four five',
    ])
  })

  it('flattens nested lists into items in order', async () => {
    expect(await blocksOf('- one\n  - two\n    1. three\n- four\n\n  five')).toEqual([
      'item| one',
      'item| two',
      'item| three',
      'item| four',
      'item| five',
    ])
  })

  it('reads quotations and code as paragraphs and drops rules, comments and definitions', async () => {
    const text =
      '> quoted\n> words\n\n***\n\n```js\nconst a = 1\n```\n\n<!-- hidden\n\nstill hidden -->\n\n[a]: http://example.org'
    expect(await blocksOf(text)).toEqual(['paragraph| quoted words', 'paragraph| const a = 1'])
  })

  it('keeps a footnote of one word, which looks like the target of a link', async () => {
    const text = 'One[^1] two[^b].\n\n[^1]: Ebenda.\n[^b]: Davidson "Rust and Bone"\n\n[c]: hidden'
    expect((await blocksOf(text)).slice(1)).toEqual([
      'paragraph| [^1]: Ebenda.',
      'paragraph| [^b]: Davidson "Rust and Bone"',
    ])
  })

  it('keeps the words between HTML tags', async () => {
    const text =
      '<div>\n<p>One <em>word</em> &amp; more</p><p>Two</p>\n<script>no()</script>\n</div>'
    expect(await blocksOf(text)).toEqual(['paragraph| One word & more', 'paragraph| Two'])
  })

  it('reads the rows of a table as items', async () => {
    expect(await blocksOf('| Regie | Anna Berg |\n|---|---|\n| Buch | Tom *Weiss* |')).toEqual([
      'item| Regie Anna Berg',
      'item| Buch Tom Weiss',
    ])
  })

  it('leads back to the place of every word in the file', async () => {
    const source =
      '---\ntitle: T\n---\n# A *Title*\r\n\r\n> quoted **words** &amp; caf&eacute; \\*here\\*\r\n> and `there`\n\n- item\n  goes on\n'
    const { documents } = await readFiles({ 'a.md': source })
    const { text, sourceMap } = documents[0]!
    for (const word of [
      'Title',
      'quoted',
      'words',
      'caf',
      'here',
      'and',
      'there',
      'item',
      'goes on',
    ]) {
      const at = sourceMap.toSource(text.indexOf(word))
      expect(source.slice(at, at + word.length)).toBe(word)
    }
    expect(source.slice(sourceMap.toSource(text.indexOf('é'))).startsWith('&eacute;')).toBe(true)
  })

  it('is read without a file system', () => {
    expect(readMarkdown('# Title\n\nText.').title).toBe('Title')
  })
})
