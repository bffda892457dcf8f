import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../src/core/result'
import { momentFrom } from '../commandLine'

const USAGE =
  'Usage: npm run --silent share -- FILE… [--passcode X] [--expires ISO|DAYS] [--long-term] [--direct] [--label TEXT] [--port N] [--viewer URL] [--once].'

/** Longer labels are cut off by receivers. Source: SHL, "Construct a SMART Health Link Payload". */
const LABEL_CHARACTERS = 80
const PORT = '8765'
/** Where `npm start` puts the viewer. */
const VIEWER = 'http://localhost:5173/shlink.html'

export interface ShareArguments {
  readonly files: readonly string[]
  readonly passcode: string | undefined
  readonly expiresAt: Date | undefined
  readonly longTerm: boolean
  readonly direct: boolean
  readonly label: string | undefined
  /** 0 takes any that is free. */
  readonly port: number
  /** Address of a viewer, without a fragment. */
  readonly viewer: string
  readonly once: boolean
}

/** The arguments, or one sentence about what is wrong with them. */
export function readShareArguments(argv: readonly string[], now: Date): Result<ShareArguments, string> {
  const parsed = parseArguments(argv)
  if (!parsed.ok) return parsed
  const { positionals: files, values } = parsed.value
  const { passcode, label, direct, 'long-term': longTerm, once, port, viewer } = values
  if (files.length === 0) return err(USAGE)
  if (passcode === '') return err('--passcode is empty.')
  if (direct && passcode !== undefined) return err('A direct link has no passcode: leave out one of them.')
  if (direct && files.length > 1) return err('A direct link leads to one file: leave out --direct.')
  if (label !== undefined && label.length > LABEL_CHARACTERS) {
    return err(`--label is longer than ${LABEL_CHARACTERS} characters.`)
  }
  const expiresAt = values.expires === undefined ? undefined : momentFrom(values.expires, now)
  if (values.expires !== undefined && !expiresAt) {
    return err(`--expires is neither an ISO 8601 date nor a number of days: ${values.expires}`)
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return err(`--port is not a port: ${port}`)
  if (!/^https?:\/\/[^#]+$/.test(viewer)) return err(`--viewer is not the address of a page: ${viewer}`)
  return ok({ files, passcode, expiresAt, longTerm, direct, label, port: Number(port), viewer, once })
}

function parseArguments(argv: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: {
          passcode: { type: 'string' },
          expires: { type: 'string' },
          'long-term': { type: 'boolean', default: false },
          direct: { type: 'boolean', default: false },
          label: { type: 'string' },
          port: { type: 'string', default: PORT },
          viewer: { type: 'string', default: VIEWER },
          once: { type: 'boolean', default: false },
        },
      }),
    )
  } catch {
    return err(USAGE)
  }
}
