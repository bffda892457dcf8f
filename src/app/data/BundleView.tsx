import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId, useMemo, useState, type ReactElement } from 'react'
import type { VerifiedBundle } from '../../core/openSHX'
import { isPatientShared } from '../../core/patientShared'
import { isAltered, type Verdict } from '../../core/verdict'
import type { ChangeMark } from '../../core/whatChanged'
import { useLanguage } from '../../i18n/LanguageContext'
import { rendererFor } from '../../renderers/registry'
import { Disclosure } from '../../ui/Disclosure'
import { JsonText } from '../../ui/JsonText'
import { Notice } from '../../ui/Notice'
import { ChartCheck } from '../ehr/ChartCheck'
import { messages } from '../messages'
import { Panel } from '../Panel'
import { BundleContent } from './BundleContent'
import { Endpoints } from './Endpoints'
import { HowChecked } from './HowChecked'
import { linkMessages } from './linkMessages'
import { PatientShared } from './PatientShared'
import { RecordTimeline } from './RecordTimeline'
import { Subjects } from './Subjects'
import { useViewContext } from './useViewContext'
import { VerificationBanner } from './VerificationBanner'

export interface BundleViewProps {
  readonly verified: VerifiedBundle
  /** Host of the link that it came by, where it came by one. */
  readonly from: string | undefined
  /** What the sender states of its file: `no-longer-valid` and others. */
  readonly status?: string | undefined
  /** Entries to be marked as new or changed. */
  readonly changes?: ReadonlyMap<string, ChangeMark> | undefined
}

/**
 * One record under its verdict. The verdict stands outside and above the content, in the viewer's own frame, so that
 * nothing a sender writes can be taken for it.
 * `data-bundle-status`, `data-bundle-codes` and `data-renderer` are a published contract: docs/dom-contract.md.
 */
export function BundleView({ verified, from, status, changes }: BundleViewProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { verdict, organized } = verified
  const context = useViewContext(changes)
  const shared = useMemo(
    () => verdict.status === 'unsigned' && isPatientShared(organized),
    [verdict, organized],
  )
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
        {status === 'no-longer-valid' && <NoLongerValid />}
        <Box sx={status === 'no-longer-valid' ? { textDecoration: 'line-through' } : {}}>
          <VerificationBanner verdict={verdict} from={from} />
        </Box>
        {shown && <ChartCheck bundle={organized} context={context} />}
        {shown && shared && <PatientShared bundle={organized} />}
        {shown && <Subjects bundle={organized} renderer={renderer} context={context} />}
        <HowChecked verdict={verdict} profile={shared ? organized : undefined} kept={verified.origin.kept}>
          {shown && <RecordTimeline bundle={organized} verdict={verdict} from={from} context={context} />}
        </HowChecked>
        {shown && <Endpoints bundle={organized} now={context.now} />}
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
        <Disclosure summary={t('rawTitle')} prints={false}>
          <JsonText value={organized.bundle} />
        </Disclosure>
      </Panel>
    </Box>
  )
}

/** Each code once, in the order of the findings. */
const codesOf = ({ findings }: Verdict): string => [...new Set(findings.map(({ code }) => code))].join(' ')

/** The sender took it back: said in words, and still there to be looked at. */
function NoLongerValid(): ReactElement {
  const { language } = useLanguage()
  return (
    <Box sx={{ marginBlockEnd: 1.5 }}>
      <Notice severity="warning" announce="assertive" title={linkMessages(language)('noLongerValid')} />
    </Box>
  )
}

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
