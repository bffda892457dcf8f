import { useMemo, useState, type ReactElement, type ReactNode } from 'react'
import { OpenDocumentContext, type OpenableDocument } from '../../ui/document/openDocument'
import { LoadedScreen } from '../LoadedScreen'

/** Shows a document in front of its children when one of them asks for it. One at a time; nothing is kept of it. */
export function Documents({ children }: { readonly children: ReactNode }): ReactElement {
  const [opened, open] = useState<OpenableDocument>()
  const props = useMemo(() => opened && { opened, onClose: () => open(undefined) }, [opened])
  return (
    <OpenDocumentContext value={open}>
      {children}
      {props && <LoadedScreen load={loadDialog} props={props} />}
    </OpenDocumentContext>
  )
}

const loadDialog = async () => (await import('./DocumentDialog')).DocumentDialog
