import { Header } from 'react-aria-components/Header'
import { MenuItem, MenuSection } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import type { ExportOutlook } from '../../../src/http/workspace/export/outlook-shape.ts'
import style from './exports.module.css'
import { type Format, formats } from './formats.ts'
import { useOutlookWords } from './use-outlook-words.ts'

/** One list in every format; what would be empty cannot be chosen, and why is said above. */
export function ListSection(props: {
  of: 'hot' | 'list' | 'all'
  outlook: ExportOutlook | undefined
  addressOf: (as: Format) => string
}) {
  const { of, outlook, addressOf } = props
  const { t } = useTranslation('webinar')
  const wordsOf = useOutlookWords()
  // That nobody is hot is said in these words, and not as a filter that somebody set.
  const noneHot = of === 'hot' && outlook?.people === 0 && outlook.wantNoMail === 0
  return (
    <MenuSection className={style.section ?? ''}>
      <Header className={style.header ?? ''}>
        {t(`export.of.${of}`)}
        <small>{noneHot ? t('export.noneHot') : wordsOf(outlook)}</small>
      </Header>
      {formats.map(({ as, crm }) => (
        <MenuItem
          key={as}
          id={`${of}-${as}`}
          href={addressOf(as)}
          download
          className={style.item ?? ''}
          isDisabled={outlook !== undefined && (crm ? outlook.forCrm : outlook.people) === 0}
        >
          {t(`export.as.${as}`)}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
