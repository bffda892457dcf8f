import type { Layout, RecordToSave } from './makeDocument'

/** Lays a record out on paper, or as a picture of that paper. What it takes is loaded when somebody saves. */
export const recordLayout = (record: RecordToSave): Layout => {
  const pdf = async (signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> => {
    const { makePdf } = await import('../save/makePdf')
    return makePdf({ ...record, signal })
  }
  return {
    pdf,
    jpeg: async (signal) => {
      const [{ makePicture }, pages] = await Promise.all([import('../save/makePicture'), pdf(signal)])
      return makePicture(pages, { format: 'jpeg', signal })
    },
  }
}
