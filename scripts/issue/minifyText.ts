import { isRecord } from '../../src/core/encoding'
import { minifyBundle } from '../samples/minifyBundle'

/** A text of JSON, or a number outside of texts. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?/g

/**
 * Minifies a bundle's JSON text for one QR code without touching a number: a measured `7.0` says more than `7`, and
 * parsing would forget it. Numbers travel as marked texts and come out as they were written.
 */
export function minifyText(bundle: string): string {
  const mark = unusedMark(bundle)
  const marked = bundle.replaceAll(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') ? token : JSON.stringify(mark + token),
  )
  const minified = JSON.stringify(minifyBundle(JSON.parse(marked)))
  return minified.replaceAll(new RegExp(`"${mark}([^"]*)"`, 'g'), '$1')
}

/** A beginning that no text of the bundle has, however its letters are written there. */
function unusedMark(bundle: string): string {
  const plain = JSON.stringify(JSON.parse(bundle))
  let mark = '#'
  while (plain.includes(mark)) mark += '#'
  return mark
}

/** True for the JSON text of a FHIR Bundle. */
export function isBundleText(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text)
    return isRecord(json) && json['resourceType'] === 'Bundle'
  } catch {
    return false
  }
}
