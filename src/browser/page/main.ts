import { enhanceReading } from './reading/main.js'

/** Marks the page as one that scripts have enhanced, for its styles. */
document.documentElement.dataset.enhanced = ''

enhanceReading()
