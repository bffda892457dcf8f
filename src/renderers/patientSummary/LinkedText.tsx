import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react'
import type { Language } from '../../i18n/language'
import { Disclosure } from '../../ui/Disclosure'
import { Narrative } from '../../ui/Narrative'
import { elementWith, showElement } from '../../ui/showElement'
import type { Row } from '../tables/table'
import { messages } from './messages'
import type { TextLinks, TextPlace } from './textLinks'

/** A step of the reader's; who asks twice for one place is led there twice. */
interface Shown {
  readonly place: TextPlace
}

interface Reading {
  readonly links: TextLinks
  /** Where the reader was led to last. */
  readonly shown: Shown | undefined
  readonly show: (step: Shown | undefined) => void
}

const ReadingContext = createContext<Reading>({
  links: { ids: new Map(), places: [] },
  shown: undefined,
  show: () => undefined,
})

export interface ReadingProviderProps {
  readonly links: TextLinks
  readonly children: ReactNode
}

/** Lets the rows of a document lead to its text, and the text to the rows. */
export function ReadingProvider({ links, children }: ReadingProviderProps): ReactElement {
  const [last, show] = useState<Shown>()
  const shown = last && links.places.includes(last.place) ? last : undefined
  const reading = useMemo(() => ({ links, shown, show }), [links, shown])
  return <ReadingContext value={reading}>{children}</ReadingContext>
}

export interface SectionReading {
  /** The reader was led to a place in the text of this section. */
  readonly isShown: boolean
  /** The reader has chosen to look at something else. */
  readonly leave: () => void
  /** For the rows of this section: the way to what its author wrote, where a text says that it speaks of the entry. */
  readonly aside: (row: Row) => ReactElement | null
}

/** What leads to the author's text from a section and to it. */
export function useReading(address: string, language: Language): SectionReading {
  const { links, shown, show } = useContext(ReadingContext)
  const own = useMemo(
    () =>
      new Map(
        links.places.filter(({ listedIn }) => listedIn === address).map((place) => [place.item, place]),
      ),
    [links, address],
  )
  const aside = useCallback(
    ({ item, label }: Row) => {
      const place = own.get(item)
      return place ? <InText label={label} language={language} go={() => show({ place })} /> : null
    },
    [own, show, language],
  )
  return { isShown: shown?.place.section === address, leave: () => show(undefined), aside }
}

interface InTextProps {
  readonly label: string
  readonly language: Language
  readonly go: () => void
}

function InText({ label, language, go }: InTextProps): ReactElement {
  const t = messages(language)
  return (
    <button
      type="button"
      data-in-text=""
      style={{ whiteSpace: 'normal', marginBlock: '2px' }}
      aria-label={t('inTextOf', { label })}
      onClick={go}
    >
      {t('inText')}
    </button>
  )
}

export interface LinkedTextProps {
  readonly narrative: unknown
  /** The address of the section whose text it is. */
  readonly address: string
  readonly language: Language
}

/** The author's text of a section, with the way to the rows of the entries that it speaks of. */
export function LinkedText({ narrative, address, language }: LinkedTextProps): ReactElement {
  const { links, shown } = useContext(ReadingContext)
  const box = useRef<HTMLDivElement>(null)
  const here = shown?.place.section === address ? shown : undefined
  const places = links.places.filter(({ section }) => section === address)
  const ids = links.ids.get(address)
  const t = messages(language)
  useEffect(() => {
    const element = here && markedIn(box.current, here.place.number)
    if (element) showElement(element)
  }, [here])
  return (
    <div ref={box}>
      {here && (
        <Box sx={BACK}>
          <ToRow place={here.place}>{t('backToEntry', { label: here.place.label })}</ToRow>
        </Box>
      )}
      <Narrative div={narrative} language={language} {...(ids && { ids })} />
      {places.length > 0 && (
        <Box sx={{ '@media print': { display: 'none' } }}>
          <Disclosure summary={t('entriesOfText', { count: places.length })}>
            <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
              {places.map((place) => (
                <li key={`${place.listedIn} ${place.item.position}`}>
                  <ToRow place={place}>{place.label}</ToRow>
                </li>
              ))}
            </Box>
          </Disclosure>
        </Box>
      )}
    </div>
  )
}

/** The element with this mark; where nothing stands in it, what it stands in. */
function markedIn(box: HTMLElement | null, number: number): HTMLElement | undefined {
  const element = box?.querySelector<HTMLElement>(`[data-sender-text] [data-place="${number}"]`)
  const isEmpty = element?.textContent.trim() === '' && element.querySelector('img') === null
  return (isEmpty ? element.parentElement : element) ?? undefined
}

function ToRow({ place, children }: { readonly place: TextPlace; readonly children: string }): ReactElement {
  return (
    <Link
      component="button"
      type="button"
      dir="auto"
      sx={{ font: 'inherit', minHeight: '24px', textAlign: 'start', overflowWrap: 'anywhere' }}
      onClick={() => {
        const { ref } = place.item
        const rows = elementWith('section', place.listedIn)?.querySelectorAll<HTMLElement>('[data-ref]') ?? []
        const row = [...rows].find(({ dataset }) => dataset['ref'] === ref) ?? elementWith('ref', ref)
        if (row) showElement(row)
      }}
    >
      {children}
    </Link>
  )
}

/** In sight while a long text is read. */
const BACK = {
  position: 'sticky',
  insetBlockStart: 0,
  zIndex: 1,
  backgroundColor: 'background.paper',
  paddingBlock: 0.5,
  '@media print': { display: 'none' },
} as const
