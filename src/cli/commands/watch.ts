import { ApartBuilder } from '../../build/build-apart.js'
import { CorpusWatch } from '../../corpus/watch.js'
import { IndexError } from '../../store/index-error.js'
import { EXIT, type ExitCode } from '../exit.js'
import type { Output } from '../output.js'
import { reportError } from '../report-error.js'
import { Stopped, stoppable } from '../stoppable.js'
import { type BuildCommandOptions, build } from './build.js'

/** `fundstelle build --watch`: indexes a folder, and again whenever its files change, until it is stopped. */
export async function watch(
  corpus: string,
  options: BuildCommandOptions,
  output: Output,
): Promise<ExitCode> {
  const builder = new ApartBuilder()
  try {
    return await watchWith(builder, corpus, options, output)
  } finally {
    await builder.end()
  }
}

async function watchWith(
  builder: ApartBuilder,
  corpus: string,
  options: BuildCommandOptions,
  output: Output,
): Promise<ExitCode> {
  const files = new CorpusWatch(corpus)
  for (let builds = 0; ; builds++) {
    try {
      await stoppable((signal) => files.changed(signal), 'Stopped.')
    } catch (error) {
      if (error instanceof Stopped) return EXIT.found
      throw error
    }
    if (builds > 0) output.err('The texts have changed.')
    try {
      await build(corpus, options, output, (...asked) => builder.build(...asked))
    } catch (error) {
      // No change of the texts will mend a folder that cannot be written to.
      if (error instanceof Stopped || (builds === 0 && error instanceof IndexError)) throw error
      reportError(error, output)
      output.err('The index was left as it is.')
    }
    output.err(`Waiting for changes in ${corpus}. Stop with Ctrl+C.`)
  }
}
