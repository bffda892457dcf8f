import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useConfig } from '../ConfigContext'
import { Fragment, useMemo, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { sharedDocuments, type SharedDocument } from '../../core/patientShared'
import { useLanguage } from '../../i18n/LanguageContext'
import { saveFile } from '../../platform/exportFile'
import { useOpenDocument } from '../../ui/document/openDocument'
import { Notice } from '../../ui/Notice'
import { linkMessages } from './linkMessages'

/** Says of everything below that the patient shared it, and tells the patient's own words from the record laid out. */
export function PatientShared({ bundle }: { readonly bundle: OrganizedBundle }): ReactElement {
  const { language } = useLanguage()
  const t = linkMessages(language)
  const open = useOpenDocument()
  const { features } = useConfig()
  const documents = useMemo(() => sharedDocuments(bundle), [bundle])
  return (
    <Box sx={{ marginBlockStart: 1.5 }} data-provenance="patient-shared">
      <Notice
        severity="info"
        title={t('sharedTitle')}
        action={documents.map((document, index) => (
          <Fragment key={`${document.ref} ${index}`}>
            {open && (
              <Button
                variant="contained"
                data-open-document={document.kind}
                onClick={() =>
                  open({
                    document: { path: document.ref, content: { kind: 'bytes', bytes: document.bytes } },
                    title: t(NAMES[document.kind]),
                    marks: [],
                    facts: [],
                  })
                }
              >
                {t('sharedOpen', { name: t(NAMES[document.kind]) })}
              </Button>
            )}
            {features.save && (
              <Button
                variant="text"
                data-shared-document={document.kind}
                onClick={() => saveFile(document.bytes, FILE_NAMES[document.kind])}
              >
                {t('sharedSave', { name: t(NAMES[document.kind]) })}
              </Button>
            )}
          </Fragment>
        ))}
      >
        {t('sharedLead')}
      </Notice>
    </Box>
  )
}

const NAMES = { story: 'sharedStory', rendered: 'sharedRendered', other: 'sharedOther' } as const
/** Without any health data in them: what is saved on a shared machine is seen by others. */
const FILE_NAMES: Readonly<Record<SharedDocument['kind'], string>> = {
  story: 'patient-note.pdf',
  rendered: 'patient-record.pdf',
  other: 'patient-document.pdf',
}
