/** pdf, jpeg: the record as it is shown, as a document or a picture · received: the card or the FHIR data as it came. */
export const SAVE_FORMS = ['pdf', 'jpeg', 'received'] as const
export type SaveForm = (typeof SAVE_FORMS)[number]

/** An EHR that may launch the viewer. */
export interface Ehr {
  /** Address of its FHIR server, as it stands in `iss` when it launches. */
  readonly issuer: string
  /** What the viewer calls it. Default: its host. */
  readonly label?: string
  /** The id that this EHR gave the viewer when it was registered. Never a secret: it is public. */
  readonly clientId: string
  /** Scopes to ask for instead of the viewer's own, by the version of the scopes that the EHR has; blanks between them. */
  readonly scopes?: { readonly v1?: string; readonly v2?: string }
  /** Origins of its sign-in and token addresses, where they are not the issuer's. */
  readonly endpointOrigins?: readonly string[]
  /** Forms in which it takes a record that is saved to a chart. Default: PDF alone, which Oracle Health insists on. */
  readonly saveForms?: readonly SaveForm[]
}

/** Which EHRs may launch the viewer. No address of the page can set it. */
export interface EhrConfig {
  /**
   * EHRs that may launch the viewer, each with the address of its FHIR server (`issuer`), the id that it gave the viewer
   * (`clientId`) and, where wanted, a name to show (`label`), its own scopes (`scopes`, for version 1 and 2 of SMART's
   * scopes, without wildcards) and the origins of its sign-in and token addresses where they are not the issuer's
   * (`endpointOrigins`). `saveForms` has the forms in which this EHR takes a record that is saved to the chart, default
   * `["pdf"]`: also `jpeg` for a picture, and `received` for the card or the FHIR data as it came, beside the PDF or picture.
   * A launch by any other server is refused. See ehr.md. Empty: nobody launches the viewer.
   */
  readonly ehrs: readonly Ehr[]
}

export const ehrs: EhrConfig = { ehrs: [] }
