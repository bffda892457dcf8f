import type { FeatureConfig, Features } from '../features'
import { parts, yesOrNo, type Readers } from './reader'

export const features: Readers<FeatureConfig> = {
  features: parts<Features>({
    samples: yesOrNo,
    camera: yesOrNo,
    files: yesOrNo,
    save: yesOrNo,
    issuerCheck: yesOrNo,
    liveConnections: yesOrNo,
    share: yesOrNo,
    recordSearch: yesOrNo,
    saveToRecord: yesOrNo,
    recordInspector: yesOrNo,
    ehrClientFromAddress: yesOrNo,
  }),
}
