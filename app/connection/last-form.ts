interface Submission {
  form: HTMLFormElement
  submitter: HTMLElement | null
}

let last: Submission | null = null

/** Remembers which form was sent, so that the same one can be sent again with what it holds then. */
export function watchForms(): void {
  window.addEventListener(
    'submit',
    (event) => {
      if (event.target instanceof HTMLFormElement) last = { form: event.target, submitter: event.submitter }
    },
    { capture: true },
  )
}

/** Gives a way to send the last form again, once for each time it was sent; null when nothing was sent by a form. */
export function takeLastForm(): (() => boolean) | null {
  const taken = last
  last = null
  return taken && (() => sendAgain(taken))
}

/** False when the form is gone from the page. */
export function sendAgain({ form, submitter }: Submission): boolean {
  if (!form.isConnected) return false
  form.requestSubmit(submitter?.isConnected ? submitter : null)
  return true
}
