import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { Disclosure } from '../../ui/Disclosure'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { FieldList } from '../../ui/FieldList'
import { Notice } from '../../ui/Notice'
import { SafeLink } from '../../ui/SafeLink'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import { Remarks } from '../tables/Remarks'
import { ResourceDetails } from '../tables/ResourceDetails'
import { ResourceTables } from '../tables/ResourceTables'
import type { Contact } from './contacts'
import type { Cost } from './costs'
import { messages } from './messages'
import { toModel, type CardModel } from './model'

export interface ViewProps {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

export function View({ bundle, context }: ViewProps): ReactElement {
  const { cards, rest } = useMemo(() => toModel(bundle, context), [bundle, context])
  const t = messages(context.language)
  return (
    <>
      {cards.map((card) => (
        <Box key={card.item.position} component="article" data-ref={card.ref} sx={CARD}>
          <Box component="h3" dir="auto" sx={{ margin: 0, fontSize: '1.25rem' }}>
            {card.title}
          </Box>
          <ErrorBoundary
            name="coverage"
            resetKey={context}
            fallback={<Notice severity="error">{t('cardFailed')}</Notice>}
          >
            <CardBody card={card} bundle={bundle} context={context} />
          </ErrorBoundary>
        </Box>
      ))}
      {rest.length > 0 && (
        <Section title={t('alsoHere')} level={3}>
          <ResourceTables tables={rest} bundle={bundle} context={context} headingLevel={4} />
        </Section>
      )}
    </>
  )
}

const CARD = {
  marginBlockStart: 2,
  padding: 2,
  border: '1px solid',
  borderColor: 'divider',
  borderRadius: 2,
} as const

interface CardProps extends ViewProps {
  readonly card: CardModel
}

function CardBody({ card, bundle, context }: CardProps): ReactElement {
  const { force, remarks, values, costs, contacts, people, information, item } = card
  const t = messages(context.language)
  return (
    <>
      <Box sx={{ marginBlock: 1.5 }} data-force={force.code}>
        <Notice severity={force.severity} title={force.text} />
      </Box>
      <Remarks remarks={remarks} />
      <FieldList
        fields={values.map(({ label, value, remark }) => ({
          label,
          value: (
            <>
              {/* Selected and copied whole: it is typed into a form as it stands. */}
              <Box component="bdi" translate="no" sx={{ userSelect: 'all', fontWeight: 600 }}>
                {value}
              </Box>
              {remark !== undefined && ` (${remark})`}
            </>
          ),
        }))}
      />
      <Costs costs={costs} context={context} />
      <Contacts contacts={contacts} context={context} />
      <Lines title={t('alsoCovered')} lines={people} />
      <Lines title={t('information')} lines={information} />
      <Disclosure summary={t('details')}>
        <ResourceDetails item={item} bundle={bundle} context={context} />
      </Disclosure>
    </>
  )
}

const HEADING = { marginBlock: '1.25rem 0.5rem', fontSize: '1rem' } as const

function Costs({
  costs,
  context,
}: {
  readonly costs: readonly Cost[]
  readonly context: ViewContext
}): ReactElement | null {
  if (costs.length === 0) return null
  return (
    <>
      <Box component="h4" sx={HEADING}>
        {messages(context.language)('costs')}
      </Box>
      <FieldList
        fields={costs.map(({ label, value, exceptions }) => ({
          label,
          value: [value, ...exceptions].map((line) => (
            <div key={line} dir="auto">
              {line}
            </div>
          )),
        }))}
      />
    </>
  )
}

function Contacts({
  contacts,
  context,
}: {
  readonly contacts: readonly Contact[]
  readonly context: ViewContext
}): ReactElement | null {
  if (contacts.length === 0) return null
  return (
    <>
      <Box component="h4" sx={HEADING}>
        {messages(context.language)('contacts')}
      </Box>
      <FieldList
        fields={contacts.map(({ label, lines }) => ({
          label,
          value: lines.map(({ text, href }) => (
            <div key={text} dir="auto">
              {href === undefined ? text : <SafeLink href={href}>{text}</SafeLink>}
            </div>
          )),
        }))}
      />
    </>
  )
}

function Lines({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly string[]
}): ReactElement | null {
  if (lines.length === 0) return null
  return (
    <>
      <Box component="h4" sx={HEADING}>
        {title}
      </Box>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines repeat, and never change their order
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
      </Box>
    </>
  )
}
