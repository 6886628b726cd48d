import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

// Fails unless all that `npm run build` makes is newer than all that it is made of, so that `npm start` need not build it again.

/** Made last of all. */
const MADE = 'dist/build/analysis-fingerprint.txt'
/** Folders, whose times tell that a file was removed, and files; the last one says which packages there are. */
const SOURCES = [
  ...['src', 'scripts/bundle.ts', 'scripts/bundle-command-line.ts', 'scripts/fingerprint.ts'],
  ...['package.json', 'tsconfig.json', 'tsconfig.build.json', 'node_modules/.package-lock.json'],
]

const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const within = readdirSync('src', { recursive: true }).map((path) => join('src', path))
process.exitCode = Math.max(...[...SOURCES, ...within].map(changed)) < changed(MADE) ? 0 : 1
