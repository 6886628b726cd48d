import { type BuildReport, buildIndex } from '../../build/build.js'
import { CorpusError, type Problem } from '../../corpus/problem.js'
import { EXIT, type ExitCode } from '../exit.js'
import { count, formatBytes, type Output } from '../output.js'
import { ProgressDisplay } from '../progress.js'

export interface BuildCommandOptions {
  index: string
  strict?: boolean
  maxBytes?: number
  workers?: number
}

/** `fundstelle build`: indexes a folder and says what became of it. */
export async function build(
  corpus: string,
  { index, strict = false, maxBytes, workers }: BuildCommandOptions,
  output: Output,
): Promise<ExitCode> {
  const progress = new ProgressDisplay(output)
  const started = performance.now()
  try {
    const report = await buildIndex(corpus, {
      index,
      strict,
      ...(maxBytes === undefined ? {} : { maxBytes }),
      ...(workers === undefined ? {} : { workers }),
      onProgress: (step) => progress.update(step),
    })
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
  for (const { path, line, message } of problems)
    output.err(`${output.colors.yellow(line === undefined ? path : `${path}:${line}`)}: ${message}`)
}

function printSummary({ manifest, problems, ignored }: BuildReport, ms: number, output: Output) {
  const languages = Object.entries(manifest.languages)
    .map(([language, { passages }]) => `${passages.toLocaleString('en')} ${language}`)
    .join(', ')
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0)
  const synonyms = manifest.synonyms > 0 ? `, ${count(manifest.synonyms, 'synonym')}` : ''
  const glossary = manifest.glossary > 0 ? `, ${count(manifest.glossary, 'glossary line')}` : ''
  output.err(
    `Indexed ${count(manifest.documents, 'document')}, ${count(manifest.passages, 'passage')} (${languages})${synonyms}${glossary}: ` +
      `${formatBytes(manifest.textBytes)} of text in ${formatBytes(bytes)} of index, ${(ms / 1000).toFixed(1)} s`,
  )
  if (problems.length > 0) output.err(`${count(problems.length, 'problem')}, listed above`)
  if (ignored > 0) output.err(`${count(ignored, 'file')} of other kinds ignored`)
}
