/** Results come faster than a voice can follow: it hears what is there after a pause. */
const DELAY_MS = 500

/** What a live region says. */
export class Announcer {
  text = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly element: { requestUpdate(): void }) {}

  say(text: string): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.text = text
      this.element.requestUpdate()
    }, DELAY_MS)
  }
}
