import { ASKING, type LinkConfig } from '../links'
import { host } from './addresses'
import { list, number, oneOf, text, type Readers } from './reader'

export const links: Readers<LinkConfig> = {
  recipient: text(200),
  askBeforeOpening: oneOf(ASKING),
  knownHosts: list(host),
  requestTimeoutSeconds: number(1, 600),
}
