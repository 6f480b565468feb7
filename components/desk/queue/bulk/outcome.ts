/** Why a decision about a whole view was not begun, ended or taken back. */
export type BulkOutcome = undefined | { refusal: string; nonce: number }

export type BulkAction = (before: BulkOutcome, form: FormData) => Promise<BulkOutcome>
