/** Who may show the viewer inside a page of theirs. No address of the page can set it. */
export interface FramingConfig {
  /**
   * Origins of pages that may show the viewer in a frame, such as `https://ehr.example.org` or
   * `https://*.example.org`. It takes effect through the header files that are made from it (see deploying.md): a page
   * cannot say it of itself. Empty: nobody may.
   */
  readonly frameAncestors: readonly string[]
}

export const framing: FramingConfig = { frameAncestors: [] }
