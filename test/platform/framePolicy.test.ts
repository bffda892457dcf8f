import { describe, expect, test } from 'vitest'
import { mayShowData, type FrameFacts } from '../../src/platform/framePolicy'

const OWN = 'https://viewer.example.org'
const EHR = 'https://ehr.example.org'
const within = (...ancestors: readonly string[]): FrameFacts => ({
  isFramed: true,
  origin: OWN,
  ancestors,
  isLaunched: false,
})

describe('where health data may be shown', () => {
  test('in a window of its own, whoever is named', () => {
    const facts = { isFramed: false, origin: OWN, ancestors: [], isLaunched: false }
    expect(mayShowData(facts, [])).toBe(true)
    expect(mayShowData(facts, [EHR])).toBe(true)
  })

  test('not in a page of somebody else', () => {
    expect(mayShowData(within('https://elsewhere.example'), [])).toBe(false)
    expect(mayShowData(within('https://elsewhere.example'), [EHR])).toBe(false)
  })

  test('in a page that is named', () => {
    expect(mayShowData(within(EHR), [EHR])).toBe(true)
  })

  test('not when somebody else has put that page into one of theirs', () => {
    expect(mayShowData(within(EHR, 'https://elsewhere.example'), [EHR])).toBe(false)
  })

  test('in a page of our own', () => {
    expect(mayShowData(within(OWN), [])).toBe(true)
    expect(mayShowData(within(OWN, 'https://elsewhere.example'), [])).toBe(false)
  })

  test.each([
    ['https://a.clinic.example', true],
    ['https://a.b.clinic.example', true],
    ['https://clinic.example', false],
    ['https://evilclinic.example', false],
    ['https://clinic.example.evil.example', false],
    ['http://a.clinic.example', false],
    ['https://a.clinic.example:8443', false],
  ])('a star stands for what lies below a host, as in the header: %s', (ancestor, expected) => {
    expect(mayShowData(within(ancestor), ['https://*.clinic.example'])).toBe(expected)
  })

  test('a host is named with its port', () => {
    expect(mayShowData(within('https://ehr.example.org:8443'), [EHR])).toBe(false)
    expect(mayShowData(within('https://ehr.example.org:8443'), ['https://ehr.example.org:8443'])).toBe(true)
  })

  test('a page without an origin is nobody’s', () => {
    expect(mayShowData(within('null'), [EHR])).toBe(false)
  })

  test('in a frame that an EHR has launched', () => {
    expect(mayShowData({ ...within('https://elsewhere.example'), isLaunched: true }, [])).toBe(true)
  })

  test('where the browser does not tell who is around, only the header can: nobody if nobody is named', () => {
    const { ancestors: _, ...facts } = within()
    expect(mayShowData(facts, [])).toBe(false)
    expect(mayShowData(facts, [EHR])).toBe(true)
  })

  test('a developer’s page may frame a developer’s viewer, and no other viewer', () => {
    const here = { isFramed: true, origin: 'http://localhost:5173', isLaunched: false }
    expect(mayShowData({ ...here, ancestors: ['http://127.0.0.1:8080'] }, [])).toBe(true)
    expect(mayShowData({ ...here, ancestors: ['https://localhost.evil.example'] }, [])).toBe(false)
    expect(mayShowData(within('http://127.0.0.1:8080'), [])).toBe(false)
  })
})
