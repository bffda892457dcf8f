import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { useLeft, useServices, useShx } from '../ServicesContext'
import { ClosedNotice } from './ClosedNotice'
import { messages } from './messages'

/** Above every screen while nothing is open: what became of the record that was there, and how to have it back. */
export function LeavingNotice({ showData }: { readonly showData: () => void }): ReactElement | null {
  const { language } = useLanguage()
  const { session, leaving } = useServices()
  const t = messages(language)
  const state = useShx(session)
  const { because } = useLeft(leaving)
  if (state.phase !== 'empty') return null
  if (state.aside) {
    const bringBack = (): void => {
      session.bringBack()
      showData()
    }
    return <ClosedNotice bringBack={bringBack} forget={leaving.forgetClosed} />
  }
  if (because !== 'asked' && because !== 'idle') return null
  const isIdle = because === 'idle'
  return (
    <Box data-shx-left={because} sx={{ marginBlockEnd: 2 }}>
      <Notice severity={isIdle ? 'info' : 'success'} title={t(isIdle ? 'idleLeftTitle' : 'leftTitle')}>
        {t(isIdle ? 'idleLeftAdvice' : 'leftAdvice')}
      </Notice>
    </Box>
  )
}

/** Says the same to whoever does not see it. It stands on the page all the time, or it would not be heard. */
export function LeavingVoice(): ReactElement {
  const { language } = useLanguage()
  const { session, leaving } = useServices()
  const t = messages(language)
  const state = useShx(session)
  const { because } = useLeft(leaving)
  const said = (): string => {
    if (state.phase !== 'empty') return ''
    if (state.aside) return `${t('closedTitle')}. ${t('closedAdvice')}`
    if (because === 'idle') return `${t('idleLeftTitle')}. ${t('idleLeftAdvice')}`
    return because === 'asked' ? `${t('leftTitle')}. ${t('leftAdvice')}` : ''
  }
  return (
    <Box component="output" sx={UNSEEN} data-shx-voice="">
      {said()}
    </Box>
  )
}

const UNSEEN = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const
