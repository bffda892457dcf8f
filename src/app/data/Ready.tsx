import Box from '@mui/material/Box'
import { useId, useState, type ReactElement } from 'react'
import type { OpenedShx, VerifiedBundle } from '../../core/openSHX'
import { useLanguage } from '../../i18n/LanguageContext'
import { rendererFor } from '../../renderers/registry'
import { messages } from '../messages'
import { Panel } from '../Panel'
import { Attachments } from './Attachments'
import { BundleView } from './BundleView'
import { LinkBar } from './LinkBar'
import { Problems } from './Problems'

/** What was opened: where it came from, what did not work, and one record at a time. */
export function Ready({ opened }: { readonly opened: OpenedShx }): ReactElement {
  const [index, setIndex] = useState(0)
  const { link, problems, bundles, attachments } = opened
  const bundle = bundles[index]
  const besides = link !== undefined || problems.length > 0 || bundles.length > 1 || attachments.length > 0
  return (
    <>
      {besides && (
        <Panel>
          {link && <LinkBar link={link} />}
          <Problems problems={problems} />
          {bundles.length > 1 && <BundleChooser bundles={bundles} index={index} onChoose={setIndex} />}
          <Attachments attachments={attachments} />
        </Panel>
      )}
      {bundle && <BundleView key={index} verified={bundle} from={link?.host} />}
    </>
  )
}

interface BundleChooserProps {
  readonly bundles: readonly VerifiedBundle[]
  readonly index: number
  readonly onChoose: (index: number) => void
}

function BundleChooser({ bundles, index, onChoose }: BundleChooserProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const id = useId()
  return (
    <Box sx={{ marginBlock: 2 }}>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontWeight: 600 }}>
        {t('chooseBundle')}
      </Box>
      <Box
        component="select"
        id={id}
        data-shx-chooser=""
        value={index}
        onChange={(event) => onChoose(Number(event.target.value))}
        sx={{
          marginBlockStart: 0.5,
          padding: 1.25,
          borderRadius: 2,
          border: '2px solid',
          borderColor: 'text.secondary',
          backgroundColor: 'background.paper',
          color: 'text.primary',
          font: 'inherit',
          maxWidth: '100%',
        }}
      >
        {bundles.map(({ organized, verdict }, position) => (
          // oxlint-disable-next-line react/no-array-index-key -- positions are what is chosen
          <option key={position} value={position}>
            {t('bundleOption', {
              number: position + 1,
              title: rendererFor(organized).title(language, organized),
              status: t(`status_${verdict.status}`),
            })}
          </option>
        ))}
      </Box>
    </Box>
  )
}
