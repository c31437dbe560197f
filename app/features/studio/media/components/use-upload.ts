import { useNavigate } from '@remix-run/react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { paths } from '~/paths'
import type { UploadAnswer, UploadErrors } from '../upload-answer'

/** How an upload stands: the share that has been sent, or why it was refused. */
interface Upload {
  /** From 0 to 1; null while nothing is sent. */
  sent: number | null
  errors: UploadErrors | null
  /** The connection broke, or the server did not answer as expected. */
  isBroken: boolean
}

const IDLE: Upload = { sent: null, errors: null, isBroken: false }

/** Sends the form by a request that tells how far it is, then goes to what was added. `fetch` cannot tell. */
export function useUpload(first: UploadErrors | null) {
  const [upload, setUpload] = useState<Upload>({ ...IDLE, errors: first })
  const navigate = useNavigate()
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (upload.sent !== null) return
    setUpload({ ...IDLE, sent: 0 })
    const request = new XMLHttpRequest()
    request.open('POST', paths.uploadMedium())
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) =>
      setUpload({ ...IDLE, sent: loaded / Math.max(total, 1) })
    request.onerror = () => setUpload({ ...IDLE, isBroken: true })
    request.onload = () => {
      const answer = request.response as UploadAnswer | null
      if (answer && 'to' in answer) return navigate(answer.to)
      setUpload(
        answer && 'errors' in answer ? { ...IDLE, errors: answer.errors } : { ...IDLE, isBroken: true },
      )
    }
    request.send(new FormData(event.currentTarget))
  }
  return { ...upload, onSubmit }
}
