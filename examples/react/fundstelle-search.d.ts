import type { FundstelleSearchElement, FundstelleSearchEventMap } from 'fundstelle/element'
import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Listeners = {
  [Name in keyof FundstelleSearchEventMap as `on${Name}`]?: (
    event: FundstelleSearchEventMap[Name],
  ) => void
}

type Properties = Partial<Omit<FundstelleSearchElement, keyof HTMLElement | 'search' | 'clear'>>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'fundstelle-search': DetailedHTMLProps<
        HTMLAttributes<FundstelleSearchElement>,
        FundstelleSearchElement
      > &
        Properties &
        Listeners
    }
  }
}
