import { createContext, useContext } from 'react'

/** What is told of an account whose activity fell. */
export interface QuietNote {
  account: string
  /** The numbers that explain it. */
  text: string
}

const QuietContext = createContext<readonly QuietNote[]>([])

/** Names the accounts that fell quiet for every part of the page. */
export const QuietProvider = QuietContext.Provider

/** What is told of an account; undefined while it tries as usual. */
export const useQuietNote = (account: string): QuietNote | undefined =>
  useContext(QuietContext).find((one) => one.account === account)
