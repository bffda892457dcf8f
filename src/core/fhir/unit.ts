/** UCUM atoms that people write otherwise. Whatever is not here stays as it was sent. */
const ATOMS: ReadonlyMap<string, string> = new Map([
  ['1', ''],
  ['mm[Hg]', 'mmHg'],
  ['cm[H2O]', 'cmH₂O'],
  ['Cel', '°C'],
  ['[degF]', '°F'],
  ['[in_i]', 'in'],
  ['[in_us]', 'in'],
  ['[ft_i]', 'ft'],
  ['[ft_us]', 'ft'],
  ['[lb_av]', 'lb'],
  ['[oz_av]', 'oz'],
  ['[foz_us]', 'fl oz'],
  ['[tsp_us]', 'tsp'],
  ['[tbs_us]', 'tbsp'],
  ['[drp]', 'drops'],
  ['[IU]', 'IU'],
  ['m[IU]', 'mIU'],
  ['u[IU]', 'µIU'],
  ['k[IU]', 'kIU'],
  ['[iU]', 'IU'],
  ['m[iU]', 'mIU'],
  ["[arb'U]", 'arb. units'],
  ['[CFU]', 'CFU'],
  ['[pH]', 'pH'],
  ['[diop]', 'dpt'],
  ['[ppm]', 'ppm'],
  ['[ppb]', 'ppb'],
  ['ug', 'µg'],
  ['uL', 'µL'],
  ['ul', 'µL'],
  ['um', 'µm'],
  ['umol', 'µmol'],
  ['uU', 'µU'],
  ['uS', 'µS'],
  ['m2', 'm²'],
  ['m3', 'm³'],
  ['cm2', 'cm²'],
  ['cm3', 'cm³'],
  ['mm2', 'mm²'],
  ['mm3', 'mm³'],
  ['deg', '°'],
])

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const known = new Map<string, string>()
/** Units that are remembered; a record has a few dozen. */
const MAXIMUM_KNOWN = 500

/** A unit as people write it: `mm[Hg]` → mmHg, `10*3/uL` → ×10³/µL, `mL/min/{1.73_m2}` → mL/min/1.73 m². */
export function prettyUnit(unit: string): string {
  const before = known.get(unit)
  if (before !== undefined) return before
  const pretty = unit.split('/').map(prettyFactor).join('/')
  if (known.size < MAXIMUM_KNOWN && unit.length < 100) known.set(unit, pretty)
  return pretty
}

function prettyFactor(factor: string, index: number): string {
  const power = /^10[*^](\d{1,2})$/.exec(factor)?.[1]
  if (power !== undefined) {
    const raised = `10${power.replaceAll(/\d/g, (digit) => SUPERSCRIPT[Number(digit)] ?? digit)}`
    return index === 0 ? `×${raised}` : raised
  }
  const annotation = /^\{([^{}]+)\}$/.exec(factor)?.[1]
  if (annotation !== undefined) return prettyAnnotation(annotation)
  // In front, "1" means nothing: "16 1/min" would read as 161 a minute.
  if (factor === '1' && index > 0) return factor
  return (
    ATOMS.get(factor) ?? factor.replace(/\{([^{}]+)\}$/, (_, words: string) => ` ${prettyAnnotation(words)}`)
  )
}

const prettyAnnotation = (words: string): string => words.replaceAll('_', ' ').replaceAll(/\bm2\b/g, 'm²')
