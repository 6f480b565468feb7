export const replacementRule: object
