import { describe, expect, test } from 'vitest'
import { disguisesIn } from './letters'

describe('letters that look like Latin ones', () => {
  test.each([
    ['in a word with Latin letters', 'pаypal', { pаypal: { а: 'a' } }],
    ['Greek ones', 'micrοsoft', { micrοsoft: { ο: 'o' } }],
    ['a whole word amid Latin text', 'Please visit сосо today', { сосо: { с: 'c', о: 'o' } }],
    ['in a host', 'https://аpple.com/', { аpple: { а: 'a' } }],
  ])('%s', (_where, text, found) => expect(disguisesIn([text])).toEqual(found))

  test.each([
    ['Russian', 'Он сор и оса, а также роса'],
    ['Greek', 'Το κόκκινο φως'],
    ['a Russian word amid English', 'The word «привет» means hello'],
    ['Japanese with Latin letters', 'Tシャツを買った。ハロー'],
    ['Arabic with Latin letters', 'كتابWord'],
    ['one letter that is spoken of', 'The letter а is Cyrillic'],
    ['English', 'paypal'],
  ])('none in %s', (_what, text) => expect(disguisesIn([text])).toEqual({}))

  test('no more than fifty words are told', () => {
    const many = Array.from({ length: 99 }, (_one, place) => `pаypal${place}`).join(' ')
    expect(Object.keys(disguisesIn([many]))).toHaveLength(50)
  })

  test('no word is taken for what every object has', () =>
    expect(disguisesIn(['constructor __proto__ pаypal'])).toEqual({ pаypal: { а: 'a' } }))
})
