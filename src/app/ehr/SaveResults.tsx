import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import type { DocumentForm } from '../../core/ehr/documentReference'
import { formatDate } from '../../core/fhir/date'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice, type NoticeSeverity } from '../../ui/Notice'
import { saveMessages } from './saveMessages'
import { isInChart, type SavedForm, type SavingState } from './saving'

export interface SaveResultsProps extends ResultsProps {
  /** Tries the forms again that are not in the chart. `anyway`: a person has looked, and they are not there. */
  readonly onAgain: (forms: readonly DocumentForm[], anyway: boolean) => void
  readonly onClose: () => void
}

/**
 * What became of it, and what can be done about it. Saved, refused and "nobody knows" are three different things.
 * `data-save-outcome` is a published contract: docs/dom-contract.md.
 */
export function SaveResults({ onAgain, onClose, ...ended }: SaveResultsProps): ReactElement {
  const { language } = useLanguage()
  const t = saveMessages(language)
  const { saved, left } = ended
  const failed = saved.filter((one) => !isInChart(one))
  const forms = [...failed.map(({ form }) => form), ...left]
  const [last] = failed
  return (
    <>
      <Results {...ended} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {last && CAN_REPEAT.has(last.outcome.kind) && (
          <Button variant="contained" onClick={() => onAgain(forms, false)} data-save-again="">
            {t('again')}
          </Button>
        )}
        {last?.outcome.kind === 'cannot-look' && (
          <Button variant="outlined" color="warning" onClick={() => onAgain(forms, true)} data-save-anyway="">
            {t('anyway')}
          </Button>
        )}
        <Button variant="outlined" onClick={onClose}>
          {t('close')}
        </Button>
      </Box>
    </>
  )
}

export type ResultsProps = Omit<Extract<SavingState, { phase: 'done' }>, 'phase'>

/** What became of it, form by form. */
export function Results({ saved, left, unsure }: ResultsProps): ReactElement {
  const { language } = useLanguage()
  const t = saveMessages(language)
  const isNamed = saved.length + left.length > 1
  return (
    <>
      {saved.map(({ form, outcome }) => (
        <Box key={form} sx={{ marginBlock: 2 }} data-save-outcome={outcome.kind}>
          <Result form={isNamed ? form : undefined} outcome={outcome} />
        </Box>
      ))}
      {left.length > 0 && (
        <p>
          {t('notTried')} {left.map((form) => t(`result_${form}`)).join(', ')}
        </p>
      )}
      {unsure && <StillUnsure />}
    </>
  )
}

/** Nothing was saved this time; of the time before nobody knows. */
export function StillUnsure(): ReactElement {
  const { language } = useLanguage()
  return (
    <Box sx={{ marginBlock: 2 }} data-save-unsure="">
      <Notice severity="warning" announce="assertive" title={saveMessages(language)('stillUnsure')} />
    </Box>
  )
}

type Outcome = SavedForm['outcome']

/** What another attempt may mend. */
const CAN_REPEAT: ReadonlySet<Outcome['kind']> = new Set([
  'unknown',
  'not-sent',
  'cannot-look',
  'cannot-make',
])

function Result({
  form,
  outcome,
}: {
  readonly form: DocumentForm | undefined
  readonly outcome: Outcome
}): ReactElement {
  const { language } = useLanguage()
  const t = saveMessages(language)
  const { severity, title, advice } = wordsOf(outcome, language)
  const words = 'words' in outcome ? outcome.words : []
  const id = 'id' in outcome ? outcome.id : undefined
  return (
    <Notice
      severity={severity}
      announce={severity === 'success' || severity === 'info' ? 'polite' : 'assertive'}
      title={form === undefined ? title : `${t(`result_${form}`)}: ${title}`}
    >
      {words.map((sentence) => (
        <div key={sentence}>
          {t('ehrSays')}{' '}
          <q translate="no">
            <bdi>{sentence}</bdi>
          </q>
        </div>
      ))}
      {advice}
      {id !== undefined && (
        <div>
          {t('savedAs')} <bdi translate="no">{id}</bdi>
        </div>
      )}
    </Notice>
  )
}

interface Words {
  readonly severity: NoticeSeverity
  readonly title: string
  readonly advice?: string
}

function wordsOf(outcome: Outcome, language: Language): Words {
  const t = saveMessages(language)
  switch (outcome.kind) {
    case 'saved':
      return { severity: 'success', title: t('saved') }
    case 'already-saved': {
      const date = formatDate(outcome.date, language)
      return {
        severity: 'info',
        title: date === undefined ? t('alreadySaved') : t('alreadySavedOn', { date }),
      }
    }
    case 'refused': {
      const { status } = outcome
      return { severity: 'error', title: t(status === 403 ? 'refusedRight' : 'refused', { status }) }
    }
    case 'unknown': {
      const { status } = outcome
      const title = status === undefined ? t('unknown') : t('unknownStatus', { status })
      return { severity: 'warning', title, advice: t('unknownAdvice') }
    }
    case 'cannot-look':
      return { severity: 'warning', title: t('cannotLook'), advice: t('cannotLookAdvice') }
    case 'not-sent':
      return { severity: 'error', title: t(outcome.failure === 'aborted' ? 'stopped' : 'notSent') }
    case 'session-expired':
      return { severity: 'error', title: t('sessionExpired'), advice: t('sessionExpiredAdvice') }
    case 'too-large':
      return { severity: 'error', title: t('tooLarge') }
    case 'cannot-make':
      return { severity: 'error', title: t('cannotMake') }
    default:
      return outcome satisfies never
  }
}
