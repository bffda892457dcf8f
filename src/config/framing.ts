/** Who may show the viewer inside a page of theirs. No address of the page can set it. */
export interface FramingConfig {
  /**
   * Origins of pages that may show the viewer in a frame, such as `https://ehr.example.org` or
   * `https://*.example.org`. Empty: nobody may. Only a header can keep a browser from framing a page, so this takes
   * effect when the headers are made from it: `npm run build` puts them into the folder for hosts that read them there,
   * and `npm run deploy:headers` makes those of the others (see deploying.md).
   */
  readonly frameAncestors: readonly string[]
}

export const framing: FramingConfig = { frameAncestors: [] }
