import { catalogue } from '../domain/words.ts'

/** What a preview of a model has to say of itself. */
export const preview = catalogue('preview', {
  published:
    'While this was worked out, version {now} came into force. This compares with version {compared}: ask again to compare with the new one.',
  arriving:
    'Something new came in all the while, last about {count} people, who are shown as they were a moment before. Ask again when it is quieter.',
  sampled: 'How many became SQL was looked at for {looked} people out of {of}, and the rate is worked out from them.',
})
