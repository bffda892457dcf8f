import Box from '@mui/material/Box'
import { useId, useState, type ReactElement } from 'react'
import type { Problem } from '../../core/errors'
import type { OpenedShx, VerifiedBundle } from '../../core/openSHX'
import type { ShxState } from '../../core/session'
import { bundleKey } from '../../core/whatChanged'
import { useLanguage } from '../../i18n/LanguageContext'
import { rendererFor } from '../../renderers/registry'
import { messages } from '../messages'
import { Panel } from '../Panel'
import { Attachments } from './Attachments'
import { BundleView } from './BundleView'
import { ChangesNotice } from './ChangesNotice'
import { LinkBar } from './LinkBar'
import { LinkFiles } from './LinkFiles'
import { LinkUpdates } from './LinkUpdates'
import { LiveConnections } from './LiveConnections'
import { NewTicket } from './NewTicket'
import { Problems } from './Problems'
import { Rejected } from './Rejected'

export interface ReadyProps {
  readonly state: Extract<ShxState, { phase: 'ready' }>
}

/** What was opened: where it came from, what did not work, what is new, and one record at a time. */
export function Ready({ state }: ReadyProps): ReactElement {
  const { opened, update, changes, live } = state
  const { link, bundles, attachments, about, retryAfter } = opened
  // By key, because an update may put something in front.
  const [key, setKey] = useState<string>()
  const index = Math.max(
    0,
    bundles.findIndex((bundle) => bundleKey(bundle) === key),
  )
  const bundle = bundles[index]
  const problems = shownProblems(opened)
  const asking = update?.status === 'asking'
  const besides = link !== undefined || problems.length > 0 || bundles.length > 1 || attachments.length > 0
  return (
    <>
      {besides && (
        <Panel>
          {link && <LinkBar link={link} asked />}
          {about && <LinkFiles about={about} />}
          {link?.flags.includes('L') && <LinkUpdates update={update} retryAfter={retryAfter} />}
          {changes && <ChangesNotice changes={changes} bundles={bundles} index={index} onChoose={setKey} />}
          <Problems problems={problems} />
          <Rejected rejected={opened.rejected} />
          {problems.some(({ code }) => code === 'FILE_LOCATION_EXPIRED') && <NewTicket update={update} />}
          <LiveConnections opened={opened} live={live} busy={asking} />
          {bundles.length > 1 && <BundleChooser bundles={bundles} index={index} onChoose={setKey} />}
          <Attachments attachments={attachments} />
        </Panel>
      )}
      {bundle && (
        <BundleView
          key={bundleKey(bundle)}
          verified={bundle}
          from={bundle.origin.live ?? link?.host}
          status={bundle.origin.live === undefined ? statusOf(bundle, opened) : undefined}
          changes={changes?.bundles[index]?.marks}
        />
      )}
    </>
  )
}

/** An offer of a live connection is no problem when it stands there with its button. */
const shownProblems = ({ problems, offers = [] }: OpenedShx): readonly Problem[] =>
  problems.filter(
    ({ code, file }) => code !== 'API_ACCESS_OFFERED' || !offers.some((offer) => offer.file === file),
  )

const statusOf = ({ origin }: VerifiedBundle, { about }: OpenedShx): string | undefined =>
  origin.file === undefined ? undefined : about?.files[origin.file]?.status

interface BundleChooserProps {
  readonly bundles: readonly VerifiedBundle[]
  readonly index: number
  readonly onChoose: (key: string) => void
}

function BundleChooser({ bundles, index, onChoose }: BundleChooserProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const id = useId()
  const choose = (position: number): void => {
    const chosen = bundles[position]
    if (chosen) onChoose(bundleKey(chosen))
  }
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
        onChange={(event) => choose(Number(event.target.value))}
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
