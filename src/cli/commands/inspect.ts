import { analyzerFor } from '../../analysis/registry.js'
import { detectLanguage } from '../../language/detect.js'
import type { Language } from '../../language/language.js'
import type { Manifest } from '../../store/manifest.js'
import { checkFiles, segmentsOf } from '../../store/open-files.js'
import { EXIT, type ExitCode } from '../exit.js'
import { count, formatBytes, grouped, type Output } from '../output.js'

/** `fundstelle inspect "text"`: the language and the tokens of a text. */
export function inspectText(
  text: string,
  { lang, json = false }: { lang?: Language; json?: boolean },
  output: Output,
): ExitCode {
  const guess = lang ? { language: lang, confidence: 1 } : detectLanguage(text)
  const tokens = analyzerFor(guess.language).analyze(text)
  if (json) {
    output.out(JSON.stringify({ ...guess, tokens }, null, 2))
    return EXIT.found
  }
  output.out(`Language: ${guess.language} (confidence ${guess.confidence.toFixed(2)})`)
  const rows = tokens.map(({ start, end, position, term, functionWord, kind }) => [
    `${start}-${end}`,
    String(position),
    text.slice(start, end),
    term,
    [functionWord ? 'function word' : '', kind === 'word' ? '' : kind].filter(Boolean).join(', '),
  ])
  for (const line of table([['offsets', 'position', 'surface', 'term', ''], ...rows]))
    output.out(line)
  return EXIT.found
}

/** `fundstelle inspect --index DIR`: what an index holds; checks that it is whole. */
export async function inspectIndex(
  { index, json = false }: { index: string; json?: boolean },
  output: Output,
): Promise<ExitCode> {
  const manifest = await checkFiles(index)
  if (json) output.out(JSON.stringify(manifest, null, 2))
  else for (const line of describe(manifest)) output.out(line)
  return EXIT.found
}

function describe(manifest: Manifest): string[] {
  const languages = Object.entries(manifest.languages).map(([language, statistics]) => [
    language,
    grouped(statistics.passages),
    (statistics.words / statistics.passages).toFixed(1),
    grouped(statistics.terms),
    grouped(statistics.forms),
  ])
  const segments = segmentsOf(manifest)
  const written = segments.flatMap(({ files }) => Object.entries(files))
  const bytes = written.reduce((sum, [, file]) => sum + file.bytes, 0)
  const files = written.map(([name, file]) => [name, formatBytes(file.bytes)])
  return [
    `Format ${manifest.version}, analysis ${manifest.analysis.slice(0, 12)}, corpus ${manifest.corpus.hash.slice(0, 12)}`,
    `${count(manifest.documents, 'document')}, ${count(manifest.passages, 'passage')} from ${count(manifest.corpus.files, 'file')}`,
    count(manifest.synonyms, 'synonym entry', 'synonym entries'),
    count(manifest.glossary, 'glossary line'),
    count(manifest.alignment.links, 'link between versions', 'links between versions'),
    `BM25 k1 ${manifest.bm25.k1}, b ${manifest.bm25.b}, ${manifest.bm25.resolution} impact levels`,
    '',
    ...table([['language', 'passages', 'words/passage', 'terms', 'forms'], ...languages]),
    '',
    ...table([['file', 'size'], ...files]),
    '',
    `${formatBytes(bytes)} for ${formatBytes(manifest.textBytes)} of text: ${(bytes / manifest.textBytes).toFixed(2)} bytes per byte; all files are whole`,
  ]
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}
