/** Something of others, with the text of its licence. */
export interface Part {
  readonly name: string
  readonly version?: string
  readonly licence: string
  readonly text?: string
}
