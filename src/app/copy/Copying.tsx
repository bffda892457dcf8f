import type { ReactElement, ReactNode } from 'react'
import { siteBase } from '../../platform/address'
import { copyText } from '../../platform/clipboard'
import { CopyProvider } from '../../ui/CopyProvider'

const copy = async (text: string): Promise<boolean> => (await copyText(text, siteBase())) !== 'refused'

/** Lets everything inside be copied, in whichever way the browser allows. */
export const Copying = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <CopyProvider copy={copy}>{children}</CopyProvider>
)
