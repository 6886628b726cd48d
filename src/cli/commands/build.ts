import type { BuildProgress, BuildReport } from '../../build/build.js'
import { buildApart } from '../../build/build-apart.js'
import { describeIgnored } from '../../corpus/ignored-kinds.js'
import { CorpusError, type Problem } from '../../corpus/problem.js'
import { segmentsOf } from '../../store/open-files.js'
import { EXIT, type ExitCode } from '../exit.js'
import { count, formatBytes, grouped, type Output } from '../output.js'
import { printable } from '../printable.js'
import { ProgressDisplay } from '../progress.js'
import { stoppable } from '../stoppable.js'

export interface BuildCommandOptions {
  index: string
  strict?: boolean
  maxBytes?: number
  workers?: number
  full?: boolean
}

/** `fundstelle build`: indexes a folder and says what became of it. */
export async function build(
  corpus: string,
  { index, strict = false, maxBytes, workers, full = false }: BuildCommandOptions,
  output: Output,
  buildCorpus = buildApart,
): Promise<ExitCode> {
  const progress = new ProgressDisplay(output)
  const started = performance.now()
  try {
    const options = {
      index,
      strict,
      ...(maxBytes === undefined ? {} : { maxBytes }),
      ...(workers === undefined ? {} : { workers }),
      ...(full ? { mergeAt: 0 } : {}),
      onProgress: (step: BuildProgress) => progress.update(step),
    }
    const report = await stoppable(
      (signal) => buildCorpus(corpus, { ...options, signal }),
      'Stopped. The index was left as it is, and nothing unfinished beside it.',
    )
    printProblems(report.problems, output)
    printSummary(report, performance.now() - started, output)
    return EXIT.found
  } catch (error) {
    progress.stop()
    if (error instanceof CorpusError) printProblems(error.problems, output)
    throw error
  }
}

function printProblems(problems: readonly Problem[], output: Output): void {
  for (const { path, line, message } of problems) {
    const place = printable(line === undefined ? path : `${path}:${line}`)
    output.err(`${output.colors.yellow(place)}: ${printable(message)}`)
  }
}

function printSummary(report: BuildReport, ms: number, output: Output) {
  const { manifest, problems, ignored } = report
  const languages = Object.entries(manifest.languages)
    .map(([language, { passages }]) => `${grouped(passages)} ${language}`)
    .join(', ')
  const bytes = segmentsOf(manifest)
    .flatMap(({ files }) => Object.values(files))
    .reduce((sum, file) => sum + file.bytes, 0)
  const synonyms = manifest.synonyms > 0 ? `, ${count(manifest.synonyms, 'synonym')}` : ''
  const glossary = manifest.glossary > 0 ? `, ${count(manifest.glossary, 'glossary line')}` : ''
  output.err(
    `${whatWasDone(report)} ${count(manifest.documents, 'document')}, ${count(manifest.passages, 'passage')} (${languages})${synonyms}${glossary}: ` +
      `${formatBytes(manifest.textBytes)} of text in ${formatBytes(bytes)} of index, ${(ms / 1000).toFixed(1)} s`,
  )
  if (problems.length > 0) output.err(`${count(problems.length, 'problem')}, listed above`)
  if (ignored.length > 0) output.err(describeIgnored(ignored))
}

/** Of an update, what was other than the last time. */
function whatWasDone({ changes }: BuildReport): string {
  if (!changes) return 'Indexed'
  const { added, changed, removed, withoutWords } = changes
  const parts = [
    added > 0 ? `${grouped(added)} added` : '',
    changed > 0 ? `${grouped(changed)} changed` : '',
    removed > 0 ? `${grouped(removed)} removed` : '',
    withoutWords ? `${grouped(withoutWords)} without words` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Nothing has changed:' : `Updated (${parts.join(', ')}):`
}
