import type { Chance } from './chance.ts'
import { DAY, HOUR, MINUTE, SECOND, type ToldRegistrant, type ToldWebinar } from './story.ts'

const names: [string, string][] = [
  ['Dana', 'Levi'],
  ['Dana', 'Levi'],
  ['נועה', 'בן-דוד'],
  ['Tom', 'O’Hara, Jr.'],
  ['Юлия', 'Соколова'],
  ['Zoë \u{1F680}', 'Ünal'],
  ['Ben', 'Carter'],
]

/** Who signed up: of 50 people one cancelled, one was denied, one is still waiting; some used a tracked link. */
export function tellPeople(chance: Chance, webinar: ToldWebinar, people: number): ToldRegistrant[] {
  return Array.from({ length: people }, (_, i) => {
    const [firstName, lastName] = names[i % names.length]!
    const at = webinar.startsAt - HOUR - Math.floor((chance.next() * 20 * DAY) / SECOND) * SECOND
    return {
      id: chance.word(),
      email: addressOf(i),
      firstName,
      lastName,
      org: `Firm ${i % 9}`,
      jobTitle: i % 5 ? 'CTO' : '',
      country: i % 3 ? 'IL' : '',
      employees: '51-200',
      comments: i % 8 === 1 ? 'Does it run on Linux?\nAnd on "BSD"?' : '',
      custom: i % 2 ? [{ title: 'What do you hope to learn?', value: 'Restores, fast' }] : [],
      at,
      ...decisionOf(i, at, webinar),
      ...(i % 6 === 3 && { source: webinar.sources[i % 12 === 3 ? 0 : 1]!.id }),
    }
  })
}

/** Some type their address as on a business card, some with a blank behind it. */
function addressOf(i: number): string {
  const plain = `person${i}@firm${i % 9}.example`
  if (i % 7 === 0) return `Person${i}@Firm${i % 9}.Example`
  return i % 11 === 4 ? ` ${plain} ` : plain
}

function decisionOf(i: number, at: number, { startsAt }: ToldWebinar): Pick<ToldRegistrant, 'status' | 'decidedAt'> {
  if (i % 50 === 19) return { status: 'cancelled', decidedAt: startsAt - 30 * MINUTE }
  if (i % 50 === 29) return { status: 'denied', decidedAt: at + 20 * MINUTE }
  return { status: i % 50 === 39 ? 'pending' : 'approved' }
}
