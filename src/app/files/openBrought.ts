import { combineTexts } from '../../core/combineTexts'
import type { ShxError } from '../../core/errors'
import type { Brought } from '../../platform/installed/shared'

export interface OpenBroughtOptions {
  readonly open: (text: string) => void
  readonly read: (files: readonly File[]) => void
  readonly reject: (error: ShxError) => void
  /** What a text is called where a person chooses between it and files. */
  readonly textName: string
}

/**
 * Opens what was shared with the installed app, or opened with it, like anything that is pasted or dropped: a text is
 * read and never followed, and of several things a person chooses. A caption beside a picture is no reason to fail.
 */
export function openBrought(brought: Brought, { open, read, reject, textName }: OpenBroughtOptions): void {
  if (brought.kind === 'lost') return reject({ code: 'SHARE_LOST' })
  const { texts, files } = brought
  const telling = [...new Set(texts)].filter((text) => combineTexts([text]).choices.length > 0)
  if (files.length + telling.length > 1) {
    return read([...files, ...telling.map((text) => new File([text], textName))])
  }
  if (files.length > 0) return read(files)
  const [text] = [...telling, ...texts]
  if (text === undefined) return reject({ code: 'INPUT_EMPTY' })
  open(text)
}
