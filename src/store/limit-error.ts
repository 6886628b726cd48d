/** More than one index can hold; the message says of what, and how many. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
}
