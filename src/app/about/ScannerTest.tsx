import Box from '@mui/material/Box'
import { useEffect, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { ScannerFacts, ScannerRemark } from '../../core/scanner/diagnose'
import type { LayoutId } from '../../core/scanner/layouts'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { strokeOf } from '../../platform/scanner'
import { FieldList, type Field } from '../../ui/FieldList'
import { AS_TYPED, BOX_STYLE, LabelledBox } from '../../ui/LabelledBox'
import { Notice } from '../../ui/Notice'
import { Beginning } from './Beginning'
import { messages } from './messages'
import { createScannerTest, type TestState } from './scannerTest'

/**
 * Shows what a barcode scanner produced, and what is wrong with its set-up. Opens nothing and keeps nothing.
 * `data-shx-scanner-test` and `data-shx-scanner-remarks` are a published contract: docs/dom-contract.md.
 */
export function ScannerTest(): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const [state, setState] = useState<TestState>({ phase: 'waiting' })
  const [testing] = useState(() => createScannerTest(setState))
  useEffect(() => testing.forget, [testing])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (testing.take(strokeOf(event.nativeEvent))) event.preventDefault()
  }
  return (
    <div
      data-shx-scanner-test={state.phase}
      data-shx-scanner-remarks={state.phase === 'done' ? state.facts.remarks.join(' ') : undefined}
    >
      <p>{t('scannerLead')}</p>
      <LabelledBox
        label={t('scannerBox')}
        hint={t('scannerHint')}
        renderBox={(id, hintId) => (
          <Box
            component="input"
            id={id}
            aria-describedby={hintId}
            data-shx-input="scanner-test"
            onKeyDown={onKeyDown}
            onInput={(event) => {
              event.currentTarget.value = '' // an input method types without keys, and nothing is to stay
            }}
            {...AS_TYPED}
            sx={BOX_STYLE}
          />
        )}
      />
      <output>{progressOf(state, language)}</output>
      {state.phase === 'done' && <Result facts={state.facts} />}
    </div>
  )
}

function progressOf(state: TestState, language: Language): string {
  const t = messages(language)
  switch (state.phase) {
    case 'waiting':
      return t('scannerWaiting')
    case 'receiving':
      return t('scannerReceiving', { count: state.characters, gap: state.medianGap })
    case 'done':
      return t(verdictOn(state.facts))
    default:
      return state satisfies never
  }
}

/** What keeps a scan from opening; the rest only could be better. */
const BLOCKING: ReadonlySet<ScannerRemark> = new Set<ScannerRemark>([
  'by-hand',
  'too-slow',
  'input-method',
  'one-case',
  'layout-unknown',
  'damaged',
  'not-a-card',
])

const verdictOn = ({ remarks }: ScannerFacts) =>
  remarks.length === 0
    ? 'scannerGood'
    : remarks.some((remark) => BLOCKING.has(remark))
      ? 'scannerFails'
      : 'scannerWorks'

function Result({ facts }: { readonly facts: ScannerFacts }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1, marginBlock: 2 }}>
        {facts.remarks.length === 0 && <Notice severity="success" title={t('scannerGood')} />}
        {facts.remarks.map((remark) => (
          <Notice
            key={remark}
            severity={BLOCKING.has(remark) ? 'error' : 'warning'}
            title={t(`${remark}.title`)}
          >
            {t(`${remark}.advice`)}
          </Notice>
        ))}
      </Box>
      <FieldList fields={fieldsOf(facts, language)} />
    </>
  )
}

function fieldsOf(facts: ScannerFacts, language: Language): readonly Field[] {
  const t = messages(language)
  const layout = (id: LayoutId | undefined): string => t(`layout_${id ?? 'unknown'}`)
  return [
    { label: t('fieldGrade'), value: t(`grade_${facts.grade}`) },
    { label: t('fieldCharacters'), value: t('characters', { count: facts.characters }) },
    { label: t('fieldBeginning'), value: <Beginning {...facts} /> },
    {
      label: t('fieldSpeed'),
      value: t('speed', { gap: facts.medianGap, duration: facts.duration }),
    },
    { label: t('fieldSuffix'), value: t(`suffix_${facts.suffix}`) },
    { label: t('fieldCapsLock'), value: t(facts.capsLock ? 'on' : 'off') },
    { label: t('fieldControls'), value: t('characters', { count: facts.controls }) },
    { label: t('fieldHost'), value: layout(facts.host) },
    {
      label: t('fieldRepair'),
      value:
        facts.repair.kind === 'layout'
          ? t('repair_layout', { layout: layout(facts.repair.scanner) })
          : t(`repair_${facts.repair.kind}`),
    },
  ]
}
