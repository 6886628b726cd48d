import { readdirSync, readlinkSync } from 'node:fs'

/** Whether the system tells which files this process has open. */
export const TELLS_OPEN_FILES = process.platform === 'linux'

/** The files below a folder that this process has open, also those that have been removed since. */
export function openFilesBelow(folder: string): string[] {
  return readdirSync('/proc/self/fd')
    .map((descriptor) => {
      try {
        return readlinkSync(`/proc/self/fd/${descriptor}`)
      } catch {
        return ''
      }
    })
    .filter((path) => path.startsWith(`${folder}/`))
}
