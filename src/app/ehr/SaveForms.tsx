import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { useId, type ReactElement } from 'react'
import type { SaveForm } from '../../config/ehrs'
import type { RecordToSave } from './makeDocument'
import { saveMessages } from './saveMessages'

export interface Chosen {
  /** How the record is laid out. */
  readonly shown: 'pdf' | 'jpeg'
  /** What was received goes along, as a document of its own. */
  readonly received: boolean
}

export interface SaveFormsProps {
  readonly record: RecordToSave
  readonly forms: readonly SaveForm[]
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}

/** What is saved. A choice where the EHR takes more than one form of it. */
export function SaveForms({ record, forms, chosen, onChange }: SaveFormsProps): ReactElement {
  const t = saveMessages(record.context.language)
  const name = useId()
  const isChoice = forms.includes('pdf') && forms.includes('jpeg')
  return (
    <>
      {isChoice ? (
        <Box component="fieldset" sx={FIELDS}>
          <legend>{t('form')}</legend>
          {(['pdf', 'jpeg'] as const).map((shown) => (
            <Box component="label" key={shown} sx={OPTION}>
              <input
                type="radio"
                name={name}
                value={shown}
                checked={chosen.shown === shown}
                onChange={() => onChange({ ...chosen, shown })}
              />
              {t(shown === 'pdf' ? 'formPdf' : 'formJpeg')}
            </Box>
          ))}
        </Box>
      ) : (
        <Box component="p" sx={{ marginBlockEnd: 0.5 }}>
          {t('what')}: {t(chosen.shown === 'pdf' ? 'whatPdf' : 'whatPicture')}
        </Box>
      )}
      {forms.includes('received') && (
        <Box component="label" sx={OPTION}>
          <input
            type="checkbox"
            checked={chosen.received}
            onChange={(event) => onChange({ ...chosen, received: event.currentTarget.checked })}
            data-save-received=""
          />
          {t(record.verified.source.kind === 'jws' ? 'withCard' : 'withFhir')}
        </Box>
      )}
    </>
  )
}

const FIELDS: SxProps<Theme> = { margin: 0, marginBlockStart: 2, padding: 0, border: 0 }

/** Large enough for a finger. */
export const OPTION = {
  display: 'flex',
  gap: 1,
  alignItems: 'baseline',
  paddingBlock: 0.75,
  cursor: 'pointer',
  '& input': { flexShrink: 0, width: 20, height: 20, alignSelf: 'flex-start', margin: '2px 0 0' },
} as const satisfies SxProps<Theme>
