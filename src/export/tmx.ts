import type { ParallelDocuments, ParallelRow } from '../search/parallel.js'

/** What XML 1.0 does not allow, or not without harm, escaped or not: control characters and halves of characters. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * An aligned pair of documents as a translation memory (TMX 1.4b, LISA/OSCAR 2005): a unit for each row that has both
 * sides, each side a paragraph or several.
 *
 * @param version Of this program.
 */
export function toTmx({ left, right, rows }: ParallelDocuments, version: string): string {
  const source = languageOf(rows.flatMap((row) => row.left))
  const units = rows.flatMap((row) =>
    row.left.length > 0 && row.right.length > 0 ? unit(row, source) : [],
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    '<tmx version="1.4">',
    `  <header creationtool="Fundstelle" creationtoolversion="${escapeXml(version)}" segtype="paragraph" o-tmf="Fundstelle" adminlang="en" srclang="${source}" datatype="plaintext">`,
    `    <prop type="x-source-document">${escapeXml(left.id)}</prop>`,
    `    <prop type="x-target-document">${escapeXml(right.id)}</prop>`,
    '  </header>',
    '  <body>',
    ...units,
    '  </body>',
    '</tmx>',
    '',
  ].join('\n')
}

/** Where its left side is in another language than most, a unit says so: one side must be in the source language. */
function unit({ left, right, confidence }: ParallelRow, source: string): string[] {
  const own = languageOf(left)
  return [
    own === source ? '    <tu>' : `    <tu srclang="${own}">`,
    `      <prop type="x-confidence">${confidence}</prop>`,
    ...variant(left),
    ...variant(right),
    '    </tu>',
  ]
}

function variant(passages: ParallelRow['left']): string[] {
  const text = passages.map((passage) => passage.text).join('\n\n')
  return [
    `      <tuv xml:lang="${languageOf(passages)}">`,
    ...passages.map(({ id }) => `        <prop type="x-passage">${escapeXml(id)}</prop>`),
    `        <seg>${escapeXml(text)}</seg>`,
    '      </tuv>',
  ]
}

/** The language of most passages. */
function languageOf(passages: ParallelRow['left']): string {
  const counts = new Map<string, number>()
  for (const { language } of passages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'und'
}

function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
}
