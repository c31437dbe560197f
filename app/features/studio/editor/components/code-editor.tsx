import { yaml } from '@codemirror/lang-yaml'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { basicSetup } from 'codemirror'
import { useEffect, useRef } from 'react'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { readPageNonce } from '~/ui/page-nonce'
import { codeTheme } from './code-theme'
import { offsetOf, toDiagnostics } from './diagnostics'

/** A position to move to. A new object moves there again. */
export interface Jump {
  file: string
  line: number
  column: number
}

export interface CodeEditorProps {
  file: string
  text: string
  label: string
  problems: readonly FileProblem[]
  readOnly: boolean
  jump: Jump | null
  onChange: (file: string, text: string) => void
}

/**
 * CodeMirror for one file at a time. It keeps each file's history and selection while switching files; remount it
 * when the texts were replaced from outside.
 */
export function CodeEditor({ file, text, label, problems, readOnly, jump, onChange }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const states = useRef(new Map<string, EditorState>())
  const report = useRef(onChange)
  report.current = onChange

  useEffect(() => {
    // The nonce comes first: the view writes its styles as soon as it is made.
    const state = EditorState.create({ extensions: EditorView.cspNonce.of(readPageNonce()) })
    const made = new EditorView({ state, ...(host.current ? { parent: host.current } : {}) })
    view.current = made
    return () => {
      made.destroy()
      view.current = null
    }
  }, [])

  useEffect(() => {
    const kept = states.current
    const known = kept.get(file)
    const options = {
      file,
      text,
      label,
      readOnly,
      onChange: (changed: string) => report.current(file, changed),
    }
    view.current?.setState(known ?? createState(options))
    return () => void (view.current && kept.set(file, view.current.state))
    // The text is passed once; after that it changes only in the editor.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [file, label, readOnly])

  useEffect(() => {
    const { current } = view
    current?.dispatch(setDiagnostics(current.state, toDiagnostics(current.state.doc, problems)))
  }, [problems, file])

  useEffect(() => {
    const { current } = view
    if (!current || jump?.file !== file) return
    const at = offsetOf(current.state.doc, jump)
    current.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
    current.focus()
  }, [jump, file])

  return <div ref={host} className="h-full min-h-0 overflow-hidden" />
}

interface StateOptions {
  file: string
  text: string
  label: string
  readOnly: boolean
  onChange: (text: string) => void
}

function createState({ file, text, label, readOnly, onChange }: StateOptions): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      EditorView.cspNonce.of(readPageNonce()),
      lintGutter(),
      basicSetup,
      codeTheme,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        tabindex: '0',
        spellcheck: String(!file.endsWith('.yaml')),
      }),
      EditorState.readOnly.of(readOnly),
      file.endsWith('.yaml') ? yaml() : [],
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString())
      }),
    ],
  })
}
