import { parentPort, threadId } from 'node:worker_threads'
import { type AnalyzedFiles, FileAnalyzer } from './analyze-files.js'
import { joinIntoFiles } from './join-field.js'
import { DocumentComparer } from './relating/document-comparer.js'
import type { ThreadTask } from './threads.js'

// A thread that does one task after the other: see threads.ts.
let analyzer: FileAnalyzer | undefined
let comparer: DocumentComparer | undefined
parentPort!.on('message', ({ analyze, join, compare }: ThreadTask) => {
  if (analyze) {
    analyzer ??= new FileAnalyzer(threadId)
    const analyzed = withSharedRuns(analyzer.analyze(analyze))
    parentPort!.postMessage(analyzed, buffersOf(analyzed))
  } else {
    // All is analyzed: the words that were met make room.
    analyzer = undefined
    if (join) return parentPort!.postMessage(joinIntoFiles(join))
    comparer ??= new DocumentComparer()
    parentPort!.postMessage(comparer.compare(compare))
  }
})

/** Runs are joined by another thread than the one that keeps them. */
function withSharedRuns({ files, batch }: AnalyzedFiles): AnalyzedFiles {
  const languages = Object.entries(batch.languages).map(([language, { run, ...counts }]) => {
    const shared = new Uint8Array(new SharedArrayBuffer(run.length))
    shared.set(run)
    return [language, { ...counts, run: shared }]
  })
  return { files, batch: { ...batch, languages: Object.fromEntries(languages) } }
}

/** What is handed over, not copied. */
function buffersOf({ batch }: AnalyzedFiles): ArrayBuffer[] {
  const { passages, texts } = batch.stored
  const arrays = [
    texts,
    ...Object.values(passages).filter((column) => ArrayBuffer.isView(column)),
    batch.evidence.numbers,
    batch.evidence.ends,
    batch.signed.numbers,
    batch.signed.signatures,
  ]
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]
}
