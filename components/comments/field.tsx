import type { Locale } from '@/lib/i18n/locales'
import { problemSentence, type Problem } from '@/lib/i18n/words'

interface FieldProps {
  locale: Locale
  name: 'comment' | 'author' | 'email' | 'url'
  label: string
  value?: string
  problem?: Problem
  required?: boolean
  /** The longest that is taken: characters as people count them, or bytes. No maxlength: browsers count UTF-16
   * units, which refuses names the server takes, and cut silently what is pasted. */
  most: number
  unit?: 'bytes'
  /** No type either: what browsers refuse of an address, without scripts in their own words, is mended here. */
  inputMode?: 'url' | 'email'
  autoCapitalize?: 'none'
  autoComplete?: string
  /** The id of a sentence that explains the field. */
  hint?: string
  /** More than one line: a text area of this height. */
  lines?: number
}

/** A label, its input and the place for what is wrong with it. */
export function CommentField({
  locale,
  name,
  label,
  value,
  problem,
  hint,
  lines,
  most,
  unit,
  ...rest
}: FieldProps) {
  const input = {
    ...rest,
    id: name,
    name,
    dir: 'auto',
    defaultValue: value,
    'data-most': most,
    'data-unit': unit,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': [hint, `${name}-problem`].filter(Boolean).join(' '),
  }
  return (
    <div className="field">
      <label htmlFor={name}>
        {label}
        {rest.required && <span aria-hidden="true"> *</span>}
      </label>
      {lines ? <textarea {...input} rows={lines} /> : <input {...input} type="text" />}
      <p className="problem" id={`${name}-problem`}>
        {problem && problemSentence(locale, problem)}
      </p>
    </div>
  )
}
