import { markdown } from '../../evaluation/table.js'
import { GENERATED, type Result, type SystemResult, sizeOf } from '../results.js'
import { NONE, REFERENCE, ratio } from './figures.js'
import { growthTable } from './growth.js'
import { lookUpSection } from './look-ups.js'
import { questionSections } from './questions.js'

/** Processes on average, above which others were at work: the run itself counts for one or two. */
const QUIET_BEFORE = 0.7
const QUIET_AFTER = 2.5

/**
 * All results as a Markdown document.
 *
 * @param alike Those of collections that differ in size only.
 */
export function report(results: readonly Result[], alike: readonly Result[]): string {
  return `${[
    '# Results',
    INTRODUCTION,
    charts(),
    ...results.flatMap(sections),
    ...growthTable(alike),
  ].join('\n\n')}\n`
}

const INTRODUCTION = `Made by \`npm run bench\`; [docs/performance.md](../docs/performance.md) says what is measured, and how. Ratios are to Fundstelle in the same run:
above 1, the other system takes more. Figures of different runs are not to be compared, least of all where the machine was busy.`

function charts(): string {
  return '![CPU time of a question by number of passages](charts/latency.svg)\n\n![Memory by number of passages](charts/memory.svg)'
}

function sections(result: Result): string[] {
  const { passages, documents, textBytes, texts, date } = result
  const count = passages.toLocaleString('en')
  return [
    `## ${sizeOf(passages)} passages${texts === GENERATED ? '' : `, ${texts}`}`,
    `${date}: ${count} passages of ${documents.toLocaleString('en')} documents (${texts}), ${megabytes(textBytes)} MB of text. ${machine(result)}`,
    ...leftOut(result.systems),
    '### Systems',
    markdown(
      ['system', 'version', 'settings'],
      result.systems.map(({ name, version, settings }) => [name, version, settings]),
    ),
    '### Index',
    indexTable(result),
    ...questionSections(result),
    ...lookUpSection(result.lookUps),
    ...httpSection(result),
  ]
}

function machine({ machine: about }: Result): string {
  const { processor, cores, memory, system, node, inMemory, load } = about
  const { before, after } = load
  const busy = before > QUIET_BEFORE || after > QUIET_AFTER
  const warning = busy
    ? ` **The machine was busy with other work** (on average ${before.toFixed(1)} processes before the run, ${after.toFixed(1)} after it, for ${cores} cores): ratios say something, wall times and requests per second do not.`
    : ` Load ${before.toFixed(1)} before the run, ${after.toFixed(1)} after it.`
  const files = inMemory ? ' All files were in a file system in memory.' : ''
  return `${processor}, ${cores} cores, ${Math.round(memory / 2 ** 30)} GB, ${system}, Node ${node}.${files}${warning}`
}

function leftOut(systems: readonly SystemResult[]): string[] {
  const lines = systems.flatMap(({ name, leftOut }) => (leftOut ? [`- ${name}: ${leftOut}`] : []))
  return lines.length === 0 ? [] : [`Left out:\n\n${lines.join('\n')}`]
}

function indexTable({ systems, textBytes }: Result): string {
  const reference = systems.find(({ name }) => name === REFERENCE)
  const rows = systems.map(({ name, build, use }) => [
    name,
    build ? seconds(build.wall) : NONE,
    build ? (textBytes / 1e3 / build.wall).toFixed(1) : NONE,
    build?.cpu ? seconds(build.cpu) : NONE,
    sized(build?.peak),
    sized(build?.bytes),
    ratio(build?.bytes, reference?.build?.bytes),
    use ? use.load.toFixed(0) : NONE,
    use?.firstQuery ? use.firstQuery.toFixed(1) : NONE,
    sized(use?.rssBeforeLoad),
    sized(use?.rssAfterLoad),
    sized(use?.peak),
    sized(use?.heap),
  ])
  const heading = 'system,build s,MB/s,CPU s,peak MB,disk MB,ratio,load ms,first question ms'
  return `${markdown(
    [...heading.split(','), 'RSS before load MB', 'after', 'peak', 'heap'],
    rows,
  )}\n\n${filesLine(reference)}`
}

/** Fundstelle's index holds the texts, which others leave to their users. */
function filesLine(reference: SystemResult | undefined): string {
  if (!reference?.build) return ''
  const { bytes, files } = reference.build
  const sum = (ending: string) =>
    Object.entries(files).reduce(
      (sum, [name, size]) => (name.endsWith(ending) ? sum + size : sum),
      0,
    )
  const [texts, positions] = [sum('texts.bin'), sum('positions.bin')]
  return `Of Fundstelle's index, ${megabytes(texts)} MB are the texts and ${megabytes(positions)} MB positions; without both it has ${megabytes(bytes - texts - positions)} MB. The others keep no texts.`
}

function httpSection({ http }: Result): string[] {
  if (http.length === 0) return []
  const bare = http[0]!.requests
  const rows = http.map(({ name, requests, p50, p99 }) => [
    name,
    requests.toFixed(0),
    (requests / bare).toFixed(2),
    p50.toFixed(1),
    p99.toFixed(1),
  ])
  return [
    '### HTTP',
    'OR of three words, ten hits, 16 connections, each in turn, a second to warm up and then in rounds of one second (ten and two from 50,000 passages on); the median of three rounds. No question comes twice, but for those that are asked again: a server keeps its last answers.',
    markdown(['server', 'requests/s', 'of bare', 'ms p50', 'p99'], rows),
  ]
}

const seconds = (milliseconds: number) => (milliseconds / 1e3).toFixed(1)
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)
const sized = (bytes: number | null | undefined) => (bytes ? megabytes(bytes) : NONE)
