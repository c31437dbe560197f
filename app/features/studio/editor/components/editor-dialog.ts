/** What the editor asks about before it is done. */
export type EditorDialog = 'publish' | 'discard' | 'retire' | 'restore' | 'delete'
