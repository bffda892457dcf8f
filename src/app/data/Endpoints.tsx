import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { offeredEndpoints, type OfferedEndpoint } from '../../core/endpoints'
import type { OrganizedBundle } from '../../core/organizeResources'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { SafeLink } from '../../ui/SafeLink'
import { linkMessages } from './linkMessages'

export interface EndpointsProps {
  readonly bundle: OrganizedBundle
  readonly now: Date
}

/** Pages that the sender offers beside the record: named by where they lead, and never opened by themselves. */
export function Endpoints({ bundle, now }: EndpointsProps): ReactElement | null {
  const { language } = useLanguage()
  const t = linkMessages(language)
  const endpoints = offeredEndpoints(bundle, now)
  if (endpoints.length === 0) return null
  return (
    <Box sx={{ marginBlock: 2 }}>
      <Notice severity="info" title={t('endpointsTitle')}>
        <Box component="ul" sx={{ marginBlock: 0.5, paddingInlineStart: 2.5 }}>
          {endpoints.map((endpoint) => (
            <li key={`${endpoint.ref} ${endpoint.href}`} data-endpoint={endpoint.state}>
              <Endpoint endpoint={endpoint} />
            </li>
          ))}
        </Box>
        {t('endpointHint')}
      </Notice>
    </Box>
  )
}

function Endpoint({ endpoint }: { readonly endpoint: OfferedEndpoint }): ReactElement {
  const { language } = useLanguage()
  const t = linkMessages(language)
  const { name: stated, host, href, state } = endpoint
  const name = stated === undefined ? t('endpointUnnamed') : `“${stated}”`
  if (state !== 'current') return <bdi>{t(`endpoint_${state}`, { name, host })}</bdi>
  return (
    <SafeLink href={href}>
      <bdi>{t('endpointOpen', { name, host })}</bdi>
    </SafeLink>
  )
}
