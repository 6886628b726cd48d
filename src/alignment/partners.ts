import type { Coverage } from './coverage.js'

/** The partners that one document's passages have so far, and which of their words these account for. */
export class Partners {
  private readonly partners = new Map<number, number[]>()
  /** By passage, how strongly each of its terms is said by a partner. */
  private readonly explained = new Map<number, Float32Array>()

  constructor(private readonly coverage: Coverage) {}

  add(passage: number, partner: number): void {
    const { coverage } = this
    const terms = coverage.termsOf(passage)
    const explained = this.explained.get(passage) ?? new Float32Array(terms.length)
    for (let i = 0; i < terms.length; i++)
      explained[i] = Math.max(explained[i]!, coverage.strengthOf(terms[i]!, partner))
    this.explained.set(passage, explained)
    const known = this.partners.get(passage)
    if (known) known.push(partner)
    else this.partners.set(passage, [partner])
  }

  has(passage: number): boolean {
    return this.partners.has(passage)
  }

  /** True where the other passage stands right before or after a partner. */
  isBeside(passage: number, other: number): boolean {
    const partners = this.partners.get(passage) ?? []
    return partners.some((partner) => Math.abs(partner - other) === 1)
  }

  /** Of the words that the other passage says too, the share that no partner accounts for: 0 to 1. */
  freshShare(passage: number, other: number): number {
    const explained = this.explained.get(passage)
    if (!explained) return 1
    const { coverage } = this
    const terms = coverage.termsOf(passage)
    let shared = 0
    let fresh = 0
    for (let i = 0; i < terms.length; i++) {
      const strength = coverage.strengthOf(terms[i]!, other)
      if (strength === 0) continue
      const weight = coverage.weightOf(terms[i]!)
      shared += weight * strength
      fresh += weight * Math.max(0, strength - explained[i]!)
    }
    return shared > 0 ? fresh / shared : 0
  }
}
