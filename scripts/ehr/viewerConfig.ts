import { CLIENT_ID } from './server'

/** What a deployment writes into its `config.json` for this EHR to launch it. */
export const viewerConfig = (issuer: string) => ({
  ehrs: [{ issuer, clientId: CLIENT_ID, label: 'Larkspur EHR' }],
  features: { recordInspector: true, ehrClientFromAddress: true },
})
