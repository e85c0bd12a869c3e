import { expect, test } from 'vitest'
import { countries, countryOf, timezones, weekendOf } from '../../web/screens/setup/places.ts'
import { slugOf } from '../../web/screens/setup/slug.ts'
import { isReachable } from '../../web/screens/sources/reachable.ts'
import { pathAfterSignIn } from '../../web/session.ts'

const workspaces = [{ slug: 'oren', name: 'Oren', role: 'owner' }]

test('sign-in leads back to the screen one came from, with its filters', () => {
  expect(pathAfterSignIn('/w/oren/webinars/w_1?temperature=hot', workspaces)).toBe(
    '/w/oren/webinars/w_1?temperature=hot',
  )
})

test('sign-in leads nowhere outside the dashboard', () => {
  for (const to of [
    '//evil.example',
    'https://evil.example/w/x',
    '/\\evil.example',
    '/w/\\evil',
    'javascript:alert(1)',
  ])
    expect(pathAfterSignIn(to, workspaces)).toBe('/w/oren/webinars')
  expect(pathAfterSignIn(null, [])).toBe('/')
})

test('a platform reaches public https addresses only', () => {
  expect(isReachable(new URL('https://ripen.oren.example'))).toBe(true)
  for (const address of ['http://ripen.oren.example', 'https://localhost', 'https://192.168.1.4', 'https://nas.local'])
    expect(isReachable(new URL(address))).toBe(false)
})

test('Israel is proposed with its weekend and holidays, other zones are not guessed', () => {
  expect([countryOf('Asia/Jerusalem'), weekendOf('Asia/Jerusalem')]).toEqual(['IL', 'fri-sat'])
  expect([countryOf('Asia/Tokyo'), weekendOf('Asia/Tokyo')]).toEqual([null, 'sat-sun'])
  expect(timezones('Asia/Jerusalem')).toContain('Asia/Jerusalem')
  expect(new Map(countries('he')).get('IL')).toBe('ישראל')
})

test('a short name is proposed for every company name, Hebrew ones too', () => {
  expect(slugOf('Oren Logistics Ltd.')).toBe('oren-logistics-ltd')
  expect(slugOf('אורן לוגיסטיקה')).toBe('aorn-logistikh')
  expect(slugOf('Café  Zürich')).toBe('cafe-zurich')
  expect(slugOf('---')).toBe('')
})
