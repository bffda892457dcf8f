// @vitest-environment happy-dom
import { cleanup, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { BundleView } from '../../../src/app/data/BundleView'
import { EhrContext } from '../../../src/app/ehr/EhrContext'
import { PatientBanner } from '../../../src/app/ehr/PatientBanner'
import type { EhrConnection, EhrState } from '../../../src/core/ehr/connection'
import type { VerifiedBundle } from '../../../src/core/openSHX'
import type { BundleStatus } from '../../../src/core/verdict'
import { fakeEhr } from '../../support/ehr'
import { bundleOf } from '../../support/fhir'
import { renderApp } from '../../support/renderApp'

afterEach(cleanup)

const connectionOf = (over: Partial<EhrConnection> = {}): EhrConnection =>
  fakeEhr(() => 'offline', over).connection

const person = (given: string, birthDate?: string) => ({
  resourceType: 'Patient',
  name: [{ given: [given], family: 'Ruiz' }],
  ...(birthDate !== undefined && { birthDate }),
})
const ANA = person('Ana', '1980-03-01')
const LUZ = person('Luz', '2012-05-05')
const coverageOf = (beneficiary: number, subscriber: number) => ({
  resourceType: 'Coverage',
  status: 'active',
  beneficiary: { reference: `urn:test:${beneficiary}` },
  subscriber: { reference: `urn:test:${subscriber}` },
})

const recordOf = (status: BundleStatus, ...resources: readonly unknown[]): VerifiedBundle =>
  ({
    verdict: { status, findings: [], deviations: [] },
    organized: bundleOf(...resources),
    origin: {},
    source: { kind: 'json', text: '{}' },
  }) as never

function show(verified: VerifiedBundle, connection: EhrConnection = connectionOf()) {
  const state: EhrState = { kind: 'ready', connection }
  return renderApp(
    <EhrContext value={state}>
      <BundleView verified={verified} from={undefined} />
    </EhrContext>,
  )
}
const matchOf = (view: ReturnType<typeof show>): Promise<HTMLElement> =>
  waitFor(() => {
    const found = view.container.querySelector<HTMLElement>('[data-patient-match]')
    if (!found) throw new Error('no remark')
    return found
  })

test.each([
  ['match', [ANA]],
  ['mismatch', [LUZ]],
  ['mismatch', [ANA, LUZ]],
  ['unclear', [person('Ana')]],
  ['unclear', [{ resourceType: 'Flag' }]],
  ['match', [LUZ, ANA, coverageOf(1, 0)]],
  ['match', [LUZ, ANA, coverageOf(1, 1)]],
  ['mismatch', [LUZ, ANA, coverageOf(0, 1)]],
] as const)('a record is a %s', async (kind, resources) => {
  const remark = await matchOf(show(recordOf('verified', ...resources)))
  expect(remark.getAttribute('data-patient-match')).toBe(kind)
})

test('a mismatch is read out at once, and shows both people side by side', async () => {
  const remark = await matchOf(show(recordOf('verified', LUZ)))
  const alert = within(remark).getByRole('alert')
  const rows = [...alert.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  )
  expect(rows).toEqual([
    ['Namediffers', 'Ana María Ruiz', 'Luz Ruiz'],
    ['Birth datediffers', 'Mar 1, 1980', 'May 5, 2012'],
  ])
})

test('a match stays calm, and names the fields', async () => {
  const remark = await matchOf(show(recordOf('verified', ANA)))
  expect(within(remark).queryByRole('alert')).toBeNull()
  expect(remark.textContent).toContain('name and birth date agree')
})

test('without an EHR nothing is compared', () => {
  const alone = renderApp(<BundleView verified={recordOf('verified', LUZ)} from={undefined} />)
  expect(alone.container.querySelector('[data-patient-match]')).toBeNull()
})

test('the content of an altered card is not compared: nobody vouches for it', () => {
  const view = show(recordOf('invalid', LUZ))
  expect(view.container.querySelector('[data-patient-match]')).toBeNull()
})

test('the banner names the patient of the chart, by the record number and never the social security number', () => {
  const view = renderApp(<PatientBanner connection={connectionOf()} />)
  const banner = view.getByRole('region', { name: 'Patient whose chart is open' })
  expect(banner.getAttribute('data-patient-banner')).toBe('full')
  expect(banner.textContent).toContain('Ana María Ruiz')
  expect(banner.textContent).toContain('born Mar 1, 1980')
  expect(banner.textContent).toContain('0012345')
  expect(banner.textContent).toContain('Lakeside Clinic')
  expect(banner.textContent).not.toContain('6789')
})

test('the banner is smaller where the EHR has its own, and says what is not stated', () => {
  const view = renderApp(
    <PatientBanner connection={connectionOf({ needsBanner: false, patient: { id: 'pat-1' } })} />,
  )
  const banner = view.getByRole('region')
  expect(banner.getAttribute('data-patient-banner')).toBe('compact')
  expect(banner.textContent).toContain('Name not stated')
  expect(banner.textContent).toContain('birth date not stated')
  expect(banner.textContent).toContain('no record number stated')
})
