import { expect, test } from 'vitest'
import { isCall } from './action-body'

test.each([
  '[]',
  '[null]',
  '[{"title":"A","at":"$D2026-11-23T08:00:00.000Z"}]',
  '["$$5","$undefined","$n12","$NaN"]',
])('%s is a call', (text) => expect(isCall(text)).toBe(true))

test.each([
  '',
  '{',
  '{}',
  'null',
  '"$1"',
  '["$F1"]',
  '["$1"]',
  '[{"a":["$K1"]}]',
  '["$@0"]',
  '["$Q1"]',
  '["$B2"]',
  '["$D<"]',
])('%j is none', (text) => expect(isCall(text)).toBe(false))
