import { measureExtra, pairsOf } from './extras.js'
import { KINDS, type Kind } from './kinds.js'
import { quantiles } from './quantiles.js'
import { Questions, type Sample } from './questions.js'
import type { Latency, Result, SystemResult, Times } from './results.js'
import type { Ask, System } from './system.js'
import { type Duration, SystemFailure, type SystemProcess } from './system-process.js'
import { FUNDSTELLE } from './systems.js'
import { fewOthers, LARGE_PASSAGES, othersOf, warmUp } from './warm-up.js'

/** A system that can be asked, and what is known of it so far. */
export interface Candidate {
  system: System
  process: SystemProcess
  result: SystemResult
}

/** Questions of each kind that are asked in turn but not counted: a system has rested before. */
const IN_TURN = 5
/** In a row, those for warming up are asked again for so long, by the time that a system takes itself, in milliseconds; so many at least. */
const SMALL_MS = 30
const LARGE_MS = 1_000
const IN_A_ROW = 10
/** A system that needs more time for a kind of questions, in milliseconds, is asked no more of it. */
const PATIENCE = 60_000

/** Questions that are asked with an extra, and as many without, for each of a kind that are asked in a row. */
const WITH_EXTRAS = 4

type Answered = Duration & { hits: number }

/** What is asked, and of how much. */
export interface Asked {
  passages: number
  /** Some of them. */
  samples: readonly Sample[]
  /** Questions of each kind that are measured. */
  count: number
}

/**
 * Warms the systems up, one after the other, then asks all of them, one question after the other: one of each kind in turn, and each goes to every system before the
 * next. Who is first changes from question to question. So whatever else the machine does, it does it to all of them.
 * Then all are asked once more, in the same way. Then each system is asked others in a row, kind by kind, as a process is that has much to do. At last Fundstelle is
 * asked with an extra and without, in turn.
 */
export async function measure(
  candidates: readonly Candidate[],
  { passages, samples, count }: Asked,
  report: (text: string) => void,
): Promise<Pick<Result, 'fewOthers'>> {
  const questions = new Questions(samples)
  const series = KINDS.map((kind) => {
    const asks = questions.draw(kind, IN_TURN + count + count)
    return new KindSeries(kind, asks.slice(0, IN_TURN + count), asks.slice(IN_TURN + count))
  })
  const others = series.map(({ kind, asks, inARow }) =>
    othersOf(kind, questions, [...asks, ...inARow]),
  )
  const time = passages < LARGE_PASSAGES ? SMALL_MS : LARGE_MS
  for (const candidate of candidates) {
    const { process, result } = candidate
    if (result.leftOut !== null) continue
    report(`warming up ${result.name}`)
    await warmUp(candidate, others, passages, (ask) => answerOf(process, ask, result))
  }
  let tenths = 0
  const turns = IN_TURN + 2 * count
  for (let turn = 0; turn < turns; turn++) {
    for (const own of series) await own.askAll(rotated(candidates, turn), turn)
    if ((10 * (turn + 1)) / turns >= tenths + 1) report(`asked ${10 * ++tenths} % of the questions`)
  }
  report('asking in a row')
  for (const [turn, own] of series.entries())
    for (const candidate of rotated(candidates, turn))
      await own.askInARow(candidate, others[turn]!.asks, time)
  const asked = series.map(({ asks, inARow }) => [...asks, ...inARow])
  const pairs = pairsOf(questions, others, asked, WITH_EXTRAS * count)
  for (const { system, process, result } of candidates) {
    if (system.index !== FUNDSTELLE.index || result.leftOut !== null) continue
    report(`asking ${result.name} with extras and without`)
    const own = pairs.filter(({ extra }) => system.answers(extra.kind))
    result.extras = []
    for (const pair of own)
      result.extras.push(await measureExtra(pair, (ask) => answerOf(process, ask, result)))
  }
  for (const own of series)
    for (const { result } of candidates) result.latencies.push(...own.latencyOf(result))
  return { fewOthers: fewOthers(others) }
}

/** The questions of one kind, and how they were answered. */
class KindSeries {
  private readonly answers = new Map<SystemResult, Answered[]>()
  private readonly answersInARow = new Map<SystemResult, Answered[]>()
  private readonly spent = new Map<SystemResult, number>()

  /** @param inARow Asked of each system by itself. */
  constructor(
    readonly kind: Kind,
    readonly asks: readonly Ask[],
    readonly inARow: readonly Ask[],
  ) {}

  /** @param turn From the number of questions on, those after the first ones come again. */
  async askAll(candidates: readonly Candidate[], turn: number): Promise<void> {
    const ask = this.asks[turn] ?? this.asks[turn - this.counted]!
    for (const candidate of candidates) {
      const answered = await this.ask(candidate, ask)
      if (!answered) continue
      const own = this.answers.get(candidate.result) ?? []
      own[turn] = answered
      this.answers.set(candidate.result, own)
    }
  }

  /** @param before Asked before, but not counted, until `time` has passed, in milliseconds. */
  async askInARow(candidate: Candidate, before: readonly Ask[], time: number): Promise<void> {
    let spent = 0
    for (const [place, ask] of before.entries()) {
      if (place >= IN_A_ROW && spent >= time) break
      spent += (await this.ask(candidate, ask))?.wall ?? 0
    }
    const own: Answered[] = []
    for (const ask of this.inARow) {
      const answered = await this.ask(candidate, ask)
      if (answered) own.push(answered)
    }
    this.answersInARow.set(candidate.result, own)
  }

  /** Null where it has no answer, or has had its time. */
  private async ask({ system, process, result }: Candidate, ask: Ask): Promise<Answered | null> {
    const time = this.spent.get(result) ?? 0
    if (result.leftOut !== null || time > PATIENCE || !system.answers(this.kind)) return null
    const answered = await answerOf(process, ask, result)
    this.spent.set(result, time + (answered?.wall ?? 0))
    return answered
  }

  /** Of the questions after the first ones; nothing for a system that was not asked them. */
  latencyOf(result: SystemResult): Latency[] {
    const answers = this.answers.get(result) ?? []
    const first = answers.slice(IN_TURN, this.asks.length)
    const again = answers.slice(this.asks.length)
    const row = this.answersInARow.get(result) ?? []
    if (first.length === 0) return []
    return [
      {
        kind: this.kind.name,
        asked: first.length,
        answered: first.filter(({ hits }) => hits > 0).length / first.length,
        first: timesOf(first),
        again: again.length > 0 ? timesOf(again) : null,
        row: row.length > 0 ? timesOf(row) : null,
      },
    ]
  }

  private get counted(): number {
    return this.asks.length - IN_TURN
  }
}

function timesOf(answers: readonly Answered[]): Times {
  return {
    cpu: quantiles(answers.map(({ cpu }) => cpu)),
    wall: quantiles(answers.map(({ wall }) => wall)),
  }
}

/** Null where the system has come to its end. */
async function answerOf(process: SystemProcess, ask: Ask, result: SystemResult) {
  try {
    const answered = await process.ask(ask)
    if (result.use) result.use.firstQuery ??= answered.wall
    return answered
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error
    result.leftOut = `while asked “${ask.words.join(' ')}”: ${error.message}`
    return null
  }
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const place = by % Math.max(1, list.length)
  return [...list.slice(place), ...list.slice(0, place)]
}
