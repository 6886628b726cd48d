/** A place in a column of bytes is below this: it has 32 bits. */
export const MOST_BYTES = 2 ** 32
