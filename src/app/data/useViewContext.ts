import { useMemo, useState } from 'react'
import type { ChangeMark } from '../../core/whatChanged'
import { useLanguage } from '../../i18n/LanguageContext'
import type { ViewContext } from '../../renderers/renderer'
import type { DrawPicture } from '../../ui/Picture'
import { useCodesVersion, useServices } from '../ServicesContext'
import { useConfig } from '../ConfigContext'

/** Loaded with the first picture. */
const draw: DrawPicture = (bytes, canvas) =>
  import('../../platform/drawPicture').then(({ drawPicture }) => drawPicture(bytes, canvas))

/**
 * What a model may depend on. Made anew when the language changes, a dictionary arrives or something new is to be
 * marked; nothing is fetched again.
 */
export function useViewContext(changes?: ReadonlyMap<string, ChangeMark>): ViewContext {
  const { language } = useLanguage()
  const { codes, clock } = useServices()
  const version = useCodesVersion(codes)
  const { copyFields } = useConfig()
  const [now] = useState(clock)
  return useMemo(
    () => ({ language, now, codes, draw, copyFields, ...(changes && { changes }) }),
    // oxlint-disable-next-line react/exhaustive-deps -- `version` stands for what `codes` answers
    [language, now, codes, copyFields, changes, version],
  )
}
