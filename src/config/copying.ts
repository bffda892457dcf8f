import type { Language } from '../i18n/language'

/** What can stand among the values of an insurance card, in the order in which a front desk types them. */
export const COPY_FIELDS = [
  'payer',
  'payerId',
  'plan',
  'planName',
  'subplan',
  'subplanName',
  'planType',
  'memberId',
  'subscriberId',
  'dependent',
  'otherId',
  'group',
  'groupName',
  'subgroup',
  'subgroupName',
  'subscriber',
  'subscriberBorn',
  'policyHolder',
  'insured',
  'insuredBorn',
  'relationship',
  'period',
  'start',
  'end',
  'force',
  'rxbin',
  'rxpcn',
  'rxgroup',
  'rxid',
  'rxiin',
  'class',
  'className',
  'gpvisit',
  'spvisit',
  'urgentcare',
  'emergency',
  'provider',
  'PAYOR',
  'pharma',
  'order',
  'network',
  'issued',
  'updated',
] as const

/** One line of what "Copy all" copies. */
export interface CopyField {
  readonly field: (typeof COPY_FIELDS)[number]
  /** What it is called there; the card's own label where there is none. */
  readonly label?: Readonly<Partial<Record<Language, string>>>
}

/** What is copied. */
export interface CopyingConfig {
  /**
   * What "Copy all" on an insurance card copies, and in which order: a list such as
   * `[{ "field": "memberId" }, { "field": "rxbin", "label": "BIN" }]`. A label may be one for all languages, or one for
   * each, such as `{ "en": "Group no.", "es": "N.º de grupo" }`. What a card does not state is left out; what it states
   * several times is copied as often. Fields: `payer`, `payerId`, `plan`, `planName`, `subplan`, `subplanName`, `planType`,
   * `memberId`, `subscriberId`, `dependent`, `otherId`, `group`, `groupName`, `subgroup`, `subgroupName`, `subscriber`,
   * `subscriberBorn`, `policyHolder`, `insured`, `insuredBorn`, `relationship`, `period`, `start`, `end`, `force` (whether
   * the coverage is in force), `rxbin`, `rxpcn`, `rxgroup`, `rxid`, `rxiin`, `class`, `className`, the costs `gpvisit`,
   * `spvisit`, `urgentcare` and `emergency`, the contacts `provider`, `PAYOR` and `pharma`, `order`, `network`, `issued`,
   * `updated`. Empty: everything a form asks for, in the usual order.
   */
  readonly copyFields: readonly CopyField[]
}

export const copying: CopyingConfig = { copyFields: [] }
