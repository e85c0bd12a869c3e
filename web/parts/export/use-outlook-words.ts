import { useTranslation } from 'react-i18next'
import type { ExportOutlook } from '../../../src/http/workspace/export/outlook-shape.ts'
import { useCounted } from '../../counted.ts'
import { useFormat } from '../../format.ts'

const filterNames = [
  'temperature',
  'attended',
  'stage',
  'reached',
  'grade',
  'minScore',
  'maxScore',
  'q',
  'buying',
  'company',
  'domain',
  'webinar',
  'activeSince',
  'activeWithinDays',
  'mail',
] as const

/** What is said of a file before it is made: how many are in it, who is not, and why; nothing known yet: that it is looked for. */
export function useOutlookWords(): (outlook: ExportOutlook | undefined) => string {
  const { t } = useTranslation('webinar')
  const counted = useCounted()
  const format = useFormat()
  return (outlook) => {
    if (!outlook) return t('export.looking')
    const { people, forCrm, wantNoMail, guarded, excluded } = outlook
    const said: string[] = []
    if (people === 0 && excluded.length === 0 && wantNoMail === 0) return t('export.nobodyThere')
    if (people === 0) said.push(t('export.nobody'))
    else
      said.push(
        outlook.counted ? t('export.people', counted(people)) : t('export.moreThan', { number: format.count(people) }),
      )
    if (wantNoMail > 0) said.push(t('export.wantNoMail', counted(wantNoMail)))
    for (const { filter, people } of excluded) {
      const name = filterNames.find((each) => each === filter)
      if (!name || people === 0) continue
      const words = { filter: t(`export.filter.${name}`) }
      said.push(
        people === null
          ? t('export.leavesOutSome', words)
          : t('export.leavesOut', { ...words, number: format.count(people) }),
      )
    }
    if (people > forCrm) said.push(t('export.noAddress', counted(people - forCrm)))
    if (guarded > 0) said.push(t('export.guarded', counted(guarded)))
    return said.join(' · ')
  }
}
