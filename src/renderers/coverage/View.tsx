import Box from '@mui/material/Box'
import { useMemo, type ReactElement, type ReactNode } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { CopyButton } from '../../ui/CopyButton'
import { Disclosure } from '../../ui/Disclosure'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { Notice } from '../../ui/Notice'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import { Remarks } from '../tables/Remarks'
import { ResourceDetails } from '../tables/ResourceDetails'
import { ResourceTables } from '../tables/ResourceTables'
import { CardHead } from './CardHead'
import { ContactList, CostList, Paragraphs, ValueList } from './CardLists'
import { CardPictures } from './CardPictures'
import { LimitsTable, PeopleTable } from './CardTables'
import { asLines, asTable, fieldsToCopy } from './frontDesk'
import { messages } from './messages'
import { toModel, type CardModel } from './model'
import { isInHead } from './pictures'

export interface ViewProps {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

export function View({ bundle, context }: ViewProps): ReactElement {
  const { cards, rest } = useMemo(() => toModel(bundle, context), [bundle, context])
  const t = messages(context.language)
  return (
    <>
      {cards.length > 1 && <Overview cards={cards} context={context} />}
      {cards.map((card) => (
        <Box key={card.item.position} component="article" data-ref={card.ref} sx={CARD}>
          <ErrorBoundary
            name="coverage"
            resetKey={context}
            fallback={<Notice severity="error">{t('cardFailed')}</Notice>}
          >
            <CardHead card={card} context={context} />
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
  border: '1px solid',
  borderColor: 'divider',
  borderRadius: 3,
  overflow: 'hidden',
  '@media print': { overflow: 'visible' },
} as const

interface OverviewProps {
  readonly cards: readonly CardModel[]
  readonly context: ViewContext
}

/** How many coverages there are, before anybody takes the first for the only one. */
function Overview({ cards, context }: OverviewProps): ReactElement {
  return (
    <Box data-overview sx={{ marginBlock: 1 }}>
      <strong>{messages(context.language)('several', { count: cards.length })}</strong>
      <Box component="ol" sx={{ margin: 0, paddingInlineStart: 3 }}>
        {cards.map(({ item, title, force }) => (
          <li key={item.position} dir="auto">
            <bdi>{title}</bdi>. <bdi>{force.text}</bdi>
          </li>
        ))}
      </Box>
    </Box>
  )
}

interface CardProps extends ViewProps {
  readonly card: CardModel
}

function CardBody({ card, bundle, context }: CardProps): ReactElement {
  const { force, remarks, information, item } = card
  const pictures = card.pictures.filter((picture) => !isInHead(picture))
  const t = messages(context.language)
  return (
    <Box sx={{ padding: 2 }}>
      <Box sx={{ marginBlockEnd: 1.5 }} data-force={force.code}>
        <Notice severity={force.severity} title={force.text} />
      </Box>
      <Remarks remarks={remarks} />
      <Box sx={{ display: 'grid', columnGap: 4, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
        <WhoseCard card={card} context={context} />
        <WhatItPays card={card} context={context} />
      </Box>
      {information.length > 0 && (
        <Part title={t('information')}>
          <Paragraphs lines={information} />
        </Part>
      )}
      {pictures.length > 0 && (
        <Part title={t('pictures')}>
          <CardPictures pictures={pictures} context={context} />
        </Part>
      )}
      <Disclosure summary={t('details')} prints="details">
        <ResourceDetails item={item} bundle={bundle} context={context} />
      </Disclosure>
    </Box>
  )
}

type ColumnProps = Pick<CardProps, 'card' | 'context'>

/** What is typed into a form, and whom it is about. */
function WhoseCard({ card, context }: ColumnProps): ReactElement {
  const { values, people } = card
  return (
    <Box sx={{ minWidth: 0 }}>
      <CopyAll card={card} context={context} />
      <ValueList values={values} />
      {people.length > 0 && (
        <Part title={messages(context.language)('covered')}>
          <PeopleTable people={people} context={context} />
        </Part>
      )}
    </Box>
  )
}

/** Everything that a form asks for at once, in its order. */
function CopyAll({ card, context }: ColumnProps): ReactElement | null {
  const t = messages(context.language)
  const fields = fieldsToCopy(card, context)
  if (fields.length === 0) return null
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginBlockEnd: 1, '&:empty': { display: 'none' } }}
    >
      <CopyButton id="text" label={t('copyAll')} done={t('allCopied')} text={asLines(fields, context)} />
      <CopyButton id="table" label={t('copyTable')} done={t('allCopied')} text={asTable(fields)} />
    </Box>
  )
}

/** What the patient pays, and whom to call about it. */
function WhatItPays({ card: { costs, limits, contacts }, context }: ColumnProps): ReactElement {
  const t = messages(context.language)
  return (
    <Box sx={{ minWidth: 0, '& > h4:first-of-type': { marginBlockStart: { lg: 0 } } }}>
      {costs.length > 0 && (
        <Part title={t('costs')}>
          <CostList costs={costs} />
        </Part>
      )}
      {limits && (
        <Part title={t('limits')}>
          <LimitsTable limits={limits} context={context} />
        </Part>
      )}
      {contacts.length > 0 && (
        <Part title={t('contacts')}>
          <ContactList contacts={contacts} />
        </Part>
      )}
    </Box>
  )
}

const HEADING = { marginBlock: '1.25rem 0.5rem', fontSize: '1rem' } as const

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <Box component="h4" sx={HEADING}>
        {title}
      </Box>
      {children}
    </>
  )
}
