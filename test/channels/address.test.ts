import { describe, expect, it } from 'vitest'
import { readAddress } from '../../src/channels/address/address.ts'
import { masked } from '../../src/channels/address/masked.ts'
import type { TargetKind } from '../../src/channels/channel.ts'
import { Refused } from '../../src/domain/refusal.ts'

const slack = 'https://hooks.slack.com/services/T0KIWI/B0KIWI/abcdefghijklmnop'
const flow =
  'https://prod-12.westeurope.logic.azure.com:443/workflows/ab12/triggers/manual/paths/invoke?api-version=2016-06-01&sig=x1y2'
const platform =
  'https://default12.ab.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/1/triggers/manual/paths/invoke?sig=zz'

function refusal(kind: TargetKind, text: string): string {
  try {
    readAddress(kind, text)
  } catch (error) {
    if (error instanceof Refused && error.details.field === 'address') return error.message
    throw error
  }
  throw new Error(`${text} was taken`)
}

describe('an address of a channel', () => {
  it.each([
    ['slack', ` ${slack}\n`, slack],
    ['slack', 'https://hooks.slack-gov.com/services/T0/B0/xyz', 'https://hooks.slack-gov.com/services/T0/B0/xyz'],
    ['teams', flow, flow.replace(':443', '')],
    ['teams', platform, platform.replace(':443', '')],
    ['webhook', 'https://hooks.kiwi.example/in?key=1#part', 'https://hooks.kiwi.example/in?key=1'],
    ['mail', 'noa@kiwi.example', 'noa@kiwi.example'],
    ['mail', 'noa@kiwi.example; sales@kiwi.example,noa@kiwi.example', 'noa@kiwi.example, sales@kiwi.example'],
  ] as const)('of %s is taken: %s', (kind, text, address) => {
    expect(readAddress(kind, text)).toEqual({ address, note: null })
  })

  it('may be of a host that takes messages as Slack does, and says so', () => {
    const { address, note } = readAddress('slack', 'https://mattermost.kiwi.example/hooks/abc')
    expect(address).toBe('https://mattermost.kiwi.example/hooks/abc')
    expect(note?.text).toMatch(/mattermost\.kiwi\.example is not Slack.*send a test/)
  })

  it.each([
    ['slack', '', /Give the address/],
    ['slack', 'kiwi', /no web address/],
    ['slack', 'http://hooks.slack.com/services/T0/B0/x', /begins with http:.*Only https/],
    ['slack', 'https://hooks.slack.com/services/T0/B0', /looks like https:\/\/hooks\.slack\.com\/services/],
    ['slack', 'https://hooks.slack.com/triggers/T0/123/abc', /Workflow Builder/],
    ['slack', 'https://kiwi.slack.com/archives/C0', /is a page of Slack/],
    ['slack', 'https://noa:pass@hooks.slack.com/services/T0/B0/x', /name or password/],
    ['teams', 'https://kiwi.webhook.office.com/webhookb2/ab/IncomingWebhook/cd', /retired.*choose Workflows/],
    ['teams', 'https://outlook.office.com/webhook/ab', /retired.*choose Workflows/],
    ['teams', 'https://teams.microsoft.com/l/channel/ab', /no address of a Teams workflow.*choose Workflows/],
    ['teams', 'https://logic.azure.com.evil.example/?sig=1', /no address of a Teams workflow/],
    ['teams', flow.slice(0, flow.indexOf('&sig')), /cut off.*sig=/],
    ['webhook', 'ftp://kiwi.example/x', /begins with ftp:/],
    ['webhook', 'javascript:alert(1)', /no web address|begins with/],
    ['webhook', 'https://kiwi.example/a b', /no web address/],
    ['webhook', `https://kiwi.example/${'x'.repeat(3000)}`, /at most 2048/],
    ['mail', 'noa', /“noa” is no mail address/],
    ['mail', 'noa@kiwi.example\r\nBcc: all@kiwi.example', /no mail address/],
    ['mail', 'Noa <noa@kiwi.example>', /no mail address/],
    ['mail', ' , ', /no mail address/],
    ['mail', Array.from({ length: 11 }, (_, n) => `a${n}@kiwi.example`).join(','), /11 mail addresses; at most 10/],
  ] as const)('of %s is refused with the reason: %s', (kind, text, reason) => {
    expect(refusal(kind, text)).toMatch(reason)
  })

  it('is shown without the part that is a key', () => {
    expect(masked('slack', slack)).toBe('https://hooks.slack.com/…')
    expect(masked('teams', flow)).toBe('https://prod-12.westeurope.logic.azure.com/…')
    expect(masked('webhook', 'https://hooks.kiwi.example/in?key=1')).toBe('https://hooks.kiwi.example/…')
    expect(masked('mail', 'noa@kiwi.example')).toBe('noa@kiwi.example')
  })
})
