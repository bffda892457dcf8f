/** What a deployment may switch off. */
export interface FeatureConfig {
  /** Parts of the viewer that are offered, each `true` or `false`; one that is not named keeps its default. */
  readonly features: Features
}

export interface Features {
  /** Made-up cards and links to try, on the first screen and under About. */
  readonly samples: boolean
}

export const features: FeatureConfig = { features: { samples: true } }
