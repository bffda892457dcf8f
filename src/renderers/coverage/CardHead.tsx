import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { ViewContext } from '../renderer'
import { SentPicture } from './CardPictures'
import type { CardModel } from './model'
import { isInHead } from './pictures'

export interface CardHeadProps {
  readonly card: CardModel
  readonly context: ViewContext
}

/** The top of a card in the payer's colours, with its logo. Whether it is in force is said below, in ours. */
export function CardHead({ card, context }: CardHeadProps): ReactElement {
  const { title, colours, pictures } = card
  const logo = pictures.find(isInHead)
  return (
    <Box
      data-card-colours={colours?.background}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 2,
        padding: 2,
        borderBlockEnd: colours?.accent === undefined ? '1px solid' : '4px solid',
        borderColor: colours?.accent ?? 'divider',
        ...(colours && { backgroundColor: colours.background, color: colours.text }),
      }}
    >
      {logo?.documents.slice(0, 1).map((document) => (
        <SentPicture
          key={document.path}
          document={document}
          label={[logo.label, ...logo.lines].join('. ')}
          context={context}
          sx={LOGO}
        />
      ))}
      <Box component="h3" dir="auto" sx={{ margin: 0, fontSize: '1.25rem', overflowWrap: 'anywhere' }}>
        {title}
      </Box>
    </Box>
  )
}

/** On white: most logos are made for it. */
const LOGO = {
  maxHeight: '3.5rem',
  maxWidth: '10rem',
  padding: '4px',
  borderRadius: 1,
  backgroundColor: '#ffffff',
} as const
