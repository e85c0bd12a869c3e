import type { Doubt } from './details.ts'
import type { LedgerLine } from './ledger.ts'
import type { Channel } from './rule.ts'

/** What a salesperson reads for each reason of a ledger line; `{name}` stands for a parameter, `{rule}` for the rule's own sentence. */
export const SENTENCES: Readonly<Record<string, string>> = {
  registered: 'Registered for the webinar (registering alone earns nothing)',
  registered_cobranded: 'Registered for a webinar held with a partner brand',
  registered_demo: 'Registered for a product demo',
  registered_next: 'Registered for another webinar after taking part in one',
  real_details: 'Gave details that look real (earns nothing by itself)',
  registration_question: 'Typed a question into the registration form',
  registration_pending: '{rule}: waiting for approval, so nothing yet',
  registration_cancelled: '{rule}: cancelled, so it earns nothing',
  registration_denied: '{rule}: denied, so it earns nothing',
  details_doubtful: 'Registration details look doubtful: {doubts}',
  attended_full: 'Attended the whole webinar ({minutes} minutes, {percent}%)',
  attended_part: 'Attended part of the webinar ({minutes} minutes, {percent}%)',
  attended_brief: 'Attended briefly ({minutes} minutes, {percent}%)',
  attended_demo: 'Took part live in a product demo',
  replay_demo: 'Watched the replay of a product demo',
  attended_cobranded: 'Took part live in a webinar held with a partner brand',
  attended_story: "Heard a customer's story live",
  replay_story: "Watched the replay of a customer's story",
  replay_beside_live: '{rule}: not beside taking part live, which is paid',
  question_asked: 'Asked a question during the webinar',
  poll_answered: 'Answered a poll during the webinar',
  chat_written: "Wrote in the webinar's chat",
  survey_answered: 'Answered the survey after the webinar',
  open_answer: 'Wrote an answer in their own words in the survey',
  not_during: '{rule}: not while it was running, so it does not count',
  site_visit_long: 'Stayed on the website for 2½ minutes or more after the webinar',
  site_visit_bounce: 'Left the website within 20 seconds after the webinar',
  bounce_made_up: '{rule}: made up for by a longer visit or a later act of interest',
  product_page: 'Visited a product or service page after the webinar',
  site_revisit: 'Came back to the website after the webinar',
  site_chat: 'Asked something in the chat of the website',
  email_opened: 'Opened a mail after the webinar',
  email_clicked: 'Clicked a link in a mail after the webinar',
  automated: '{rule}: by a machine (privacy proxy or scanner), so it does not count',
  once_per_webinar: '{rule}: again, {count} more, paid once a webinar',
  fit_complete: 'Has all the right characteristics',
  report_downloaded: 'Downloaded the special report “{title}”',
  product_content: 'Downloaded product content: “{title}”',
  product_video: 'Watched half or more of the product video “{title}”',
  resource_downloaded: 'Downloaded “{title}”',
  once_each: '{rule}: again, paid once',
  hand_raised: 'Raised a hand: booked a meeting, or asked for a demo, a quote or contact',
  once_in_days: '{rule}: again, paid once in {days} days',
  form_submitted: 'Filled in a form on the website',
  inactive: 'No activity for {days} business days',
  inactive_lifted: 'Active again: the penalty for inactivity is taken back',
  not_observable:
    'No activity for {days} business days, but neither mail, phone, WhatsApp nor site is observed: no penalty',
  free_email: 'Only a free mailbox is known ({domain}), no business address',
  mails_unopened: 'Did not open the last {count} mails',
  opens_without_clicks: 'Opened {count} mails and never clicked',
  whatsapp_ignored: 'Did not answer the last {count} WhatsApp messages',
  calls_unanswered: 'Did not answer the last {count} calls',
  no_human_contact: 'Neither answered nor wrote back after {count} calls and messages',
  unsubscribed: 'Left the mailing list',
  complained: 'Marked a mail as spam',
  wrong_fit: 'Does not fit: {attribute} is on the list of wrong ones',
  role_it_decision_maker: 'Decides on IT or security',
  role_senior_management: 'Belongs to senior management',
  role_influencer: 'Has a say where others decide',
  company_large: 'Works in a company of more than 1,000 people',
  company_medium: 'Works in a company of 200 to 1,000 people',
  company_small: 'Works in a company of fewer than 200 people (earns nothing)',
  site_recent: 'Visited the website in the last 14 days',
  site_often: 'Visited the website three times or more',
  site_product: 'Visited a product page',
  site_long: 'Stayed on the website for 2½ minutes or more at a time',
  employees_right: 'Works in a company of 11 to 1,000 people',
  employees_too_many: 'Works in a company of more than 1,000 people',
  industry_right: 'Works in the right industry',
  revenue_right: 'Works in a company with the right revenue',
  technology_right: 'The company uses the right technology',
  price_page: 'Looked at the prices',
  product_page_seen: 'Looked at a product page',
  story_page_seen: 'Looked at a customer story',
  file_downloaded: 'Downloaded “{title}”',
  form_filled: 'Filled in a form on the website',
  site_quiet: 'No activity on the website for {days} business days',
  mail_opened: 'Opened a mail',
  mail_clicked: 'Clicked a link in a mail',
  offer_studied: 'Studied the offer that a mail linked to',
  mail_unsubscribed: 'Left the mailing list',
  social_liked: 'Liked something on a social network',
  social_shared: 'Shared something on a social network',
  social_commented: 'Commented on a social network',
  social_none: 'Did nothing at all on social networks in {days} days',
  ebook_downloaded: 'Downloaded the e-book “{title}”',
  guide_downloaded: 'Downloaded the guide “{title}”',
  infographic_downloaded: 'Downloaded the infographic “{title}”',
  content_ignored: 'Saw “{title}” and did not download it',
  ignored_lifted: 'Downloaded it after all: the penalty is taken back',
  absent_lifted: 'Did something after all: the penalty is taken back',
  channel_not_observed: '{rule}: but {channel} is not observed, so no penalty',
  audience: '{rule}: {usual} points, times {multiplier} for the target audience',
  capped: '{rule}: {earned} points, held at the limit of {cap}',
  faded: '{rule}: {earned} points when it happened, {left} are left',
  expired: '{rule}: {earned} points, expired after {days} days',
  cooling_mirror: 'No activity for {days} business days: the last surge goes as fast as it came',
  cooling_half_life: 'No activity for {days} business days: the score cools by halves',
  buying_words: '{rule}: “{words}”',
  once_per_day: '{rule}: again, {count} more, paid once a day',
  once_ever: '{rule}: again, {count} more, paid once',
  once_per_webinar_times: '{rule}: again, {count} more, paid {times} times a webinar',
  once_per_day_times: '{rule}: again, {count} more, paid {times} times a day',
  once_each_times: '{rule}: again, paid {times} times',
  once_in_days_times: '{rule}: again, paid {times} times in {days} days',
  once_ever_times: '{rule}: again, {count} more, paid {times} times',
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  disposable_address: 'a throw-away address',
  bounced_address: 'a mail to an address bounced',
  name_without_letters: 'a name without letters',
}

const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  mail: 'mail',
  phone: 'the phone',
  whatsapp: 'WhatsApp',
  site: 'the website',
  social: 'social networks',
}

/** A ledger line as one English sentence. A rule that a company added itself is named by its id. */
export function explain({ rule, reason, params = {} }: Pick<LedgerLine, 'rule' | 'reason' | 'params'>): string {
  const own = sentenceOf(rule).replace(/ \([^)]*\)$/, '')
  const sentence = sentenceOf(reason).replace('{rule}', own)
  const filled = sentence.replace(/\{(\w+)\}/g, (gap, name: string) => said(name, params[name] ?? gap))
  return filled.replace(/:? ?“\{title\}”/, ' something without a title')
}

function said(name: string, value: string | number): string {
  if (name === 'channel') return CHANNEL_NAMES[value as Channel] ?? String(value)
  return name === 'doubts' ? String(value).replace(/\w+/g, (doubt) => DOUBTS[doubt as Doubt] ?? doubt) : String(value)
}

function sentenceOf(key: string): string {
  const known = Object.hasOwn(SENTENCES, key) ? SENTENCES[key] : undefined
  return known ?? key.replaceAll('_', ' ')
}
