import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { plainText } from '../../core/plainText'
import { Copyable } from '../../ui/Copyable'
import { LINE_WITH_BUTTON } from '../../ui/copyStyles'
import { FieldList } from '../../ui/FieldList'
import { SafeLink } from '../../ui/SafeLink'
import type { CardValue } from './card'
import type { Contact } from './contacts'
import type { Cost } from './costs'
import { typed } from './frontDesk'

/** Each value by itself: it is selected and copied whole, and typed into a form as it stands. */
export function ValueList({ values }: { readonly values: readonly CardValue[] }): ReactElement {
  return (
    <FieldList
      isCompact
      fields={values.map(({ key, label, remark, ...own }) => ({
        label,
        value: (
          <Box data-value={key} sx={LINE_WITH_BUTTON}>
            <Copyable label={label} text={typed(own)}>
              <Box component="bdi" translate="no" sx={{ userSelect: 'all', fontWeight: 600 }}>
                {own.value}
              </Box>
              {remark !== undefined && ` (${remark})`}
            </Copyable>
          </Box>
        ),
      }))}
    />
  )
}

export function CostList({ costs }: { readonly costs: readonly Cost[] }): ReactElement {
  return (
    <FieldList
      isCompact
      fields={costs.map(({ label, value, plain, exceptions }) => ({
        label,
        value: (
          <>
            <Box component="div" dir="auto" sx={{ ...LINE_WITH_BUTTON, fontWeight: 600 }}>
              <Copyable label={label} text={plain}>
                {value}
              </Copyable>
            </Box>
            {exceptions.map((line) => (
              <div key={line} dir="auto">
                {line}
              </div>
            ))}
          </>
        ),
      }))}
    />
  )
}

export function ContactList({ contacts }: { readonly contacts: readonly Contact[] }): ReactElement {
  return (
    <FieldList
      fields={contacts.map(({ label, lines }) => ({
        label,
        value: lines.map(({ text, plain, href }) => (
          <Box key={text} dir="auto" sx={LINE_WITH_BUTTON}>
            <Copyable label={`${label}, ${text}`} text={plainText(plain)}>
              {href === undefined ? text : <SafeLink href={href}>{text}</SafeLink>}
            </Copyable>
          </Box>
        )),
      }))}
    />
  )
}

/** Lines of text from the card, as it has them. */
export function Paragraphs({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <>
      {lines.map((line, index) => (
        // Lines repeat, and never change their order.
        <Box key={index} component="p" dir="auto" sx={{ marginBlock: 0.5, overflowWrap: 'anywhere' }}>
          {line}
        </Box>
      ))}
    </>
  )
}
