import { appearance, type AppearanceConfig } from './appearance'
import { camera, type CameraConfig } from './camera'
import { copying, type CopyingConfig } from './copying'
import { desk, type DeskConfig } from './desk'
import { dictionaries, type DictionaryConfig } from './dictionaries'
import { ehrs, type EhrConfig } from './ehrs'
import { features, type FeatureConfig } from './features'
import { framing, type FramingConfig } from './framing'
import { links, type LinkConfig } from './links'
import { screens, type ScreenConfig } from './screens'
import { trust, type TrustConfig } from './trust'

/**
 * Everything a deployment decides. Read once at start and then frozen.
 *
 * A group of keys is a file with their types, which carry the words of `docs/configuration.md`, and their defaults; what
 * reads them is a file of the same name below `read/`, which is loaded only where a deployment sets something.
 */
export type Config = TrustConfig &
  LinkConfig &
  ScreenConfig &
  AppearanceConfig &
  FeatureConfig &
  FramingConfig &
  CameraConfig &
  CopyingConfig &
  DeskConfig &
  DictionaryConfig &
  EhrConfig

export const DEFAULT_CONFIG: Config = Object.freeze({
  ...trust,
  ...links,
  ...screens,
  ...appearance,
  ...features,
  ...framing,
  ...camera,
  ...copying,
  ...desk,
  ...dictionaries,
  ...ehrs,
})

/** What would have been usable for a key. */
export type Expected =
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: Expected }
  | { readonly kind: 'object'; readonly keys: readonly string[] }
  | { readonly kind: 'by-language'; readonly longest: number }
  | { readonly kind: 'address' }
  | { readonly kind: 'host' }
  | { readonly kind: 'origin' }
  | { readonly kind: 'server' }
  | { readonly kind: 'scopes' }
  | { readonly kind: 'own-file' }
  | { readonly kind: 'colour' }
  /** A colour that can be read. `found` and `least` are contrasts, in full "to 1"; `surface` is the colour it was compared with. */
  | {
      readonly kind: 'contrast'
      readonly surface: string
      readonly found: number
      readonly least: number
    }
  | { readonly kind: 'json' }

/** A value that could not be used; its default holds. Shown to whoever set the viewer up. */
export interface Refusal {
  /** Where it stands, such as `features.samples` or `hosts.cards.example.org.title`. */
  readonly path: string
  readonly expected: Expected
  /** What stands there, as JSON, shortened. Empty for what came from the address of the page: anybody may have written it. */
  readonly given: string
}

export interface ParsedConfig {
  readonly config: Config
  readonly rejected: readonly Refusal[]
}
