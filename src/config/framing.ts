/** Who may show the viewer inside a page of theirs. No address of the page can set it. */
export interface FramingConfig {
  /**
   * Origins of pages that may show the viewer in a frame, such as `https://ehr.example.org` or
   * `https://*.example.org`. A page cannot say it of itself: the host has to send it, as the header
   * `Content-Security-Policy: frame-ancestors` (see deploying.md). Empty: nobody may.
   */
  readonly frameAncestors: readonly string[]
}

export const framing: FramingConfig = { frameAncestors: [] }
