import { createContext, useContext } from 'react'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { YamlChange, YamlPath } from '~/domain/content/edit/yaml-change'
import { valueIn } from '~/domain/content/edit/yaml-change'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import type { Locale } from '~/domain/text'
import type { FormChoices } from '../form-choices'

/** What the fields of a form share. */
export interface FormModel {
  kind: DocumentKind
  /** The parsed source. */
  value: unknown
  files: DocumentFiles
  /** The problems of the source file. */
  problems: readonly FileProblem[]
  /** The problems of all files. */
  fileProblems: readonly FileProblem[]
  canEdit: boolean
  /** The languages of the center; texts in others are kept and shown. */
  locales: readonly Locale[]
  /** The language that a phone shows. */
  shown: Locale
  choices: FormChoices
  change: (...changes: YamlChange[]) => void
  changeFiles: (change: (files: DocumentFiles) => DocumentFiles) => void
}

const FormContext = createContext<FormModel | null>(null)
export const FormProvider = FormContext.Provider

/** The form around a field. */
export function useForm(): FormModel {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field stands outside of a form')
  return form
}

/** The value of a field. */
export function useValue(path: YamlPath): unknown {
  return valueIn(useForm().value, path)
}
