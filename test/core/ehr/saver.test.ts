import { expect, test } from 'vitest'
import type { DocumentToSave } from '../../../src/core/ehr/documentReference'
import { createSaver } from '../../../src/core/ehr/saver'
import { fakeEhr, searchset, type Answer } from '../../support/ehr'

const document = (now: string, over: Partial<DocumentToSave> = {}): DocumentToSave => ({
  kind: 'other',
  form: 'pdf',
  bytes: new Uint8Array([1]),
  patientId: 'pat-1',
  title: 'Health record',
  description: 'Not signed.',
  patientAsserted: true,
  now: new Date(now),
  ...over,
})
const FIRST = document('2026-11-28T10:00:00Z')
const LATER = document('2026-11-28T10:05:00Z')

/** An EHR that keeps no identifier: whatever is searched, it knows nothing. */
const forgetful = (...posts: Answer[]) =>
  fakeEhr(({ method }) => (method === 'POST' ? (posts.shift() ?? { status: 201 }) : searchset([])))

test('a second click sends nothing, also where the EHR keeps no identifier', async () => {
  const ehr = forgetful({ status: 201, location: 'DocumentReference/7' })
  const saver = createSaver(ehr.connection)
  expect(await saver.save(FIRST, 'text')).toEqual({ kind: 'saved', id: '7' })
  expect(await saver.save(LATER, 'text')).toEqual({
    kind: 'already-saved',
    id: '7',
    date: '2026-11-28T10:00:00.000Z',
  })
  expect(ehr.posted()).toHaveLength(1)
})

test('two clicks at once send one document', async () => {
  const ehr = forgetful()
  const saver = createSaver(ehr.connection)
  const outcomes = await Promise.all([saver.save(FIRST, 'text'), saver.save(LATER, 'text')])
  expect(ehr.posted()).toHaveLength(1)
  expect(outcomes[0]).toEqual({ kind: 'saved' })
  expect(outcomes[1]?.kind).toMatch(/^(saved|already-saved)$/)
})

test('another record and another form are saved beside it', async () => {
  const ehr = forgetful()
  const saver = createSaver(ehr.connection)
  await saver.save(FIRST, 'text')
  expect((await saver.save(FIRST, 'another')).kind).toBe('saved')
  expect((await saver.save({ ...FIRST, form: 'card' }, 'text')).kind).toBe('saved')
})

test('an attempt that nobody heard of is repeated as the same document', async () => {
  const ehr = forgetful('timeout')
  const saver = createSaver(ehr.connection)
  expect((await saver.save(FIRST, 'text')).kind).toBe('unknown')
  expect((await saver.save(LATER, 'text')).kind).toBe('saved')
  expect(ehr.posted()[1]).toEqual(ehr.posted()[0])
})

test('after silence nothing is sent unseen, unless a person says so', async () => {
  const answers = { post: 'timeout' as Answer }
  const ehr = fakeEhr(({ method }) => (method === 'POST' ? answers.post : { status: 403 }))
  const saver = createSaver(ehr.connection)
  expect((await saver.save(FIRST, 'text')).kind).toBe('unknown')
  answers.post = { status: 201 }
  expect((await saver.save(FIRST, 'text')).kind).toBe('cannot-look')
  expect((await saver.save(FIRST, 'text')).kind).toBe('cannot-look')
  expect(ehr.posted()).toHaveLength(1)
  expect((await saver.save(FIRST, 'text', { anyway: true })).kind).toBe('saved')
})

test('a refusal is forgotten: the next attempt is a first one', async () => {
  const ehr = forgetful({ status: 422 })
  const saver = createSaver(ehr.connection)
  expect((await saver.save(FIRST, 'text')).kind).toBe('refused')
  expect((await saver.save(LATER, 'text')).kind).toBe('saved')
  expect(ehr.posted()[1]).toMatchObject({ date: '2026-11-28T10:05:00.000Z' })
})
