/** Something was asked of an index after it was closed. */
export class ClosedIndexError extends Error {
  override readonly name = 'ClosedIndexError'

  constructor() {
    super('The index was closed; open it again.')
  }
}
