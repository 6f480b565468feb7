export interface SumWords {
  /** The numbers from 0 to 20. */
  numbers: readonly string[]
  /** What a screen reader says for the sign between two numbers. */
  signs: Record<'+' | '−' | '×', string>
}

export const en: SumWords = {
  numbers: (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty'
  ).split(' '),
  signs: { '+': 'plus', '−': 'minus', '×': 'times' },
}
