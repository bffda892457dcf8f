import { codingsOf } from '../../core/fhir/code'
import { text } from '../../core/fhir/shape'

/**
 * What two results have in common when they are of the same test: a LOINC code, else the first code that has a system,
 * else the words. `undefined` for a test that nobody named.
 */
export function testKey(code: unknown, label: string | undefined): string | undefined {
  const codings = codingsOf(code).flatMap((coding) => {
    const [system, value] = [text(coding['system'])?.split('|')[0], text(coding['code'])]
    return system === undefined || value === undefined ? [] : { system, value }
  })
  const best = codings.find(({ system }) => /loinc/i.test(system)) ?? codings[0]
  return best ? `${best.system}|${best.value}` : label?.toLowerCase()
}
