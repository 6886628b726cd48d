import { extensionOf } from './readers.js'

/** `2012/der-geschmack_von rost.txt` reads `Der geschmack von rost`. */
export function titleFromPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1, path.length - extensionOf(path).length)
  const words = name
    .normalize('NFC')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
  return words === '' ? name : words[0]!.toUpperCase() + words.slice(1)
}
