/** When a reader is asked before a link is opened. */
export const ASKING = ['never', 'unknown-hosts', 'always'] as const

/** How links are opened, and who is said to open them. No address of the page can set any of it. */
export interface LinkConfig {
  /**
   * Who is asking, in words, as the sender of a link will see it, such as "Lakeside Clinic, front desk". Empty:
   * "SHX viewer" and the host of the page.
   */
  readonly recipient: string
  /**
   * Whether the reader is asked, with host, label and recipient in view, before a link's server is asked for anything.
   * never: nobody is kept waiting · unknown-hosts: unless the host is one of `knownHosts` · always. A passcode that is
   * given counts as a yes: its form says the same.
   */
  readonly askBeforeOpening: (typeof ASKING)[number]
  /** Hosts of link servers that `unknown-hosts` does not ask about, such as `links.example.org`; with a port where there is one. */
  readonly knownHosts: readonly string[]
  /** Seconds without a byte after which a request is given up. */
  readonly requestTimeoutSeconds: number
}

export const links: LinkConfig = {
  recipient: '',
  askBeforeOpening: 'never',
  knownHosts: [],
  requestTimeoutSeconds: 30,
}
