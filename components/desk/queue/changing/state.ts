/** What is typed into the form of an edit. */
export interface EditTyped {
  name: string
  url: string
  text: string
  why: string
  reason: string
}

/** Somebody was faster: who, of the staff or its author (null), and when. */
export interface Since {
  by: string | null
  at: Date | null
}

export interface EditState {
  /** Tells one outcome from the next. */
  nonce?: number
  done?: 'saved' | 'undone'
  /** The edit that was made, by which it can be taken back. */
  editId?: string
  refusal?: string
  since?: Since
  problems?: Partial<Record<keyof EditTyped, string>>
  /** What was typed and is not saved. */
  typed?: EditTyped
}
export type EditAction = (before: EditState, form: FormData) => Promise<EditState>

export interface MoveState {
  nonce?: number
  done?: 'moved' | 'undone'
  moveId?: string
  refusal?: string
  since?: Since
}
export type MoveAction = (before: MoveState, form: FormData) => Promise<MoveState>

export interface DeleteState {
  nonce?: number
  refusal?: string
  since?: Since
}
export type DeleteAction = (before: DeleteState, form: FormData) => Promise<DeleteState>

/** How a card changes its comment. */
export interface Changing {
  edit: EditAction
  mayDelete: boolean
}
