import { Command, InvalidArgumentError, Option } from 'commander'
import { LANGUAGES, type Language } from '../language/language.js'
import { CROSS } from '../search/cross.js'
import { GROUP_FIELDS } from '../search/engine.js'
import { FACET_FIELDS, FACET_LIMIT, type FacetField, MAX_FACET_LIMIT } from '../search/facets.js'
import { CONCORDANCE_SORTS, MAX_WIDTH, MIN_WIDTH } from '../search/kwic.js'
import {
  readWantedTranslation,
  WANTED_TRANSLATION,
  type WantedTranslation,
} from '../search/wanted-translation.js'
import { VERSION } from '../version.js'
import type { ExitCode } from './exit.js'
import type { Output } from './output.js'

/** The command line. `done` receives the exit code of the command that ran. Only that command is loaded, so that none waits for what another needs. */
export function createProgram(output: Output, done: (code: ExitCode) => void): Command {
  const program = new Command('fundstelle')
    .description('Full-text search for passages in English and German texts.')
    .version(VERSION)
    .showHelpAfterError('(fundstelle --help shows how it is used)')
    .addHelpText('after', EPILOGUE)
  addBuild(program, output, done)
  addServe(program, output, done)
  addSearch(program, output, done)
  addAlign(program, output, done)
  addInspect(program, output, done)
  return program
}

const EPILOGUE = `
Examples:
  $ fundstelle build texts/ --index texts-index
  $ fundstelle search "short story" --index texts-index
  $ fundstelle serve --index texts-index --port 8080

Exit codes: 0 found or done, 1 nothing found, 2 wrong usage, 3 unusable index or corpus,
130 stopped by Ctrl+C, 143 by SIGTERM.`

type Done = (code: ExitCode) => void

function indexOption(): Option {
  return new Option('-i, --index <dir>', 'index folder').default('index')
}

function addBuild(program: Command, output: Output, done: Done): void {
  program
    .command('build')
    .description('index the .txt and .md files of a folder')
    .argument('[corpus]', 'folder of texts', 'corpus')
    .addOption(indexOption())
    .option('--strict', 'fail on any problem in the corpus, keep the old index')
    .option('--max-bytes <n>', 'leave out larger files (default: 10000000)', wholeNumber(1))
    .option(
      '--workers <n>',
      'threads that analyze texts (default: one per core; 0: only the one that builds)',
      wholeNumber(0),
    )
    .option('--full', 'read all files again, not only those that were changed since the last build')
    .option('--watch', 'build again whenever the texts or lists of words change')
    .addHelpText('after', '\nExample:\n  $ fundstelle build texts/ --index texts-index --strict')
    .action(async (corpus, { watch: again, ...options }) => {
      const { build } = await import('./commands/build.js')
      const { watch } = await import('./commands/watch.js')
      done(await (again ? watch : build)(corpus, options, output))
    })
}

/** More than a machine has cores for, most likely. */
const MAX_PROCESSES = 256

function addServe(program: Command, output: Output, done: Done): void {
  program
    .command('serve')
    .description('answer over HTTP')
    .addOption(indexOption())
    .option(
      '-c, --corpus <dir>',
      'build the index from this folder first if it is missing or stale',
    )
    .addOption(
      new Option('-p, --port <n>', 'port')
        .default(3000)
        .env('PORT')
        .argParser(wholeNumber(0, 65535)),
    )
    .addOption(new Option('--host <name>', 'address to listen on').default('127.0.0.1').env('HOST'))
    .option('--path <path>', 'path that a proxy has it at and hands on, such as /archive', path)
    .option('--cors <origin...>', 'origins whose pages may ask; * for all (default: none)', origins)
    .option(
      '--processes <n>',
      'processes that answer, each with its own memory; one per core answers most',
      wholeNumber(1, MAX_PROCESSES),
      1,
    )
    .addHelpText('after', '\nExample:\n  $ fundstelle serve --index texts-index --port 8080')
    .action(async (options) => {
      const { serve } = await import('./commands/serve.js')
      done(await serve(options, output))
    })
}

