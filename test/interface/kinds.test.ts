import { expect, test } from 'vitest'
import { kindName } from '../../src/interface/kinds.js'

test.each([
  ['synopsis', 'synopsis', 'Inhaltsangabe'],
  ['programme note', 'programme note', 'Programmtext'],
  ['Brief', 'letter', 'Brief'],
  ['kritik', 'review', 'Kritik'],
])('%s is shown by its name in the language of the reader', (kind, english, german) => {
  expect(kindName(kind, 'en')).toBe(english)
  expect(kindName(kind, 'de')).toBe(german)
})

test.each(['Zeitzeugengespräch', 'field recording', 'constructor', ''])(
  '%j, which is no usual kind, stays as the texts call it',
  (kind) => {
    expect(kindName(kind, 'en')).toBe(kind)
    expect(kindName(kind, 'de')).toBe(kind)
  },
)
