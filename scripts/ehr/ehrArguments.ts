import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../src/core/result'
import { isQuirk, QUIRK_NAMES, type Quirk } from './quirks'

export interface EhrArguments {
  readonly ehrPort: number
  readonly viewerPort: number
  readonly quirks: readonly Quirk[]
  /** Serve the build in `dist` instead of the sources. */
  readonly built: boolean
}

const USAGE = 'Usage: npm run ehr -- [--quirk NAME,…] [--port N] [--viewer-port N] [--built].'

/** The arguments, or one sentence about what is wrong with them. */
export function readEhrArguments(argv: readonly string[]): Result<EhrArguments, string> {
  const values = valuesOf(argv)
  if (!values) return err(USAGE)
  const names = values.quirk.flatMap((list) => list.split(',')).filter((name) => name !== '')
  const unknown = names.find((name) => !isQuirk(name))
  if (unknown !== undefined) return err(`There is no quirk "${unknown}". Quirks: ${QUIRK_NAMES.join(', ')}.`)
  const ports = [values.port, values['viewer-port']]
  const wrong = ports.find((port) => !/^\d{1,5}$/.test(port) || Number(port) > 65_535)
  if (wrong !== undefined) return err(`This is not a port: ${wrong}`)
  const [ehrPort = 0, viewerPort = 0] = ports.map(Number)
  return ok({ ehrPort, viewerPort, quirks: names.filter(isQuirk), built: values.built })
}

function valuesOf(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        quirk: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: '5180' },
        'viewer-port': { type: 'string', default: '5179' },
        built: { type: 'boolean', default: false },
      },
    }).values
  } catch {
    return undefined
  }
}
