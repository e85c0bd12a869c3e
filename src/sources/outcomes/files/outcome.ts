const words = {
  won: [
    ...['won', 'win', 'closed won', 'closed-won', 'closedwon', 'deal won', 'sold', 'customer', 'success', 'successful'],
    ...['yes', 'true', '1', 'נסגר', 'נסגרה', 'נסגר בהצלחה', 'נסגרה בהצלחה', 'זכייה', 'זכיה', 'זכינו', 'הצלחה', 'נמכר'],
    ...['נמכרה', 'רכש', 'רכשה', 'קנה', 'קנתה', 'לקוח', 'לקוחה', 'כן', 'выиграна', 'выиграно', 'выигран', 'выиграли'],
    ...['успех', 'успешно', 'успешно реализовано', 'сделка успешна', 'сделка заключена', 'продано', 'продажа', 'купил'],
    ...['куплено', 'клиент', 'да'],
  ],
  lost: [
    ...['lost', 'loss', 'lose', 'closed lost', 'closed-lost', 'closedlost', 'deal lost', 'not won', 'failed', 'no'],
    ...[
      'false',
      '0',
      'אבד',
      'אבדה',
      'אבוד',
      'אבודה',
      'הפסד',
      'הפסדנו',
      'נכשל',
      'נכשלה',
      'לא נסגר',
      'לא נסגרה',
      'לא רכש',
    ],
    ...['לא רכשה', 'לא קנה', 'לא קנתה', 'סירב', 'סירבה', 'לא', 'проиграна', 'проиграно', 'проигран', 'проиграли'],
    ...[
      'потеряна',
      'потеряно',
      'потерян',
      'отказ',
      'отказался',
      'провал',
      'провалена',
      'неуспех',
      'неуспешно',
      'сделка провалена',
    ],
    ...['закрыто и не реализовано', 'не куплено', 'не купил', 'нет'],
  ],
}

const known = new Map(
  Object.entries(words).flatMap(([outcome, all]) => all.map((word) => [word, outcome as 'won' | 'lost'])),
)

/** Whether a word of a spreadsheet, in English, Hebrew or Russian, says won or lost; null: it says neither. */
export function readOutcome(text: string): 'won' | 'lost' | null {
  const word = text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s_\u200e\u200f]+/g, ' ')
    .replace(/[.!]$/, '')
    .trim()
  return known.get(word) ?? known.get(word.replace(/ ?[-–:/] ?/g, ' ')) ?? null
}
