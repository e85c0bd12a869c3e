import { expect, test } from 'vitest'
import template from '../../../src/domain/templates/webinar.json' with { type: 'json' }

const table: Record<string, number> = {
  registered: 0,
  registered_cobranded: 5,
  registered_demo: 12,
  real_details: 0,
  registration_question: 5,
  attended_full: 20,
  attended_part: 12,
  attended_brief: 6,
  attended_demo: 50,
  replay_demo: 40,
  question_asked: 15,
  poll_answered: 5,
  chat_written: 2,
  survey_answered: 5,
  open_answer: 5,
  registered_next: 5,
  site_visit_long: 5,
  site_visit_bounce: -40,
  product_page: 15,
  site_revisit: 10,
  site_chat: 15,
  email_opened: 5,
  email_clicked: 5,
  fit_complete: 7,
  report_downloaded: 25,
  product_content: 15,
  product_video: 20,
  resource_downloaded: 5,
  hand_raised: 50,
  form_submitted: 5,
  inactive: -50,
  free_email: -5,
  mails_unopened: -5,
  opens_without_clicks: -5,
  whatsapp_ignored: -5,
  calls_unanswered: -5,
  no_human_contact: -5,
  unsubscribed: -30,
  wrong_fit: -10,
}

test('the template holds every row of the point table with its points, and no other row', () => {
  expect(Object.fromEntries(template.rules.map(({ id, points }) => [id, points]))).toEqual(table)
})

test('every row is on but wrong_fit, which waits for its lists', () => {
  expect(template.rules.filter((rule) => rule.enabled === false).map(({ id }) => id)).toEqual(['wrong_fit'])
})

test('rows that the table calls given are given, and every other number is a house rule', () => {
  const given = template.rules.filter(({ origin }) => origin === 'given').map(({ id }) => id)
  expect(given.sort()).toEqual(
    [
      ...['registered_cobranded', 'registered_demo', 'real_details', 'attended_full', 'attended_brief'],
      ...['attended_demo', 'question_asked', 'site_visit_long', 'site_visit_bounce', 'product_page', 'site_revisit'],
      ...['email_opened', 'fit_complete', 'report_downloaded', 'inactive'],
    ].sort(),
  )
})

test('the two minimum scores are 30 and 70', () => {
  expect(template.thresholds).toEqual({ mql: 30, sql: 70 })
})
