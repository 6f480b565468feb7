/**
 * The name of the field that people do not see. No word that a browser or a password manager looks for, in whatever
 * language, may stand in it, nor in its label: they fill in what they know, and nobody notices
 * (docs/decisions/019-signs-and-proofs.md).
 */
export const hiddenField = 'unseen'
