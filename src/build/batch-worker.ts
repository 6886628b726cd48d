import { parentPort, threadId } from 'node:worker_threads'
import { type AnalyzedFiles, FileAnalyzer, type FileGroup } from './analyze-files.js'

// A thread that analyzes one group of files after the other: see batches.ts.
const analyzer = new FileAnalyzer(threadId)
parentPort!.on('message', (group: FileGroup) => {
  const analyzed = analyzer.analyze(group)
  parentPort!.postMessage(analyzed, buffersOf(analyzed))
})

/** What is handed over, not copied. */
function buffersOf({ batch }: AnalyzedFiles): ArrayBuffer[] {
  const { passages, texts } = batch.stored
  const arrays = [
    texts,
    ...Object.values(passages).filter((column) => ArrayBuffer.isView(column)),
    ...Object.values(batch.languages).map(({ run }) => run),
    batch.evidence.numbers,
    batch.evidence.ends,
    batch.signed.numbers,
    batch.signed.signatures,
  ]
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]
}
