import type { ByteSource } from '../../src/store/bytes.js'

/** A source that tells of every byte that is looked at, not only fetched: what is skipped does not count. */
export function countingSource(source: ByteSource, count: (bytes: number) => void): ByteSource {
  return {
    size: source.size,
    read: (offset, length) => counting(source.read(offset, length), count),
    close: () => source.close(),
  }
}

/** Bytes that tell of each that is looked at; of all, where they are handed on as a whole. */
function counting(bytes: Uint8Array, count: (bytes: number) => void): Uint8Array {
  return new Proxy(bytes, {
    get(target, property) {
      if (typeof property === 'string' && /^\d/.test(property)) count(1)
      else if (property === 'subarray')
        return (start?: number, end?: number) => counting(target.subarray(start, end), count)
      else if (property !== 'length' && property !== 'byteLength') count(target.length)
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
