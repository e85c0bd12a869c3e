import { expect, test } from 'vitest'
import { disposableMailboxes, freeMailboxes } from '../../src/workspace/free-mailboxes.ts'

const free = freeMailboxes()
const disposable = disposableMailboxes()

const providers = [
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'yahoo.com',
    'icloud.com',
    'proton.me',
    'fastmail.com',
  ],
  ...[
    'web.de',
    'gmx.de',
    'mail.ru',
    'yandex.ru',
    'ya.ru',
    'qq.com',
    '163.com',
    'tutanota.com',
    'orange.fr',
    'libero.it',
  ],
]
const israeli = [
  'walla.co.il',
  'walla.com',
  '012.net.il',
  'netvision.net.il',
  'bezeqint.net',
  'zahav.net.il',
  'yahoo.co.il',
]
const oneTime = [
  'mailinator.com',
  '10minutemail.com',
  'guerrillamail.com',
  'yopmail.com',
  'trashmail.com',
  'temp-mail.org',
]

test('the well-known providers of free mailboxes are on the list, Israeli ones too', () => {
  expect([...providers, ...israeli].filter((domain) => !free.includes(domain))).toEqual([])
})

test('a company, a university or a made-up example is no free mailbox', () => {
  const companies = [
    'acme.example',
    'example.com',
    'microsoft.com',
    'ibm.com',
    'facebook.com',
    'alibaba.com',
    'nus.edu.sg',
  ]
  expect(companies.filter((domain) => free.includes(domain))).toEqual([])
})

test('services for one-time addresses are disposable and also free', () => {
  expect(oneTime.filter((domain) => !disposable.includes(domain))).toEqual([])
  expect(disposable.filter((domain) => !free.includes(domain))).toEqual([])
})

test('no everyday provider is called disposable', () => {
  expect([...providers, ...israeli].filter((domain) => disposable.includes(domain))).toEqual([])
})

test('domains are plain lower case, each once, in one order, so that a published model is the same everywhere', () => {
  for (const list of [free, disposable]) {
    expect(list.filter((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))).toEqual([])
    expect(new Set(list).size).toBe(list.length)
    expect([...list].sort()).toEqual(list)
  }
  expect(freeMailboxes()).toEqual(free)
})

test('the lists stay small enough to live inside a model', () => {
  expect(JSON.stringify(free).length).toBeLessThan(200_000)
  expect(JSON.stringify(disposable).length).toBeLessThan(20_000)
})
