import type { Chance } from './chance.ts'
import { MINUTE, plainAddress, SECOND, type ToldInstance, type ToldRegistrant, type ToldWebinar } from './story.ts'

const anonymous = { email: '', name: 'Anonymous Attendee' }

/** Polls, of which the second is anonymous and allows several answers; questions; the survey after the end. */
export function tellTalk(
  chance: Chance,
  { startsAt, survey }: ToldWebinar,
  { to }: Pick<ToldInstance, 'to'>,
  came: readonly ToldRegistrant[],
): Pick<ToldInstance, 'polls' | 'questions' | 'survey'> {
  const whoOf = ({ email, firstName, lastName }: ToldRegistrant) => ({
    email: plainAddress(email),
    name: `${firstName} ${lastName}`,
  })
  const some = (every: number, rest: number) => came.filter((_, i) => i % every === rest)
  return {
    polls: [
      {
        title: 'Where are you?',
        anonymous: false,
        question: 'When do you plan to replace your backup?',
        answers: some(3, 0).map((person, i) => ({
          ...whoOf(person),
          at: startsAt + 12 * MINUTE + (i % 50) * SECOND,
          answer: chance.pick(['This quarter', 'Next year', 'Never, "thanks"']),
        })),
      },
      {
        title: 'Which of these?',
        anonymous: true,
        question: 'Which of these do you use?\n(several are possible)',
        answers: some(4, 1).map((_, i) => ({
          ...anonymous,
          at: startsAt + 14 * MINUTE + (i % 30) * SECOND,
          answer: chance.pick(['Tape', 'Tape;Disk', 'Disk;Cloud, EU']),
        })),
      },
    ],
    questions: some(5, 2).map((person, i) => ({
      id: chance.word(11),
      ...(i % 4 === 3 ? anonymous : whoOf(person)),
      anonymous: i % 4 === 3,
      text: `${i % 4 === 3 ? `${i}. ` : ''}${chance.pick([
        'What does it cost for 500 users?',
        'כמה זה עולה?',
        'Can I see the contract\nfirst?',
        'Is there a trial \u{1F600}',
      ])}`,
      at: startsAt + (15 + (i % 30)) * MINUTE,
      answer: ['', 'live answered', 'fine; see the price list'][i % 3]!,
    })),
    survey: some(6, 4).map((person, i) => ({
      ...whoOf(person),
      at: to + (2 + (i % 50)) * MINUTE,
      answers: [
        { question: survey[0]!.name, answer: String(1 + (i % 5)) },
        ...(i % 2 ? [{ question: survey[1]!.name, answer: 'More about prices, please' }] : []),
      ],
    })),
  }
}
