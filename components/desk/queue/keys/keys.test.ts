import { expect, test } from 'vitest'
import { commandOf } from './keys'

const key = (key: string, code: string, more: Partial<Parameters<typeof commandOf>[0]> = {}) =>
  commandOf({ key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })

test.each([
  ['j', 'KeyJ', { kind: 'move', by: 1, select: false }],
  ['k', 'KeyK', { kind: 'move', by: -1, select: false }],
  ['a', 'KeyA', { kind: 'press', key: 'a' }],
  ['u', 'KeyU', { kind: 'press', key: 'u' }],
  ['s', 'KeyS', { kind: 'press', key: 's' }],
  ['d', 'KeyD', { kind: 'press', key: 'd' }],
  ['r', 'KeyR', { kind: 'press', key: 'r' }],
  ['e', 'KeyE', { kind: 'press', key: 'e' }],
  ['q', 'KeyQ', { kind: 'press', key: 'q' }],
  ['m', 'KeyM', { kind: 'press', key: 'm' }],
  ['z', 'KeyZ', { kind: 'undo' }],
  ['x', 'KeyX', { kind: 'select', range: false }],
  ['?', 'Slash', { kind: 'help' }],
  ['Escape', 'Escape', { kind: 'leave' }],
  // Caps Lock is no shift.
  ['A', 'KeyA', { kind: 'press', key: 'a' }],
  // AZERTY and Dvorak say what is written on the key; its place is another letter's.
  ['a', 'KeyQ', { kind: 'press', key: 'a' }],
  ['z', 'KeyW', { kind: 'undo' }],
  // Arabic, Cyrillic, Greek, kana and hangul: the place counts.
  ['ش', 'KeyA', { kind: 'press', key: 'a' }],
  ['س', 'KeyS', { kind: 'press', key: 's' }],
  ['ф', 'KeyA', { kind: 'press', key: 'a' }],
  ['α', 'KeyA', { kind: 'press', key: 'a' }],
  ['ち', 'KeyA', { kind: 'press', key: 'a' }],
  ['ㅁ', 'KeyA', { kind: 'press', key: 'a' }],
  ['Process', 'KeyJ', { kind: 'move', by: 1, select: false }],
  ['؟', 'Slash', { kind: 'help' }],
  // No command: other letters, digits, signs, dead keys, keys without a place.
  ['b', 'KeyB', undefined],
  ['1', 'Digit1', undefined],
  ['é', 'Digit2', undefined],
  ['Dead', 'KeyA', undefined],
  ['Tab', 'Tab', undefined],
  ['ش', '', undefined],
])('the key %j at %j', (letter, code, command) => {
  expect(key(letter, code)).toEqual(command)
})

test.each([
  ['A', 'KeyA', { kind: 'chosen', key: 'a' }],
  ['X', 'KeyX', { kind: 'select', range: true }],
  ['J', 'KeyJ', { kind: 'move', by: 1, select: true }],
])('with shift, %j', (letter, code, command) => {
  expect(key(letter, code, { shiftKey: true })).toEqual(command)
})

test.each(['ctrlKey', 'metaKey', 'altKey'])('with %s a letter is the browser’s', (held) => {
  expect(key('a', 'KeyA', { [held]: true })).toBeUndefined()
})
