import type { Output } from './output.js'

/** Signs that a terminal takes for orders, those of one byte (C1) included. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/g

/** The same, but line ends, tabs, and what begins or ends a colour of the command line's own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OTHER_CONTROLS = /\u001B\[(?:[0-4]|2[1-9]|3[0-9])m|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

/** A name, or a message with names, as one line in which nothing is an order to the terminal: `\x1B` stands for Escape. */
export function printable(text: string): string {
  return text.replace(CONTROLS, escaped)
}

/** The same output, but what texts and names have in them is no order to a terminal. Answers that go to a file or a pipe are as they are. */
export function printableOutput(output: Output): Output {
  const line = (text: string) =>
    text.replace(OTHER_CONTROLS, (found) => (found.length > 1 ? found : escaped(found)))
  return {
    ...output,
    out: (text) => output.out(output.columns === undefined ? text : line(text)),
    err: (text) => output.err(line(text)),
  }
}

function escaped(control: string): string {
  return `\\x${control.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
