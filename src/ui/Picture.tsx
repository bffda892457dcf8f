import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { useEffect, useRef, useState, type ReactElement } from 'react'

/** Unpacks the bytes of a picture and draws them; false where that cannot be done. Never throws. */
export type DrawPicture = (bytes: Uint8Array<ArrayBuffer>, canvas: HTMLCanvasElement) => Promise<boolean>

export interface PictureProps {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly draw: DrawPicture
  /** What is to be seen, in words. */
  readonly label: string
  readonly loading: string
  readonly failed: string
  readonly sx?: SxProps<Theme>
}

/** A canvas and no `img`, which would be given the sender's file: what is shown are pixels of ours. */
const IMAGE = { role: 'img' } as const

/** A picture from a payload, or words for why it is not there. */
export function Picture({ bytes, draw, label, loading, failed, sx }: PictureProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  useEffect(() => {
    let current = true
    void (async () => {
      const drawn = canvas.current !== null && (await draw(bytes, canvas.current).catch(() => false))
      if (current) setState(drawn ? 'shown' : 'failed')
    })()
    return () => {
      current = false
    }
  }, [bytes, draw])
  return (
    <>
      {state !== 'shown' && <output>{state === 'loading' ? loading : failed}</output>}
      <Box
        component="canvas"
        ref={canvas}
        {...IMAGE}
        aria-label={label}
        hidden={state !== 'shown'}
        data-picture={state}
        sx={[{ maxWidth: '100%', height: 'auto', '&[hidden]': { display: 'none' } }, ...[sx ?? {}].flat()]}
      />
    </>
  )
}
