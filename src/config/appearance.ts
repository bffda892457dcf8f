import type { Language } from '../i18n/language'

/** What the viewer looks like at a deployment. */
export interface AppearanceConfig {
  /** The name in the header and of the browser's tab. Empty: "SHX Viewer". */
  readonly title: string
  /**
   * A picture beside the name: the address of a file on the viewer's own host, relative to the page, such as
   * `branding/logo.svg`. It is shown 32 pixels high. Empty: none.
   */
  readonly logo: string
  /**
   * The colour of headings, buttons and marks, as `#rrggbb`: `light` and `dark` follow the device. One that is hard to
   * read on the surfaces of its scheme (contrast below 4.5 to 1) is refused. Empty: the viewer's own blue.
   */
  readonly colours: Colours
  /**
   * A text at the foot of every screen, above the sentence about privacy: one for all languages, or one for each, such as
   * `{ "en": "…", "es": "…" }`; a language without one gets the English one. Empty: none.
   */
  readonly footer: Footer
}

/** Colours as `#rrggbb`, or empty. */
export interface Colours {
  readonly light: string
  readonly dark: string
}

export type Footer = Readonly<Partial<Record<Language, string>>>

export const appearance: AppearanceConfig = {
  title: '',
  logo: '',
  colours: { light: '', dark: '' },
  footer: {},
}
