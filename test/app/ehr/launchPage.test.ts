// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { showAsking, showProblem, type LaunchProblem } from '../../../src/app/ehr/launchPage'

const page = () => ({ root: document.body, language: 'en' as const, ehr: 'Lakeside' })
beforeEach(() => document.body.replaceChildren())
const ways = () => [...document.querySelectorAll('.launch-actions > *')].map(({ textContent }) => textContent)

test('while the EHR is asked, its name is said', () => {
  showAsking(page())
  expect(document.querySelector('[role="status"]')?.textContent).toContain('Lakeside')
})

const PROBLEMS: LaunchProblem[] = [
  { kind: 'incomplete', parameter: 'launch' },
  { kind: 'repeated', parameter: 'iss' },
  { kind: 'forbidden', parameter: 'patientId' },
  { kind: 'unknown-ehr', iss: 'https://evil.example/fhir?call-555' },
  { kind: 'endpoint-elsewhere', host: 'evil.example' },
  { kind: 'not-smart' },
  { kind: 'changed' },
  { kind: 'unreachable' },
  { kind: 'storage-blocked' },
  { kind: 'insecure' },
  { kind: 'viewer-incomplete' },
]
test.each(PROBLEMS)('$kind has words, is read out, and has a way on', (problem) => {
  showProblem(page(), problem)
  const alert = document.querySelector<HTMLElement>('[role="alert"]')
  expect(alert?.dataset['launchFailure']).toBe(problem.kind)
  expect(alert?.textContent).not.toMatch(/[{}]|undefined/)
  expect(ways().at(-1)).toBe('Use the viewer without the chart')
})

test('of a stranger’s address nothing is shown but its host', () => {
  showProblem(page(), { kind: 'unknown-ehr', iss: 'https://evil.example/call-555' })
  expect(document.body.textContent).toContain('evil.example')
  expect(document.body.textContent).not.toContain('555')
  showProblem(page(), { kind: 'unknown-ehr', iss: 'call 555' })
  expect(document.body.textContent).not.toContain('555')
})

test('where storage is blocked, the same launch is offered in a window of its own, without an opener', () => {
  window.history.replaceState(null, '', '/launch.html?iss=a&launch=b')
  showProblem(page(), { kind: 'storage-blocked' })
  const own = document.querySelector<HTMLAnchorElement>('a[target="_blank"]')
  expect([own?.getAttribute('href'), own?.rel]).toEqual([window.location.href, 'noopener'])
})

test('a launch that was not used up can be tried again', () => {
  showProblem(page(), { kind: 'unreachable' })
  expect(ways()[0]).toBe('Try again')
})
