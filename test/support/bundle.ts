import { bundle } from '../../scripts/bundle.js'

/** Before all tests: what the server serves to browsers is made of the sources as they are now. */
export const setup = () => bundle()
