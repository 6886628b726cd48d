import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { System } from '../system.js'

const execute = promisify(execFile)
const PROJECT = fileURLToPath(new URL('../../tantivy/', import.meta.url))
const REQUIREMENTS = join(PROJECT, 'requirements.txt')
/** An environment of its own, so that nothing is installed for the user. */
const ENVIRONMENT = join(PROJECT, 'target')
const PYTHON = join(ENVIRONMENT, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')

let installed: Promise<string | null> | undefined

/** Tantivy by its Python wheel: the searching itself is Rust. */
export const TANTIVY: System = {
  name: 'tantivy',
  index: 'tantivy',
  settings: 'by its Python wheel, one thread, no count of all hits, BM25',
  answers: ({ facets, cross }) => !facets && !cross,
  missing: () => {
    installed ??= install()
    return installed
  },
  command: async () => [PYTHON, join(PROJECT, 'serve_lines.py')],
  version: () => readFileSync(REQUIREMENTS, 'utf8').trim().replace(/^.*==/, ''),
}

/** Installs the wheel; why that is not possible, or null. */
async function install(): Promise<string | null> {
  try {
    await execute('python3', ['-m', 'venv', ENVIRONMENT])
    await execute(PYTHON, ['-m', 'pip', 'install', '--quiet', '--requirement', REQUIREMENTS])
    return null
  } catch (error) {
    const { stderr } = error as { stderr?: string }
    return `its wheel cannot be installed (${(stderr || String(error)).trim().split('\n').at(-1)})`
  }
}
