import { canonicalCode, canonicalSystem } from '../../core/codes/codeSystems'
import { codingsOf } from '../../core/fhir/code'
import { text } from '../../core/fhir/shape'

const CVX = 'http://hl7.org/fhir/sid/cvx'
const SNOMED = 'http://snomed.info/sct'

/**
 * Which vaccines protect against which disease, by CVX code; a combined vaccine stands under each. Immune globulins
 * and skin tests are no vaccines and stand nowhere. Source: the vaccine groups of the CDC (`rpt=vg`), with combined
 * groups taken apart, and the names of the codes as of 2025-09-03.
 */
const CODES = {
  covid: `207 208 210 211 212 213 217 218 219 221 225 226 227 228 229 230 300 301 302 308 309 310 311 312 313 500 501
    502 503 504 505 506 507 508 509 510 511 512 513 514 515 516 517 518 519 520 521`,
  influenza: `15 16 88 111 125 126 127 128 135 140 141 144 149 150 151 153 155 158 161 166 168 171 185 186 194 197 200
    201 202 205 231 320 331 333`,
  avianInfluenza: '123 160 321 322 323',
  rsv: '93 145 303 304 305 306 307 314 315 326 332',
  pneumococcal: '33 100 109 133 152 177 215 216 327',
  tetanus: '01 09 20 22 28 35 50 102 106 107 110 112 113 115 120 130 132 138 139 142 146 170 195 196 198',
  diphtheria: '01 09 20 22 28 50 102 106 107 110 113 115 120 130 132 138 139 146 170 195 196 198',
  pertussis: '01 11 20 22 50 102 106 107 110 115 120 130 132 146 170 198',
  polio: '02 10 89 110 120 130 132 146 170 178 179 182 195 324',
  hib: '17 22 46 47 48 49 50 51 102 120 132 146 148 170 198',
  hepatitisB: '08 42 43 44 45 51 102 104 110 132 146 189 193 198 220',
  hepatitisA: '31 52 83 84 85 104 169 193',
  measles: '03 04 05 94',
  mumps: '03 07 38 94',
  rubella: '03 04 06 38 94',
  varicella: '21 94',
  zoster: '121 187 188',
  meningococcal: '32 103 108 114 136 147 148 162 163 164 167 191 192 203 316 328',
  hpv: '62 118 137 165',
  rotavirus: '74 116 119 122',
  rabies: '18 40 90 175 176',
  typhoid: '25 41 53 91 101 190',
  cholera: '26 172 173 174',
  yellowFever: '37 183 184',
  japaneseEncephalitis: '39 129 134',
  tickBorneEncephalitis: '77 222 223 224',
  smallpox: '75 105 206 325',
  mpox: '75 206 325',
  tuberculosis: '19',
  anthrax: '24 318 319',
  dengue: '56 330',
  chikungunya: '317 329',
  ebola: '204 214',
} as const

export type Disease = keyof typeof CODES

/** The same diseases by SNOMED CT code, as records name what a vaccine was given against. */
const TARGETS = {
  covid: '840539006',
  influenza: '6142004',
  avianInfluenza: '55604004',
  rsv: '55735004',
  pneumococcal: '16814004',
  tetanus: '76902006',
  diphtheria: '397428000 397430003',
  pertussis: '27836007',
  polio: '398102009',
  hib: '709410003',
  hepatitisB: '66071002',
  hepatitisA: '40468003',
  measles: '14189004',
  mumps: '36989005',
  rubella: '36653000',
  varicella: '38907003',
  zoster: '4740000',
  meningococcal: '23511006',
  hpv: '240532009',
  rotavirus: '18624000',
  rabies: '14168008',
  typhoid: '4834000',
  cholera: '63650001',
  yellowFever: '16541001',
  japaneseEncephalitis: '52947006',
  tickBorneEncephalitis: '712986001',
  smallpox: '67924001',
  mpox: '359814004',
  tuberculosis: '56717001',
  anthrax: '409498004',
  dengue: '38362002',
  chikungunya: '111864006',
  ebola: '37109004',
} as const satisfies Record<Disease, string>

/** The SNOMED CT code that a disease has its words by. */
export const codeOf = (disease: Disease): string => TARGETS[disease].split(' ')[0] ?? ''

type Index = ReadonlyMap<string, readonly Disease[]>

const indexOf = (codes: Record<Disease, string>): Index =>
  Object.entries(codes).reduce((known, [disease, own]) => {
    for (const code of own.split(/\s+/)) known.set(code, [...(known.get(code) ?? []), disease as Disease])
    return known
  }, new Map<string, readonly Disease[]>())

const [BY_CVX, BY_SNOMED] = [indexOf(CODES), indexOf(TARGETS)]

/** What a vaccine protects against, as far as its CVX codes tell; empty when they do not. */
export const diseasesOf = (vaccineCode: unknown): readonly Disease[] => found(vaccineCode, CVX, BY_CVX)

/** Which of these diseases a SNOMED CT code names: of the target that a record states itself. */
export const targetsOf = (targetDisease: unknown): readonly Disease[] =>
  found(targetDisease, SNOMED, BY_SNOMED)

function found(concept: unknown, list: string, index: Index): readonly Disease[] {
  const diseases = codingsOf(concept).flatMap(({ system, code }) => {
    const [address, sent] = [text(system), text(code)]
    if (address === undefined || sent === undefined || canonicalSystem(address) !== list) return []
    return index.get(canonicalCode(list, sent)) ?? []
  })
  return [...new Set(diseases)]
}
