import { createRoot } from 'react-dom/client'
import { App } from './app.js'

createRoot(document.querySelector('#root')!).render(<App endpoint="http://127.0.0.1:3000" />)
