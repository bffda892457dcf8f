/** What a deployment may switch on and off. No address of the page can set it. */
export interface FeatureConfig {
  /**
   * Parts of the viewer that are offered, each `true` or `false`; one that is not named keeps its default. `samples`:
   * made-up cards and links to try. `camera`: scanning with a camera. `files`: choosing, dropping and pasting files.
   * `save`: saving the record or a document as a file. `issuerCheck`: asking an issuer on no list for its keys.
   * `liveConnections`: asking servers that a link lets its readers ask.
   * `share`: handing a card or a link on, as a code to be scanned or to another app. `recordSearch`: looking for cards and links among the documents of the chart, when
   * an EHR has launched the viewer. `saveToRecord`: saving what is shown to that chart; without it, no EHR is asked
   * for leave to write. `recordInspector`: reading any resource of that chart as JSON, for those who test.
   * `ehrClientFromAddress`: `?client=…` in the address of a launch takes the place of the configured `clientId`, for
   * sandboxes that hand out ids by the dozen.
   */
  readonly features: Features
}

export interface Features {
  /** Made-up cards and links to try, on the first screen and under About. */
  readonly samples: boolean
  /** Scanning with a camera: the Photo screen, and its test under About. */
  readonly camera: boolean
  /** Choosing, dropping and pasting files, and opening those that come from other apps. */
  readonly files: boolean
  /** Saving the record, or a document in it, as a file. */
  readonly save: boolean
  /** Asking an issuer on no list for its keys, which tells it that a card of its is looked at. */
  readonly issuerCheck: boolean
  /** Asking servers that a link lets its readers ask for the record itself. */
  readonly liveConnections: boolean
  /** Hands a card or a link on. */
  readonly share: boolean
  /** Looks for cards and links among the documents of the chart. */
  readonly recordSearch: boolean
  /** Saves what is shown to the chart; without it, no EHR is asked for leave to write. */
  readonly saveToRecord: boolean
  /** Reads any resource of the chart as JSON. */
  readonly recordInspector: boolean
  /** `?client=…` in the address of a launch takes the place of the configured `clientId`. */
  readonly ehrClientFromAddress: boolean
}

export const features: FeatureConfig = {
  features: {
    samples: true,
    camera: true,
    files: true,
    save: true,
    issuerCheck: true,
    liveConnections: true,
    share: true,
    recordSearch: true,
    saveToRecord: true,
    recordInspector: false,
    ehrClientFromAddress: false,
  },
}
