import { expect, test } from 'vitest'
import { searcherOf } from '../support/collection.js'

const PLACES = [
  'Amrum Bremen Celle Dresden',
  'Emden Fulda Goslar Husum',
  'Itzehoe Jever Kassel Leipzig',
]

function text(language: 'en' | 'de', lines: readonly string[], of?: string): string {
  const filler = language === 'de' ? 'und das ist so wie es ist' : 'and that is how it is'
  const paragraphs = lines.map((line) => `${line} ${Array(9).fill(filler).join(', ')}.`)
  return `---\nlanguage: ${language}\n${of === undefined ? '' : `versionOf: ${of}\n`}---\n\n${paragraphs.join('\n\n')}\n`
}

test('the versions of a document are those that are said to be, also by way of a third, and those with links', async () => {
  const { engine } = await searcherOf({
    'alone.md': text('en', ['Nothing of all this is anywhere else']),
    'finder.md': text('en', PLACES.slice(0, 2)),
    'found.md': text('de', PLACES.slice(0, 2)),
    'first.md': text('en', ['A paragraph without any places']),
    'second.md': text('de', ['Ein ganz anderer Absatz ohne Orte'], 'first'),
    'third.md': text('de', ['Noch ein ganz anderer Absatz'], 'second'),
  })
  const versions = async (id: string) => (await engine.versions(id)).map(({ id }) => id).sort()
  expect(await versions('first')).toEqual(['second', 'third'])
  expect(await versions('third')).toEqual(['first', 'second'])
  expect(await versions('found')).toEqual(['finder'])
  expect(await versions('alone')).toEqual([])
  expect(await versions('nothing')).toEqual([])
})
