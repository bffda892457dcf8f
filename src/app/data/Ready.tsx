import Box from '@mui/material/Box'
import { useState, type ReactElement } from 'react'
import type { Problem } from '../../core/errors'
import type { OpenedShx, VerifiedBundle } from '../../core/openSHX'
import type { ShxState } from '../../core/session'
import { bundleKey } from '../../core/whatChanged'
import { ChartSaving } from '../ehr/ChartSaving'
import { useConfig } from '../ConfigContext'
import { LoadedScreen } from '../LoadedScreen'
import { Panel } from '../Panel'
import { ShareButton } from '../share/ShareButton'
import { Attachments } from './Attachments'
import { BundleView, type BundleViewProps } from './BundleView'
import { ChangesNotice } from './ChangesNotice'
import { LinkBar } from './LinkBar'
import { LinkFiles } from './LinkFiles'
import { LinkUpdates } from './LinkUpdates'
import { LiveConnections } from './LiveConnections'
import { NewTicket } from './NewTicket'
import { PeopleNotice } from './PeopleNotice'
import { Problems } from './Problems'
import { RecordChooser } from './RecordChooser'
import { Rejected } from './Rejected'

export interface ReadyProps {
  readonly state: Extract<ShxState, { phase: 'ready' }>
}

const loadSaveMenu = () => import('../save/SaveMenu').then(({ SaveMenu }) => SaveMenu)

/** What was opened: where it came from, what did not work, what is new, and one record at a time. */
export function Ready({ state }: ReadyProps): ReactElement {
  const { opened, update, changes, live } = state
  const { features } = useConfig()
  const { link, bundles, attachments, about, retryAfter } = opened
  // By key, because an update may put something in front.
  const [key, setKey] = useState<string>()
  const chosen = bundles.findIndex((bundle) => bundleKey(bundle) === key)
  const index = chosen === -1 ? firstShown(bundles) : chosen
  const bundle = bundles[index]
  const problems = shownProblems(opened, features.liveConnections)
  const asking = update?.status === 'asking'
  const besides = link !== undefined || problems.length > 0 || bundles.length > 1 || attachments.length > 0
  const circumstances = (shown: VerifiedBundle) => ({
    from: shown.origin.live ?? link?.host,
    status: shown.origin.live === undefined ? statusOf(shown, opened) : undefined,
    changes: changes?.bundles[index]?.marks,
  })
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
          {bundles.length > 1 && (
            <>
              <PeopleNotice bundles={bundles} />
              <RecordChooser bundles={bundles} index={index} onChoose={setKey} />
            </>
          )}
          <Attachments attachments={attachments} />
        </Panel>
      )}
      {bundle && bundle.verdict.status !== 'invalid' && (
        <Actions
          key={`save ${bundleKey(bundle)}`}
          opened={opened}
          verified={bundle}
          {...circumstances(bundle)}
        />
      )}
      {bundle && <BundleView key={bundleKey(bundle)} verified={bundle} {...circumstances(bundle)} />}
    </>
  )
}

interface ActionsProps extends BundleViewProps {
  readonly opened: OpenedShx
}

/** What can be done with a record: saved to this device, handed on and, in an EHR, saved to the chart. */
function Actions({ opened, ...record }: ActionsProps): ReactElement {
  const { features } = useConfig()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      {features.save && <LoadedScreen load={loadSaveMenu} props={record} />}
      <ShareButton verified={record.verified} opened={opened} />
      <ChartSaving {...record} />
    </Box>
  )
}

/** A record that must not be relied on does not stand in front of those that may be. */
const firstShown = (bundles: readonly VerifiedBundle[]): number =>
  Math.max(
    0,
    bundles.findIndex(({ verdict }) => verdict.status !== 'invalid'),
  )

/** An offer of a live connection is no problem when it stands there with its button. */
const shownProblems = ({ problems, offers = [] }: OpenedShx, asks: boolean): readonly Problem[] =>
  problems.filter(
    ({ code, file }) =>
      code !== 'API_ACCESS_OFFERED' || !asks || !offers.some((offer) => offer.file === file),
  )

const statusOf = ({ origin }: VerifiedBundle, { about }: OpenedShx): string | undefined =>
  origin.file === undefined ? undefined : about?.files[origin.file]?.status
