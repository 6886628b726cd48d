let region: HTMLElement | undefined

/** Makes the place where screen readers listen; before anything is said there. */
export function prepareAnnouncements(): void {
  region = document.createElement('p')
  region.className = 'visually-hidden'
  region.setAttribute('role', 'status')
  document.body.append(region)
}

/** Has screen readers say something, also if it is the same again. */
export function announce(text: string): void {
  if (!region) return
  region.textContent = ''
  const said = region
  setTimeout(() => {
    said.textContent = text
  }, 50)
}
