import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import { useLanguage } from '../../i18n/LanguageContext'
import { Disclosure } from '../../ui/Disclosure'
import { JsonText } from '../../ui/JsonText'
import { Notice } from '../../ui/Notice'
import { itemsWithin, shownIn, toReceipt, type Receipt } from './receipt'
import { receiptMessages } from './receiptMessages'
import { showEntry } from './showEntry'

/** Milliseconds without a change after which the page is counted. */
const QUIET = 250
/** Entries that are named; more are counted. */
const MOST_NAMED = 20

export interface ReceiptViewProps {
  readonly bundle: OrganizedBundle
  readonly children: ReactNode
}

/**
 * A record and, at its foot, what became of each of its entries: so many of so many shown, some of them in the generic
 * view or as JSON. It counts what stands on the page, whatever was meant to stand there.
 * `data-shx-receipt` is a published contract: docs/dom-contract.md.
 */
export function ReceiptView({ bundle, children }: ReceiptViewProps): ReactElement {
  const container = useRef<HTMLDivElement>(null)
  const items = useMemo(() => itemsWithin(bundle), [bundle])
  const [receipt, setReceipt] = useState<Receipt>()
  useEffect(() => {
    const { current } = container
    if (!current) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = (): void => setReceipt(toReceipt(items, shownIn(current)))
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(count, QUIET)
    }
    const observer = new MutationObserver(later)
    observer.observe(current, { childList: true, subtree: true })
    later()
    return () => {
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [items])
  return (
    <>
      <div ref={container}>{children}</div>
      {receipt && receipt.total > 0 && <Counted receipt={receipt} />}
    </>
  )
}

function Counted({ receipt }: { readonly receipt: Receipt }): ReactElement {
  const { language } = useLanguage()
  const t = receiptMessages(language)
  const { total, missing, generic, asJson, converted, growing } = receipt
  const shown = total - missing.length
  const parts = [
    t(growing ? 'counting' : 'shown', { count: total, shown }),
    ...(generic.length > 0 ? [t('generic', { count: generic.length })] : []),
    ...(asJson.length > 0 ? [t('asJson', { count: asJson.length })] : []),
    ...(converted.length > 0 ? [t('converted', { count: converted.length })] : []),
  ]
  const isLost = missing.length > 0 && !growing
  return (
    <Box
      component="footer"
      data-shx-receipt={`${shown}/${total}`}
      sx={{ marginBlock: '1.5rem 0.5rem', color: 'text.secondary' }}
    >
      <Box component="p" sx={{ margin: 0 }}>
        {parts.join(' · ')}
      </Box>
      {asJson.length + generic.length > 0 && (
        <Disclosure summary={t('which')} prints={false}>
          <Entries items={[...asJson, ...generic]} />
        </Disclosure>
      )}
      {isLost && (
        <Notice severity="error" title={t('missing', { count: missing.length })} announce="assertive">
          <p>{t('missingLead')}</p>
          {missing.slice(0, MOST_NAMED).map((item) => (
            <Disclosure key={`${item.ref} ${item.position}`} summary={<Name item={item} />}>
              <JsonText value={item.entry} />
            </Disclosure>
          ))}
        </Notice>
      )}
    </Box>
  )
}

function Entries({ items }: { readonly items: readonly BundleItem[] }): ReactElement {
  const { language } = useLanguage()
  const rest = items.length - MOST_NAMED
  return (
    <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
      {items.slice(0, MOST_NAMED).map((item) => (
        <li key={`${item.ref} ${item.position}`}>
          <Link component="button" type="button" onClick={() => showEntry(item.ref)}>
            <Name item={item} />
          </Link>
        </li>
      ))}
      {rest > 0 && <li>{receiptMessages(language)('andMore', { count: rest })}</li>}
    </Box>
  )
}

/** The type as it was sent and where it is: names of people and tests are in the rows themselves. */
function Name({ item }: { readonly item: BundleItem }): ReactElement {
  const { language } = useLanguage()
  const type = typeOf(item.received?.resource ?? item.resource)
  const place = receiptMessages(language)('entry', { position: item.position + 1 })
  return <bdi>{type === '' ? place : `${place}: ${type}`}</bdi>
}
