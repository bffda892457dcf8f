/** One press of a key, as a browser reports it. A barcode scanner is a keyboard that types very fast. */
export interface Stroke {
  /** What the key typed on this computer's layout: `KeyboardEvent.key`. */
  readonly key: string
  /** Which key it was, whatever it typed: `KeyboardEvent.code`. Empty where a remote desktop hides it. */
  readonly code: string
  /** Milliseconds since any fixed moment. */
  readonly time: number
  readonly shift: boolean
  readonly altGraph: boolean
  /** Control or Command. */
  readonly control: boolean
  readonly alt: boolean
  readonly capsLock: boolean
  /** The key is being held down. */
  readonly repeat: boolean
  /** An input method is putting characters together. */
  readonly composing: boolean
}

/**
 * text: types a character · alt-digit: one digit of a character that is typed by its number, Alt held down · silent:
 * types nothing by itself · control: a character that cannot be printed, or a function key · end: Enter or Tab · hand:
 * nothing that a scanner sends.
 */
export type Role = 'text' | 'alt-digit' | 'silent' | 'control' | 'end' | 'hand'

const SILENT: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'ScrollLock',
])

const isNumpadDigit = (code: string): boolean => /^Numpad\d$/.test(code)

/** What a stroke means when a scanner sent it. A held key is a hand's, except for Shift and its like. */
export function roleOf(stroke: Stroke): Role {
  const { key, code, shift } = stroke
  if (SILENT.has(key)) return 'silent'
  if (stroke.composing || stroke.repeat || key === 'Process') return 'hand'
  if (key === 'Enter' || key === 'Tab') return shift || stroke.alt || stroke.control ? 'hand' : 'end'
  if (stroke.alt && isNumpadDigit(code)) return 'alt-digit'
  if (/^F\d+$/.test(key)) return 'control'
  const types = isOneCharacter(key) || key === 'Dead' || isNumpadDigit(code)
  if (!types) return 'hand'
  return stroke.control || stroke.alt || key < ' ' ? 'control' : 'text'
}

/** True for what types, and false for names of keys such as `Home`. */
export const isOneCharacter = (key: string): boolean => /^.$/su.test(key)

/**
 * The text of strokes, each character by `characterOf`. Characters that were typed by number come out as themselves;
 * those that cannot be printed are left out, and Enter and Tab become line breaks.
 */
export function textFrom(strokes: readonly Stroke[], characterOf: (stroke: Stroke) => string): string {
  let text = ''
  let number = ''
  for (const stroke of strokes) {
    const role = roleOf({ ...stroke, repeat: false })
    if (role === 'alt-digit') {
      number += stroke.code.slice(-1)
      continue
    }
    text += characterByNumber(number)
    number = ''
    if (role === 'text') text += characterOf(stroke)
    if (role === 'end') text += '\n'
  }
  return text + characterByNumber(number)
}

/** Windows types the character of a number that is entered with Alt; up to 126 all its tables agree. */
function characterByNumber(digits: string): string {
  const code = Number(digits)
  return digits !== '' && code >= 32 && code <= 126 ? String.fromCharCode(code) : ''
}

/** What this computer made of a stroke; a key that waits for another one types nothing yet. */
export const typedCharacter = ({ key, code }: Stroke): string =>
  isOneCharacter(key) ? key : isNumpadDigit(code) ? code.slice(-1) : ''

/** Strokes that count as characters when speed is measured. */
export const isCounted = (stroke: Stroke): boolean => {
  const role = roleOf({ ...stroke, repeat: false })
  return role === 'text' || role === 'alt-digit'
}

/** Milliseconds between counted strokes. */
export function gapsOf(strokes: readonly Stroke[]): readonly number[] {
  const times = strokes.filter(isCounted).map(({ time }) => time)
  return times.slice(1).map((time, at) => time - (times[at] ?? time))
}

/** The middle one; 0 when there is none. Half of the gaps may be anything without changing it much. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
