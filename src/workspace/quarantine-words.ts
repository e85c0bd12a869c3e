import { catalogue } from '../domain/words.ts'

export const quarantineWords = catalogue('quarantine', {
  notThere: 'There is no delivery "{id}" in quarantine: it has been read or thrown away meanwhile.',
})
