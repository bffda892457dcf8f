import { bytesFromBase64url, isRecord, jsonFromText, textFromBytes } from '../encoding'

/** A link by itself, bare or behind a viewer's address. */
const ALONE = /^(?:https?:\/\/[^\s#]*#)?shlink:\/[\w=-]+$/i

/**
 * The SMART Health Link in a text that was opened, to be handed on: to the letter where it came by itself, else as
 * `shlink:/…` without what stood around it. `undefined` where there is none.
 */
export function linkText(text: string): string | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (ALONE.test(trimmed)) return trimmed
  const plain = /shlink:/i.test(trimmed) ? trimmed : percentDecoded(trimmed)
  const body = /shlink:(?:\/|%2f){0,2}(.*)$/is.exec(plain)?.[1] ?? ''
  // A link that was broken over lines is whole without white space; one inside a sentence ends at the first blank.
  const encoded = [body.replaceAll(/\s+/g, ''), body].map((part) => /^[\w=-]*/.exec(part)?.[0] ?? '')
  const whole = encoded.find(isPayload)
  return whole === undefined ? undefined : `shlink:/${whole}`
}

function isPayload(encoded: string): boolean {
  const bytes = bytesFromBase64url(encoded)
  return isRecord(jsonFromText((bytes && textFromBytes(bytes)) ?? ''))
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
