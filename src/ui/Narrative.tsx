import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { useMemo, type ReactElement } from 'react'
import { hasNarrative, narrativeSource } from '../core/fhir/narrative'
import { LANGUAGE_DIRECTIONS, type Language } from '../i18n/language'
import { NarrativeLanguages } from './NarrativeLanguages'
import { Notice } from './Notice'
import { SafeLink } from './SafeLink'
import { sanitizeNarrative, type SafeNarrative } from './sanitizeNarrative'
import { languagePartsOf } from './senderText/languageParts'
import { messages } from './senderText/messages'
import type { DroppedKind } from './senderText/rewriteNarrative'

export interface NarrativeProps {
  /** A Narrative or its `div`, of any shape. */
  readonly div: unknown
  readonly language: Language
  /** Ids that something leads to; see `rewriteNarrative`. */
  readonly ids?: readonly string[]
}

/**
 * Text that the sender wrote, in a frame that says so. Nothing in it can run, load, cover or link to anything; what
 * is not shown as it was made is counted above it. A text in several languages is shown one language at a time.
 */
export function Narrative({ div, language, ids }: NarrativeProps): ReactElement | null {
  const source = hasNarrative(div) ? narrativeSource(div) : undefined
  const languages = useMemo(() => (source === undefined ? undefined : languagePartsOf(source)), [source])
  if (source === undefined) return null
  const text = (own: string): ReactElement | null =>
    hasNarrative(own) ? <SenderText source={own} language={language} {...(ids && { ids })} /> : null
  return (
    <Box component="section" aria-label={messages(language)('label')} sx={{ marginBlock: 1 }}>
      {languages === undefined ? (
        text(source)
      ) : (
        <>
          {text(languages.before)}
          <NarrativeLanguages
            parts={languages.parts}
            language={language}
            show={(part) => text(part.source)}
          />
          {text(languages.after)}
        </>
      )}
    </Box>
  )
}

interface SenderTextProps {
  /** XHTML, as sent. */
  readonly source: string
  readonly language: Language
  readonly ids?: readonly string[]
}

/** One text in its frame. The only `dangerouslySetInnerHTML` of the viewer. */
function SenderText({ source, language, ids }: SenderTextProps): ReactElement {
  const narrative = useMemo(() => sanitizeNarrative(source, language, ids), [source, language, ids])
  return (
    <>
      {/* What the viewer says is in the reader's language, whatever stands around it. */}
      <Box lang={language} dir={LANGUAGE_DIRECTIONS[language]}>
        <Remarks narrative={narrative} language={language} />
      </Box>
      <Box sx={FRAME}>
        <Box
          aria-hidden
          lang={language}
          sx={{ color: 'text.secondary', fontSize: '0.8125rem', marginBlockEnd: 0.5 }}
        >
          {messages(language)('label')}
        </Box>
        {narrative.kind === 'html' ? (
          <Box
            dir="auto"
            data-sender-text=""
            sx={TEXT}
            dangerouslySetInnerHTML={{ __html: narrative.html }}
          />
        ) : (
          <Box component="pre" dir="auto" sx={TEXT}>
            {narrative.text}
          </Box>
        )}
        <Box lang={language}>
          <Links addresses={narrative.links} language={language} />
        </Box>
      </Box>
    </>
  )
}

interface PartProps {
  readonly narrative: SafeNarrative
  readonly language: Language
}

/** What is shown otherwise than it was sent, in the viewer's own words and outside of the sender's frame. */
function Remarks({ narrative, language }: PartProps): ReactElement | null {
  const t = messages(language)
  const { dropped, cut, kind } = narrative
  const counted = (
    [
      ['code', 'droppedCode'],
      ['pictures', 'droppedPictures'],
      ['embedded', 'droppedEmbedded'],
      ['fields', 'droppedFields'],
      ['other', 'droppedOther'],
    ] as const satisfies readonly (readonly [DroppedKind, string])[]
  ).filter(([what]) => dropped[what] > 0)
  return (
    <>
      {cut && <Notice severity="warning">{t('cut')}</Notice>}
      {kind === 'text' && <Notice severity="warning">{t('plain')}</Notice>}
      {counted.length > 0 && (
        <Notice severity="info" title={t('droppedTitle')}>
          <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
            {counted.map(([what, message]) => (
              <li key={what}>{t(message, { count: dropped[what] })}</li>
            ))}
          </Box>
        </Notice>
      )}
      {dropped.links > 0 && <SmallPrint>{t('droppedLinks', { count: dropped.links })}</SmallPrint>}
      {dropped.looks > 0 && <SmallPrint>{t('droppedLooks')}</SmallPrint>}
    </>
  )
}

/** What nearly every text has: said, but not as loudly as what is missing. */
const SmallPrint = ({ children }: { readonly children: string }): ReactElement => (
  <Box component="p" sx={{ margin: 0, color: 'text.secondary', fontSize: '0.8125rem' }}>
    {children}
  </Box>
)

interface LinksProps {
  readonly addresses: readonly string[]
  readonly language: Language
}

/** Where the text links to. The host is named, so that nobody follows a link by its text alone. */
function Links({ addresses, language }: LinksProps): ReactElement | null {
  const t = messages(language)
  if (addresses.length === 0) return null
  return (
    <Box component="ul" aria-label={t('links')} sx={{ marginBlock: 1, paddingInlineStart: 2.5 }}>
      {addresses.map((address, index) => (
        <li key={address}>
          <SafeLink href={address}>
            {t('openLink', { number: index + 1, host: new URL(address).host })}
          </SafeLink>
        </li>
      ))}
    </Box>
  )
}

/** Nothing leaves the frame: no overlay, no float, no margin of the text reaches what the viewer itself says. */
const FRAME: SxProps<Theme> = {
  contain: 'content',
  isolation: 'isolate',
  overflow: 'auto',
  // A box that scrolls would be cut off at the end of a page.
  '@media print': { contain: 'none', overflow: 'visible', '& [role=region]': { overflow: 'visible' } },
  border: '1px dashed',
  borderColor: 'divider',
  borderRadius: 1,
  padding: 1.5,
  marginBlockStart: 1,
}

const TEXT: SxProps<Theme> = {
  margin: 0,
  overflowWrap: 'anywhere',
  '& [tabindex="-1"]:focus': {
    outlineOffset: '-3px',
    outline: '3px solid',
    outlineColor: 'primary.main',
    backgroundColor: 'action.selected',
  },
  '& p, & ul, & ol, & dl, & pre, & blockquote': { marginBlock: 1 },
  '& h1, & h2, & h3, & h4, & h5, & h6': { fontSize: '1rem', fontWeight: 700, marginBlock: 1 },
  '& img': { maxWidth: '100%', height: 'auto' },
  '& pre, &:is(pre)': { whiteSpace: 'pre-wrap', font: 'inherit' },
  '& [role=region]': { overflowX: 'auto', marginBlock: 1 },
  '& [role=region]:focus-visible': { outline: '3px solid', outlineOffset: 2 },
  '& table': { borderCollapse: 'collapse' },
  '& th, & td': {
    border: '1px solid',
    borderColor: 'divider',
    paddingBlock: 0.5,
    paddingInline: 1,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'normal',
  },
}
