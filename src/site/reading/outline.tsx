import { partsOf } from '../../interface/passage-parts.js'
import type { IndexedPassage } from '../../search/engine.js'
import { anchorOf } from '../documents.js'
import { languageTag } from '../language-tag.js'

/** Fewer headings than this are found at a glance. */
const FEW = 3

interface OutlineProps {
  name: string
  passages: readonly IndexedPassage[]
}

/** The headings of a document, each a link to its passage. */
export function Outline({ name, passages }: OutlineProps) {
  const headings = passages.flatMap((passage) =>
    partsOf(passage).headings.map(({ start, end, level }) => {
      return { passage, text: passage.text.slice(start, end), level, key: `${passage.id}-${start}` }
    }),
  )
  if (headings[0]?.text === passages[0]?.document.title) headings.shift()
  if (headings.length < FEW) return null
  return (
    <nav class="outline" aria-label={name}>
      <details open data-fold>
        <summary>{name}</summary>
        <ol>
          {headings.map(({ passage, text, level, key }) => (
            <li key={key} class={`outline-${Math.min(level, 4)}`}>
              <a href={`#${anchorOf(passage.id)}`} lang={languageTag(passage.language)}>
                {text}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
