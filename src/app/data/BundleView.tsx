import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId, useMemo, useState, type ReactElement } from 'react'
import type { VerifiedBundle } from '../../core/openSHX'
import { isAltered, type Verdict } from '../../core/verdict'
import { useLanguage } from '../../i18n/LanguageContext'
import { rendererFor } from '../../renderers/registry'
import type { ViewContext } from '../../renderers/renderer'
import { Disclosure } from '../../ui/Disclosure'
import { JsonText } from '../../ui/JsonText'
import { Notice } from '../../ui/Notice'
import { messages } from '../messages'
import { Panel } from '../Panel'
import { useCodesVersion, useServices } from '../ServicesContext'
import { BundleContent } from './BundleContent'
import { HowChecked } from './HowChecked'
import { Subjects } from './Subjects'
import { VerificationBanner } from './VerificationBanner'

export interface BundleViewProps {
  readonly verified: VerifiedBundle
  /** Host of the link that it came by, where it came by one. */
  readonly from: string | undefined
}

/**
 * One record under its verdict. The verdict stands outside and above the content, in the viewer's own frame, so that
 * nothing a sender writes can be taken for it.
 * `data-bundle-status`, `data-bundle-codes` and `data-renderer` are a published contract: docs/dom-contract.md.
 */
export function BundleView({ verified, from }: BundleViewProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { verdict, organized } = verified
  const context = useViewContext()
  const titleId = useId()
  const [shown, setShown] = useState(verdict.status !== 'invalid')
  const renderer = rendererFor(organized)
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      data-bundle-status={verdict.status}
      data-bundle-codes={codesOf(verdict)}
      data-renderer={renderer.id}
    >
      <Panel>
        <VerificationBanner verdict={verdict} from={from} />
        {shown && <Subjects bundle={organized} renderer={renderer} context={context} />}
        <HowChecked verdict={verdict} />
      </Panel>
      <Panel>
        <Box component="h2" id={titleId} dir="auto" sx={{ marginBlock: 0, fontSize: '1.375rem' }}>
          {renderer.title(language, organized)}
        </Box>
        {shown ? (
          <BundleContent bundle={organized} renderer={renderer} context={context} />
        ) : (
          <Hidden altered={isAltered(verdict)} onShow={() => setShown(true)} />
        )}
        <Disclosure summary={t('rawTitle')}>
          <JsonText value={organized.bundle} />
        </Disclosure>
      </Panel>
    </Box>
  )
}

/** What a model may depend on. Made anew when the language changes or a dictionary arrives; nothing is fetched again. */
function useViewContext(): ViewContext {
  const { language } = useLanguage()
  const { codes, clock } = useServices()
  const version = useCodesVersion(codes)
  const [now] = useState(clock)
  // oxlint-disable-next-line react/exhaustive-deps -- `version` stands for what `codes` answers
  return useMemo(() => ({ language, now, codes }), [language, now, codes, version])
}

/** Each code once, in the order of the findings. */
const codesOf = ({ findings }: Verdict): string => [...new Set(findings.map(({ code }) => code))].join(' ')

interface HiddenProps {
  readonly altered: boolean
  readonly onShow: () => void
}

function Hidden({ altered, onShow }: HiddenProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <Box sx={{ marginBlock: 1.5 }}>
      <Notice
        severity="error"
        title={t(altered ? 'alteredHidden' : 'hiddenBecause')}
        action={
          altered ? undefined : (
            <Button variant="outlined" color="error" onClick={onShow}>
              {t('showAnyway')}
            </Button>
          )
        }
      />
    </Box>
  )
}
