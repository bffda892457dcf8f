import { Fragment, type ReactElement } from 'react'
import type { ViewContext } from '../renderer'
import { COMPARED, RIGHT_TO_LEFT } from './comparisons'
import { originText, partsOf } from './dictionaryWords'

export interface WordsProps {
  readonly text: string
  readonly context: ViewContext
}

/**
 * A line of a record. Words that its sender has not said are set apart: by `data-words`, by a remark on hovering, and
 * by their language, where it is not the reader's. `data-words` is a published contract: docs/dom-contract.md.
 */
export function Words({ text, context }: WordsProps): ReactElement {
  const parts = partsOf(text, context.codes)
  if (parts.every(({ origin }) => origin === undefined)) return <Plain text={text} />
  return (
    <>
      {parts.map((part, index) =>
        part.origin === undefined ? (
          // Parts of a line never change their order.
          <Plain key={index} text={part.text} />
        ) : (
          <span
            key={index}
            data-words={part.origin.dictionary?.id ?? 'own'}
            lang={part.origin.language === context.language ? undefined : part.origin.language}
            title={originText(part.origin, context.language)}
          >
            {part.text.slice(0, codeAt(part.text))}
            <span className="code" translate="no">
              <bdi>{part.text.slice(codeAt(part.text))}</bdi>
            </span>
          </span>
        ),
      )}
    </>
  )
}

/** A text as it is; among letters from right to left a browser mirrors signs, and "< 5" would look like "> 5". */
function Plain({ text }: { readonly text: string }): ReactElement {
  if (!RIGHT_TO_LEFT.test(text)) return <>{text}</>
  return (
    <>
      {text.split(COMPARED).map((piece, index) =>
        index % 2 === 1 ? (
          <bdi key={index} dir="ltr">
            {piece}
          </bdi>
        ) : (
          <Fragment key={index}>{piece}</Fragment>
        ),
      )}
    </>
  )
}

/** Where the code in brackets begins, with which such words end. */
const codeAt = (words: string): number => words.lastIndexOf('[')
