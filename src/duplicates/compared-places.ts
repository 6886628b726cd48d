/** Finds passages among those that were compared, if they are asked for ascending. */
export class ComparedPlaces {
  private place = 0

  /** @param numbers Ascending. */
  constructor(private readonly numbers: Uint32Array = new Uint32Array(0)) {}

  /** The place of a passage, or -1. */
  of(passage: number): number {
    const { numbers } = this
    while (this.place < numbers.length && numbers[this.place]! < passage) this.place++
    return numbers[this.place] === passage ? this.place : -1
  }
}
