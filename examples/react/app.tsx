import 'fundstelle/element'
import type { FundstelleSearchElement, FundstelleSearchEventMap } from 'fundstelle/element'
import { useRef, useState } from 'react'

type Choice = FundstelleSearchEventMap['fundstelle:select']['detail']

/** A search whose results stay in the page: what is chosen is kept in a reading list. */
export function App({ endpoint }: { endpoint: string }) {
  const box = useRef<FundstelleSearchElement>(null)
  const [kind, setKind] = useState('')
  const [chosen, setChosen] = useState<readonly Choice[]>([])

  const keep = (event: FundstelleSearchEventMap['fundstelle:select']) => {
    event.preventDefault()
    setChosen((earlier) => [...earlier, event.detail])
    box.current?.clear()
  }

  return (
    <>
      <h1>Reading list</h1>
      <label>
        Kind{' '}
        <select value={kind} onChange={({ target }) => setKind(target.value)}>
          <option value="">any</option>
          <option value="interview">interviews</option>
          <option value="statement">statements</option>
        </select>
      </label>
      <fundstelle-search
        ref={box}
        endpoint={endpoint}
        kind={kind}
        examples={['killer whale', 'Türsteher']}
        onfundstelle:select={keep}
      />
      <ol>
        {chosen.map(({ url, document, hit }) => (
          <li key={url}>
            <a href={url}>{document.title}</a>: {hit?.passage.text}
          </li>
        ))}
      </ol>
    </>
  )
}
