import { describe, expect, test } from 'vitest'
import {
  areAlike,
  comparedName,
  isPhoneNumber,
  localPart,
  localPartsOf,
} from '../../../src/domain/reconciliation/names.ts'

const alike = (a: string, b: string) => areAlike(comparedName(a), comparedName(b))

describe('a name in a room', () => {
  test.each([
    ['Dana Levi', 'dana levi'],
    ['  DANA   levi ', 'dana levi'],
    ['Dana Levi (Kiwi Ltd)', 'dana levi'],
    ['Dana Levi’s iPhone', 'dana levi'],
    ["Dana's iPad (2)", 'dana'],
    ['Lévi, Dána', 'levi dana'],
    ['דנה לוי', 'דנה לוי'],
    ['דָּנָה לֵוִי', 'דנה לוי'],
    ['Дана Леви', 'дана леви'],
    ['(Dana)', 'dana'],
    ['iPhone', ''],
    ['Galaxy A54', ''],
    ['My iPad (2)', ''],
    ['Samsung SM-A546E', ''],
    ['Guest', ''],
    ['🙂', ''],
    ['', ''],
  ])('%s is compared as “%s”', (name, plain) => {
    expect(comparedName(name).plain).toBe(plain)
  })

  test.each([
    ['Dana Levi', 'Levi Dana'],
    ['Dana Levi', 'Dana Levy'],
    ['Dana Levi', 'D. Levi'],
    ['Dana Levi', 'Dana L'],
    ['Dana Levi', 'Dana Ruth Levi'],
    ['Jonathan Cohen', 'Jonathon Cohen'],
    ['דנה לוי', 'לוי דנה'],
  ])('%s and %s may well be one human', (one, other) => {
    expect([alike(one, other), alike(other, one)]).toEqual([true, true])
  })

  test.each([
    ['Dana Levi', 'Dana Cohen'],
    ['Dana Levi', 'Dana'],
    ['Dana Levi', 'Dan Levin'],
    ['Ann Lee', 'Amy Lee'],
    ['D L', 'Dana Levi'],
    ['Dana', 'Dana'],
  ])('%s and %s are not said to be one by their names', (one, other) => {
    expect([alike(one, other), alike(other, one)]).toEqual([false, false])
  })

  test.each([
    ['+1 (202) 555-0147', true],
    ['12025550147', true],
    ['+972 54-***-**47', true],
    ['1202***0147', true],
    ['Call-In User 2', false],
    ['Call-in user_1', false],
    ['Dana 2', false],
    ['2026', false],
    ['Room 101', false],
  ])('whether %s is a telephone: %s', (name, is) => {
    expect(isPhoneNumber(name)).toBe(is)
  })

  test('what stands before the @ of an address fits a name in the usual ways', () => {
    const parts = localPartsOf(comparedName('Dana Levi'))
    for (const email of [
      'dana.levi@kiwi.example',
      'Levi_Dana7@kiwi.example',
      'dlevi@x.example',
      'danal@x.example',
      'dana-levi+zoom@x.example',
    ])
      expect(parts).toContain(localPart(email))
    for (const email of ['dana@x.example', 'levi@x.example', 'info@x.example', 'd.l@x.example'])
      expect(parts).not.toContain(localPart(email))
  })
})
