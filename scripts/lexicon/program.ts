import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Command } from 'commander'
import type { LexiconSource } from '../../src/translation/packed-format.js'
import { VERSION } from '../../src/version.js'
import { Bitext } from './bitext.js'
import { analysisFingerprint } from './fingerprint.js'
import { packLexicon } from './pack.js'
import { type BadLine, readPairs } from './pairs.js'
import { StageProgress } from './progress.js'
import { sourceOf } from './sources.js'
import { TRAINING_DEFAULTS, trainLexicon } from './train.js'

/** More bad lines than this are only counted. */
const MOST_REPORTED = 20

/** The command line of `npm run train:lexicon`. */
export function program(): Command {
  return new Command('train:lexicon')
    .description('Learns the English and German translation lexicon from sentence pairs.')
    .argument('<pairs...>', 'files with a pair a line, English TAB German; .gz is understood')
    .requiredOption('--out <file>', 'the lexicon to write')
    .action((files: string[], { out }: { out: string }) => run(files, out))
}

function run(files: readonly string[], out: string): void {
  const bitext = new Bitext()
  const sources = readAll(files, bitext)
  const training = new StageProgress('Aligning words')
  const pairs = trainLexicon(bitext, TRAINING_DEFAULTS, (done, total) =>
    training.update(done, total),
  )
  training.stop()
  const bytes = packLexicon(pairs, {
    madeBy: `fundstelle ${VERSION}, npm run train:lexicon`,
    settings: { ...TRAINING_DEFAULTS.alignment, ...TRAINING_DEFAULTS.pruning },
    sources,
    analysis: analysisFingerprint(),
  })
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, bytes)
  console.error(`${pairs.length} pairs of terms, ${bytes.length} bytes: ${out}`)
}

function readAll(files: readonly string[], bitext: Bitext): LexiconSource[] {
  const reading = new StageProgress('Reading sentence pairs')
  const bad: BadLine[] = []
  const sources = files.map((file, index) => {
    let pairs = 0
    for (const pair of readPairs(file, (line) => bad.push(line))) {
      bitext.add(pair)
      pairs++
    }
    reading.update(index + 1, files.length)
    return sourceOf(file, pairs)
  })
  reading.stop()
  report(bad, bitext, sources)
  return sources
}

function report(bad: readonly BadLine[], { skipped }: Bitext, sources: readonly LexiconSource[]) {
  for (const { file, line, reason } of bad.slice(0, MOST_REPORTED))
    console.error(`${file}:${line}: ${reason}; left out`)
  if (bad.length > MOST_REPORTED) console.error(`${bad.length - MOST_REPORTED} more lines left out`)
  if (skipped > 0) console.error(`${skipped} pairs left out: too long, or a side without words`)
  for (const { name, licence } of sources)
    if (licence === 'unknown')
      console.error(`${name}: its licence is not known; add it to scripts/lexicon/sources.ts`)
}
