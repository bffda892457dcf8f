import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { Disclosure } from '../../ui/Disclosure'
import { FieldList } from '../../ui/FieldList'
import { Narrative } from '../../ui/Narrative'
import type { ViewContext } from '../renderer'
import { Remarks } from '../tables/Remarks'
import { messages } from './messages'
import type { DocumentModel } from './model'

export interface DocumentHeaderProps {
  readonly document: DocumentModel
  readonly context: ViewContext
}

/** What a document is, in a few lines; all that it says about itself is one click away, its own text included. */
export function DocumentHeader({ document, context }: DocumentHeaderProps): ReactElement {
  const { ref, remarks, title, lead, fields, narrative } = document
  const t = messages(context.language)
  return (
    <div data-ref={ref}>
      {title !== undefined && (
        <Box dir="auto" sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>
          {title}
        </Box>
      )}
      <Box
        component="ul"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2,
          margin: 0,
          padding: 0,
          listStyle: 'none',
          color: 'text.secondary',
          overflowWrap: 'anywhere',
        }}
      >
        {lead.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </Box>
      <Remarks remarks={remarks} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, '& > *': { minWidth: 0 } }}>
        <Disclosure summary={t('aboutDocument')}>
          <FieldList fields={fields} />
        </Disclosure>
        {narrative !== undefined && (
          <Disclosure summary={t('documentText')}>
            <Narrative div={narrative} language={context.language} />
          </Disclosure>
        )}
      </Box>
    </div>
  )
}