function addSearch(program: Command, output: Output, done: Done): void {
  program
    .command('search')
    .description('print the passages that answer a query')
    .argument('<query...>', 'words, "phrases", -exclusions, prefix*, OR, (groups), field:value')
    .addOption(indexOption())
    .option('-n, --limit <n>', 'number of hits', wholeNumber(1), 10)
    .option('--offset <n>', 'number of hits to skip', wholeNumber(0), 0)
    .option('--prefix', 'the last word may be unfinished')
    .addOption(
      new Option('--cross <mode>', 'passages in the other language: auto, off, or only these')
        .choices([...CROSS])
        .default('auto'),
    )
    .option('--without <word...>', 'translations not to use')
    .option('--with <word:translation...>', 'translations to use', wantedTranslations)
    .option('--no-collapse', 'show near-duplicates as hits of their own')
    .addOption(
      new Option('--sort <order>', 'order of the hits; left, right: of the lines of --kwic')
        .choices([...CONCORDANCE_SORTS])
        .default('score'),
    )
    .addOption(
      new Option('--group <field>', 'one hit per document, or per language, its best').choices([
        ...GROUP_FIELDS,
      ]),
    )
    .option('--facets <fields>', `count the hits by ${FACET_FIELDS.join(', ')}`, facetFields)
    .option(
      '--facet-limit <n>',
      `values per facet (default: ${FACET_LIMIT})`,
      wholeNumber(1, MAX_FACET_LIMIT),
    )
    .addOption(
      new Option('--kwic', 'a line for every match: left, match, right').conflicts([
        'group',
        'explain',
      ]),
    )
    .option(
      '--width <n>',
      'characters on either side with --kwic (default: what fits)',
      wholeNumber(MIN_WIDTH, MAX_WIDTH),
    )
    .addOption(
      new Option('--all', 'print all hits').conflicts([
        ...['limit', 'offset', 'group', 'kwic', 'explain', 'json'],
      ]),
    )
    .addOption(
      new Option(
        '--parallel',
        'print each hit beside its counterpart in another version',
      ).conflicts(['kwic', 'json', 'jsonl', 'csv']),
    )
    .addOption(new Option('--explain', 'show what each score is made of').conflicts('csv'))
    .option('--json', 'print the answer as JSON')
    .addOption(
      new Option('--jsonl', 'print each hit as a line of JSON').conflicts(['json', 'kwic']),
    )
    .addOption(
      new Option('--csv', 'print the hits as a table').conflicts(['json', 'jsonl', 'kwic']),
    )
    .configureOutput({
      outputError: (text, write) =>
        write(/unknown option '-/.test(text) ? `${text}${EXCLUSION_HINT}\n` : text),
    })
    .addHelpText('after', SEARCH_EXAMPLES)
    .action(async (words: string[], options) => {
      const { search } = await import('./commands/search.js')
      done(await search(words.join(' '), options, output))
    })
}

/** A query that begins with an exclusion looks like an option. */
const EXCLUSION_HINT =
  "(a query that begins with - goes last, after --: fundstelle search -n 5 -- '-boxing whale')"

const SEARCH_EXAMPLES = `
Examples:
  $ fundstelle search killer whale
  $ fundstelle search '"short story" -boxing lang:en'
  $ fundstelle search 'Kurzgesch* kind:interview date:2012..2013' --json
  $ fundstelle search wal --kwic --sort right -n 40
  $ fundstelle search wal --all --csv > wal.csv`

function facetFields(value: string): FacetField[] {
  const fields = value.split(',').map((field) => field.trim())
  const unknown = fields.find((field) => !FACET_FIELDS.some((known) => known === field))
  if (unknown !== undefined)
    throw new InvalidArgumentError(
      `There is no facet “${unknown}”; choose from ${FACET_FIELDS.join(', ')}, with commas between them.`,
    )
  return FACET_FIELDS.filter((field) => fields.includes(field))
}

function addAlign(program: Command, output: Output, done: Done): void {
  program
    .command('align')
    .description('print two versions of a document side by side, or links to be reviewed')
    .argument('[document]', 'id of a document')
    .argument('[other]', 'id of another version of it')
    .addOption(indexOption())
    .option('--review', 'print doubtful links, and the lines that confirm or forbid them')
    .addOption(new Option('--csv', 'print the rows as a table').conflicts(['tmx', 'review']))
    .addOption(new Option('--tmx', 'print the rows as a translation memory').conflicts('review'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ fundstelle align synopsis.en synopsis.de\n  $ fundstelle align synopsis.en synopsis.de --tmx > synopsis.tmx\n  $ fundstelle align --review',
    )
    .action(async (document: string | undefined, other: string | undefined, options) => {
      const { align } = await import('./commands/align.js')
      done(await align([document, other], options, output))
    })
}

function addInspect(program: Command, output: Output, done: Done): void {
  program
    .command('inspect')
    .description('show how a text is analyzed or, without a text, what an index holds')
    .argument('[text]', 'a text to analyze')
    .addOption(indexOption())
    .addOption(new Option('--lang <code>', 'do not detect the language').choices([...LANGUAGES]))
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ fundstelle inspect "Die Killerwale"\n  $ fundstelle inspect --index index',
    )
    .action(async (text: string | undefined, options: InspectOptions) => {
      const { inspectIndex, inspectText } = await import('./commands/inspect.js')
      done(
        text === undefined
          ? await inspectIndex(options, output)
          : inspectText(text, options, output),
      )
    })
}

function wantedTranslations(value: string, before: WantedTranslation[] = []): WantedTranslation[] {
  const wanted = readWantedTranslation(value)
  if (!wanted) throw new InvalidArgumentError(`It must be ${WANTED_TRANSLATION}.`)
  return [...before, wanted]
}

interface InspectOptions {
  index: string
  lang?: Language
  json?: boolean
}

/** One that a browser never names would allow nothing, and nobody would know why. */
function origins(value: string, before: string[] = []): string[] {
  if (!/^(?:\*|null|[a-z][a-z\d.+-]*:\/\/[^\s/?#,A-Z]+)$/.test(value))
    throw new InvalidArgumentError(
      'It must be an origin such as https://example.org, in small letters and with nothing behind the host or port, or *.',
    )
  return [...before, value]
}

function path(value: string): string {
  const path = value.replace(/\/$/, '')
  if (!/^(?:\/[\w.~-]+)*$/.test(path))
    throw new InvalidArgumentError('It must be a path such as /archive.')
  return path
}

function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER) {
  return (value: string): number => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new InvalidArgumentError(
        most === Number.MAX_SAFE_INTEGER
          ? `It must be a whole number of at least ${least}.`
          : `It must be a whole number from ${least} to ${most}.`,
      )
    return number
  }
}
