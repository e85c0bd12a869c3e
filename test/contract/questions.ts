import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { activity } from './activity.ts'
import { afterWebinar } from './after-webinar.ts'
import { makeCompany } from './company.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Page {
  items: { text: string; buying: { topic: string; word: string }[]; person: { id: string } | null }[]
  total: number
  nextCursor: string | null
}

/** What people asked and wrote, and what of it is about buying. */
export function questions(host: () => RunningHost): void {
  test('questions, chat and open answers of a webinar are listed, filtered, and given out as a file', async () => {
    const kiwi = await makeCompany(host())
    const [ann, ben] = ['ann@plum.example', 'ben@fig.example'].map((email) => ({ email }))
    const webinar = { platform: 'generic', platformId: 'demo', startsAt: '2026-04-01T11:00:00Z' }
    const at = (minute: number) => `2026-04-01T11:${minute}:00Z`
    await kiwi.tell(
      activity('started', 'webinar.started', webinar.startsAt, { webinar }),
      activity('ended', 'webinar.ended', '2026-04-01T12:00:00Z', { webinar }),
      activity('r1', 'person.registered', '2026-03-30T10:00:00Z', {
        person: ann,
        webinar,
        question: 'Is there an API?',
      }),
      activity('q1', 'question.asked', at(10), {
        ...{ person: ann, webinar },
        question: { text: 'What does it cost?', answer: 'It depends.' },
      }),
      activity('q2', 'question.asked', at(11), { person: ben, webinar, question: { text: '=1+1, is it recorded?' } }),
      activity('c1', 'chat.sent', at(12), { person: ben, webinar, text: 'מתי אפשר להתחיל?' }),
      activity('s1', 'survey.submitted', '2026-04-01T13:00:00Z', {
        ...{ person: ann, webinar },
        answers: [
          { question: 'What matters?', answer: 'Price' },
          { question: 'Why?', answer: 'Договор', open: true },
        ],
      }),
    )
    await kiwi.settled()
    const [{ id }] = (await kiwi.get<{ items: [{ id: string }] }>('/webinars')).items
    const read = (query: string) => kiwi.get<Page>(`/webinars/${id}/questions?${query}`)
    const texts = async (query: string) => (await read(query)).items.map(({ text }) => text)
    const whole = await read('')
    expect(whole.items).toMatchObject([
      { where: 'form', text: 'Is there an API?', second: null, buying: [{ topic: 'integration', word: 'api' }] },
      {
        ...{ where: 'question', asked: null, text: 'What does it cost?', answer: 'It depends.', at: moment },
        ...{
          second: expect.any(Number),
          staff: false,
          shownName: null,
          person: { email: ann!.email, temperature: 'warm' },
        },
        buying: [{ topic: 'price', word: 'cost', at: 13, length: 4 }],
      },
      { where: 'question', text: '=1+1, is it recorded?', buying: [] },
      { where: 'chat', buying: [{ topic: 'timing' }] },
      { where: 'survey', asked: 'Why?', text: 'Договор', second: null, buying: [{ topic: 'contract' }] },
    ])
    expect(whole).toMatchObject({ complete: true, nextCursor: null, modelVersion: 1, asOf: moment })
    expect(await texts('topic=price')).toEqual(['What does it cost?'])
    expect(await texts('buying=true&sort=newest')).toEqual([
      ...['Договор', 'מתי אפשר להתחיל?', 'What does it cost?', 'Is there an API?'],
    ])
    expect(await texts('q=RECORDED')).toEqual(['=1+1, is it recorded?'])
    const first = await read('buying=true&limit=3')
    expect(first).toMatchObject({ total: 4, nextCursor: expect.any(String) })
    expect(await texts(`buying=true&limit=3&cursor=${first.nextCursor}`)).toEqual(['Договор'])

    for (const profile of ['spreadsheet', 'crm']) {
      const answer = await kiwi.call('GET', `/webinars/${id}/questions.csv?where=question&profile=${profile}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
      const rows = parse(await answer.text(), { columns: true, bom: true }) as Record<string, string>[]
      expect(rows.map((row) => [row.Text, row['Buying topics'], row['Buying words']])).toEqual([
        ['What does it cost?', 'price', 'cost'],
        [profile === 'crm' ? '=1+1, is it recorded?' : "'=1+1, is it recorded?", '', ''],
      ])
    }

    const ranked = await kiwi.get<Page>(`/webinars/${id}/ranking?buying=timing`)
    expect(ranked.items).toMatchObject([{ person: { email: ben!.email }, buying: ['timing'] }])
    const person = await kiwi.get<{ timeline: object[] }>(`/people/${whole.items.at(-1)!.person!.id}`)
    expect(person.timeline[0]).toMatchObject({ buying: [{ topic: 'contract', word: 'договор' }] })
    expect(person.timeline.at(-1)).toMatchObject({ said: [{ where: 'form' }], buying: [{ topic: 'integration' }] })
  })

  test('a topic that there is not, and a webinar that there is not, are refused', async () => {
    const { kiwi, id } = await afterWebinar(host())
    for (const path of ['questions', 'questions.csv']) {
      const wrong = (query: string) => problemOf(kiwi.call('GET', `/webinars/${id}/${path}?${query}`))
      expect(await wrong('topic=weather')).toMatchObject({ status: 400, field: 'topic' })
      expect(await wrong('buying=perhaps')).toMatchObject({ status: 400, field: 'buying' })
      expect(await wrong('colour=green')).toMatchObject({ status: 400, field: 'colour' })
      expect(await problemOf(kiwi.call('GET', `/webinars/w_nobody/${path}`))).toMatchObject({ status: 404 })
    }
    expect(await problemOf(kiwi.call('GET', `/webinars/${id}/ranking?buying=weather`))).toMatchObject({
      field: 'buying',
    })
  })
}
