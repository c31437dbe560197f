import { lazy, Suspense, useEffect, useState } from 'react'
import type { CodeEditorProps } from './code-editor'

const LazyCodeEditor = lazy(() => import('./code-editor').then((module) => ({ default: module.CodeEditor })))

/** The source of one file: a plain field that a form can post, replaced by CodeMirror once that is loaded. */
export function SourceEditor(props: CodeEditorProps & { generation: number }) {
  const [isBrowser, setBrowser] = useState(false)
  useEffect(() => setBrowser(true), [])
  const plain = <PlainEditor {...props} />
  if (!isBrowser) return plain
  return (
    <Suspense fallback={plain}>
      <LazyCodeEditor key={props.generation} {...props} />
    </Suspense>
  )
}

function PlainEditor({ file, text, label, readOnly }: CodeEditorProps) {
  return (
    <textarea
      key={file}
      name="text"
      defaultValue={text}
      aria-label={label}
      readOnly={readOnly}
      spellCheck={!file.endsWith('.yaml')}
      className="block h-full min-h-96 w-full resize-none bg-surface p-3 font-mono text-[13px] leading-relaxed"
    />
  )
}
