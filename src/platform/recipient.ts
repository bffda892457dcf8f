import type { Config } from '../config/config'
import { readPreference, writePreference } from './storage'

/** Characters of a name that is sent to a link's server. */
const LONGEST_RECIPIENT = 200

/** Who is asking, as the deployment has it. */
export const usualRecipient = ({ recipient }: Config, base: URL): string =>
  recipient === '' ? `SHX viewer (${base.host})` : recipient

/** Who is asking, as the reader has chosen to be called on this device. */
export function ownRecipient(): string | undefined {
  const recipient = readPreference('recipient') ?? ''
  return recipient.trim() === '' ? undefined : recipient
}

/** Keeps the reader's choice on this device. An empty text goes back to the deployment's. */
export const rememberRecipient = (recipient: string): void =>
  writePreference('recipient', recipient.trim().slice(0, LONGEST_RECIPIENT))
