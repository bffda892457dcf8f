// A property says what holds of each outcome.
/* oxlint-disable vitest/no-conditional-expect */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenedShx, OpenFailure } from '../../src/core/openSHX'
import { err, ok, type Result } from '../../src/core/result'
import { createSession, type OpenRequest } from '../../src/core/session'
import { alwaysAsync } from '../support/property'

/** What may happen to a session, in any order. Answers and progress belong to the nth request, counted from 0. */
const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('open' as const), text: fc.constantFrom('A', 'B', 'C') }),
  },
  fc.record({
    do: fc.constant('retry' as const),
    passcode: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
  }),
  fc.record({ do: fc.constant('close' as const) }),
  fc.record({ do: fc.constant('set-aside' as const) }),
  fc.record({ do: fc.constant('bring-back' as const) }),
  fc.record({ do: fc.constant('reject' as const) }),
  fc.record({ do: fc.constant('recheck' as const) }),
  fc.record({ do: fc.constant('refresh' as const) }),
  fc.record({ do: fc.constant('acknowledge' as const) }),
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('answer' as const), nth: fc.nat(12), well: fc.boolean() }),
  },
  fc.record({ do: fc.constant('fail' as const), nth: fc.nat(12) }),
  fc.record({ do: fc.constant('progress' as const), nth: fc.nat(12) }),
  fc.record({ do: fc.constant('answer-recheck' as const), nth: fc.nat(4) }),
)
type Action = typeof action extends fc.Arbitrary<infer Kind> ? Kind : never

interface Pending<Value> {
  readonly promise: Promise<Value>
  readonly settle: (value: Value) => void
  readonly reject: () => void
}
function pending<Value>(): Pending<Value> {
  const ways: Partial<Omit<Pending<Value>, 'promise'>>[] = []
  const promise = new Promise<Value>((resolve, reject) => {
    ways.push({ settle: resolve, reject: () => reject(new Error('a mistake')) })
  })
  const [way] = ways
  return {
    promise,
    settle: (value) => way?.settle?.(value),
    reject: () => way?.reject?.(),
  }
}

/** What was opened says which text it is of, as a patient's name would. */
const openedFrom = (text: string): OpenedShx => ({
  input: 'resource',
  bundles: [],
  attachments: [],
  problems: [{ code: 'FILE_TYPE_UNSUPPORTED', type: text }],
})
const textOf = (opened: OpenedShx): string => {
  const [problem] = opened.problems
  return problem?.code === 'FILE_TYPE_UNSUPPORTED' ? problem.type : ''
}

/** A session with a world that answers when it is told to. */
function setUp() {
  const requests: (OpenRequest & Pending<Result<OpenedShx, OpenFailure>>)[] = []
  const rechecks: (Pending<OpenedShx> & { readonly opened: OpenedShx })[] = []
  const session = createSession(
    (request) => {
      const answer = pending<Result<OpenedShx, OpenFailure>>()
      requests.push({ ...request, ...answer })
      return answer.promise
    },
    (opened) => {
      const answer = pending<OpenedShx>()
      rechecks.push({ opened, ...answer })
      return answer.promise
    },
  )
  return { session, requests, rechecks }
}
type World = ReturnType<typeof setUp>

function act(step: Action, { session, requests, rechecks }: World): void {
  switch (step.do) {
    case 'open':
      return void session.open(step.text)
    case 'retry':
      return void session.retry(step.passcode === undefined ? {} : { passcode: step.passcode })
    case 'close':
      return session.close()
    case 'set-aside':
      return session.setAside()
    case 'bring-back':
      return session.bringBack()
    case 'reject':
      return session.reject({ code: 'FILE_UNREADABLE' })
    case 'recheck':
      return void session.recheck()
    case 'refresh':
      return void session.refresh()
    case 'acknowledge':
      return session.acknowledge()
    case 'answer': {
      const request = requests[step.nth]
      const failure: OpenFailure = { error: { code: 'SHL_KEY_INVALID' }, input: 'link', problems: [] }
      return request?.settle(step.well ? ok(openedFrom(request.text)) : err(failure))
    }
    case 'fail':
      return requests[step.nth]?.reject()
    case 'progress':
      return requests[step.nth]?.onProgress(1, 2)
    case 'answer-recheck': {
      const recheck = rechecks[step.nth]
      return recheck?.settle({ ...recheck.opened })
    }
    default:
      return step satisfies never
  }
}

/** Lets everything run that waits for nothing but its turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

test('what is shown always belongs to the last text, and no request is made that nobody asked for', async () => {
  await alwaysAsync(
    fc.array(action, { maxLength: 30 }),
    async (steps) => {
      const world = setUp()
      const { session, requests } = world
      let current: string | undefined
      let asked = 0
      let told = 0
      session.subscribe(() => (told += 1))
      for (const step of steps) {
        const before = session.state()
        const toldBefore = told
        act(step, world)
        await settled()
        const state = session.state()
        if (step.do === 'open') current = step.text
        if (step.do === 'close' || step.do === 'reject') current = undefined
        if (step.do === 'set-aside') expect(state.phase).toBe('empty')
        if (state.phase === 'empty' && state.aside) expect(current).toBeDefined()
        if (step.do === 'bring-back' && before.phase === 'empty')
          expect(state.phase).toBe(before.aside ? 'ready' : 'empty')
        if (['open', 'retry', 'refresh'].includes(step.do)) asked += 1
        if (state.phase === 'ready') expect(textOf(state.opened)).toBe(current)
        if (state.phase === 'opening') expect(requests.at(-1)?.text).toBe(current)
        if (step.do === 'close') expect(state).toEqual({ phase: 'empty' })
        if (step.do === 'reject')
          expect(state).toMatchObject({ phase: 'failed', error: { code: 'FILE_UNREADABLE' } })
        expect(requests.length).toBeLessThanOrEqual(asked)
        expect(state === before || told > toldBefore).toBe(true)
        // Only the newest may still be under way: the others were told to stop, or have ended.
        const running = requests.filter(({ signal }) => !signal.aborted)
        if (state.phase === 'opening') expect(running).toContain(requests.at(-1))
      }
    },
    300,
  )
})

test('a late answer changes nothing, whoever sends it', async () => {
  const latecomers = fc.array(fc.tuple(fc.nat(5), fc.boolean()), { minLength: 1, maxLength: 8 })
  await alwaysAsync(
    fc.tuple(fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 2, maxLength: 6 }), latecomers),
    async ([texts, late]) => {
      const world = setUp()
      for (const text of texts) act({ do: 'open', text }, world)
      const last = world.requests.length - 1
      act({ do: 'answer', nth: last, well: true }, world)
      await settled()
      const shown = world.session.state()
      for (const [nth, well] of late)
        act({ do: nth % 2 === 0 ? 'answer' : 'fail', nth: nth % last || 0, well }, world)
      await settled()
      expect(world.session.state()).toBe(shown)
      expect(shown).toMatchObject({ phase: 'ready' })
    },
    200,
  )
})
