import type { DraftBlock } from '../draft.js'
import { isLabelWord } from '../labels.js'
import { countWords } from '../line-shape.js'
import { findPerson } from './names.js'

/** A block that opens with something that may be a speaker's name. */
interface Turn {
  block: DraftBlock
  /** As it stands there, without a role in brackets. */
  name: string
  speaker?: string
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*"
const OPENING = new RegExp(
  `^(${NAME}(?: (?:${NAME}|von|van|de|der|den|di|da|du|la|le|zu)){0,3})(?: ?\\([^()]{1,40}\\))? ?:(?= |$)`,
  'u',
)
const QUESTION = new Set(['Q', 'F', 'Frage', 'Question', 'FRAGE', 'QUESTION'])
const ANSWER = new Set(['A', 'Antwort', 'Answer', 'ANTWORT', 'ANSWER'])
/** Words that take a name before a colon out of the suspicion of being a label with a value. */
const SPOKEN_WORDS = 8
const ASIDE = /^[[(].*[\])]$/su
const CREDIT = /^(?:Das (?:Gespräch|Interview) führte|Interview(?:ed)? by|Translated by|Übersetz)/u

/**
 * Gives the blocks of a transcript their speakers: each turn and the paragraphs after it, up to the
 * next turn, heading or rule. A name counts where front matter has it or where it speaks twice.
 */
export function markTurns(blocks: DraftBlock[], speakers: readonly string[]): void {
  const turns = findTurns(blocks)
  certify(turns, speakers)
  let speaker: string | undefined
  for (const block of blocks) {
    const turn = turns.get(block)
    if (turn) speaker = turn.speaker
    else if (block.type === 'heading' || block.afterRule) speaker = undefined
    if (turn?.speaker !== undefined && block.marker === undefined) block.type = 'paragraph'
    if (speaker !== undefined && (turn || isSpeech(block))) block.speaker = speaker
  }
}

function findTurns(blocks: DraftBlock[]): Map<DraftBlock, Turn> {
  const turns = new Map<DraftBlock, Turn>()
  for (const block of blocks) {
    const name = block.type === 'heading' ? undefined : OPENING.exec(block.content.text)?.[1]
    if (name !== undefined) turns.set(block, { block, name })
  }
  return turns
}

function isSpeech(block: DraftBlock): boolean {
  const { text } = block.content
  return block.type === 'paragraph' && !ASIDE.test(text) && !CREDIT.test(text)
}

function certify(found: Map<DraftBlock, Turn>, speakers: readonly string[]): void {
  const turns = [...found.values()]
  certifyQuestions(turns)
  for (const [name, own] of groupByName(turns)) {
    const speaker = findPerson(name, speakers) ?? (speaksTwice(name, own) ? name : undefined)
    if (speaker !== undefined) for (const turn of own) turn.speaker ??= speaker
  }
  certifyBetween(turns)
}

function groupByName(turns: Turn[]): Map<string, Turn[]> {
  const groups = new Map<string, Turn[]>()
  for (const turn of turns) {
    const group = groups.get(turn.name)
    if (group) group.push(turn)
    else groups.set(turn.name, [turn])
  }
  return groups
}

/** `Q:` and `A:` mean question and answer only where both occur. */
function certifyQuestions(turns: Turn[]): void {
  const asks = turns.some((turn) => QUESTION.has(turn.name))
  const answers = turns.some((turn) => ANSWER.has(turn.name))
  if (!asks || !answers) return
  for (const turn of turns) {
    if (QUESTION.has(turn.name)) turn.speaker = 'Q'
    if (ANSWER.has(turn.name)) turn.speaker = 'A'
  }
}

function speaksTwice(name: string, own: Turn[]): boolean {
  if (isLabelWord(name) || name.length < 2 || own.length < 2) return false
  return own.filter(isSpoken).length * 2 > own.length
}

/** Says something, where a label has a value; a name alone on its line is spoken below. */
function isSpoken(turn: Turn): boolean {
  const said = turn.block.content.text.replace(OPENING, '').trim()
  return said === '' || /[.!?…]["'»«”“’)]*$/u.test(said) || countWords(said) >= SPOKEN_WORDS
}

/** Someone who speaks only once, between people who are certain, and is written as they are. */
function certifyBetween(turns: Turn[]): void {
  const certain = turns.flatMap((turn, at) => (turn.speaker === undefined ? [] : [at]))
  const style = new Set(certain.map((at) => isUpperCase(turns[at]!.name)))
  for (const turn of turns.slice(certain[0] ?? turns.length, certain.at(-1))) {
    if (turn.speaker !== undefined || isLabelWord(turn.name) || !isSpoken(turn)) continue
    if (turn.name.length > 1 && style.has(isUpperCase(turn.name))) turn.speaker = turn.name
  }
}

function isUpperCase(name: string): boolean {
  return name === name.toUpperCase()
}
